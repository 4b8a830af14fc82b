/** Who held an office before, and who held it on a day that somebody asks about. */
import { useState } from 'preact/hooks';
import type { TenureShown, UnitHistory, UnitShown } from '../../../functions/roster/unit-schema.ts';
import { type Answer, api } from '../../shared/api.ts';
import { Button, type Column, DataTable, Notice, ProblemNotice, TextField, WhenLoaded } from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { actingName, nameWithTitles } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { dayBefore, dayText, todayIn } from './days.ts';
import { Holder } from './holder.tsx';
import { t } from './unit-texts.ts';

type History = Answer<'GET /api/regencies/:regency/units/:unit/history'>;
type Held = NonNullable<History['heldOn']>;

/** `1 Feb 2021 – 30 Apr 2024`: the register keeps the first day without somebody. */
const period = ({ from, to }: TenureShown): string => {
  const last = dayText(from !== undefined && from >= to ? to : dayBefore(to));
  return from === undefined ? t('onlyTo', { to: last }) : t('fromTo', { from: dayText(from), to: last });
};

const columns = (): Column<TenureShown>[] => [
  { head: t('holder'), rowHead: true, cell: ({ holder }) => <Holder holder={holder} /> },
  { head: t('acting'), cell: ({ holder }) => actingName(holder.acting) },
  { head: t('period'), cell: period },
  { head: t('letter'), cell: ({ holder }) => <span class="breakable">{holder.letter ?? '–'}</span> },
];

const sentence = ({ day, known, holder }: Held): string => {
  const on = dayText(day);
  if (!known) return t('heldUnknown', { day: on });
  if (!holder) return t('heldByNobody', { day: on });
  const who = nameWithTitles(holder);
  return holder.acting === 'DEFINITIVE'
    ? t('heldBy', { day: on, who })
    : t('heldByActing', { day: on, who, how: actingName(holder.acting) });
};

const Answered = ({ held, registeredOn }: { held: Held; registeredOn: string | undefined }) => (
  <Notice tone={held.known ? 'info' : 'warn'} title={sentence(held)} live>
    {!held.known && registeredOn !== undefined && <p>{t('reachesBack', { day: dayText(registeredOn) })}</p>}
  </Notice>
);

const Question = ({ unit }: { unit: UnitShown }) => {
  const { code, zone } = useRegency();
  const [day, setDay] = useState('');
  const [fault, setFault] = useState(false);
  const [answer, setAnswer] = useState<UnitHistory>();
  const ask = useAction(async () => {
    const params = { regency: code, unit: unit.id };
    setAnswer(await api('GET /api/regencies/:regency/units/:unit/history', { params, query: { on: day } }));
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = day === '' || day > todayIn(zone);
    setFault(wrong);
    setAnswer(undefined);
    if (!wrong) void ask.run();
  };
  return (
    <form class="stack-tight no-print" noValidate onSubmit={submit}>
      <h3>{t('ask')}</h3>
      <TextField
        id="pada-tanggal"
        type="date"
        short
        label={t('day')}
        error={fault ? t('dayNeeded') : undefined}
        value={day}
        onInput={setDay}
      />
      <div>
        <Button type="submit" look="second" busy={ask.busy}>
          {t('find')}
        </Button>
      </div>
      {ask.problem && <ProblemNotice problem={ask.problem} />}
      {answer?.heldOn && <Answered held={answer.heldOn} registeredOn={answer.registeredOn} />}
    </form>
  );
};

export const HistoryPart = ({ unit }: { unit: UnitShown }) => {
  const { code } = useRegency();
  const loaded = useLoad(`${unit.id} ${unit.version}`, (signal) =>
    api('GET /api/regencies/:regency/units/:unit/history', {
      params: { regency: code, unit: unit.id },
      query: {},
      signal,
    }),
  );
  return (
    <section class="stack" aria-labelledby="riwayat">
      <h2 id="riwayat">{t('history')}</h2>
      <WhenLoaded loaded={loaded} lines={2}>
        {({ past }) =>
          past.length ? (
            <DataTable
              caption={t('history')}
              captionHidden
              columns={columns()}
              rows={past}
              rowKey={({ holder, to }) => `${to} ${holder.name}`}
            />
          ) : (
            <p class="soft">{t('historyEmpty')}</p>
          )
        }
      </WhenLoaded>
      <Question unit={unit} key={unit.version} />
    </section>
  );
};
