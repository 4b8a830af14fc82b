/** The follow-ups by state, then by the day when they are due; what several units undertook is told once, with all of them. */
import { Pencil, RotateCcw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button, type Column, DataTable, StatusTag } from '../../shared/ui/index.ts';
import { followUpKindName, phaseName } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { useRegency } from '../frame/staff.ts';
import { dayText } from '../roster/days.ts';
import { type FollowUpShown, grouped, type StateGroup, tones, type Undertaking } from './follow-up.ts';
import { t } from './texts.ts';

/** Whose it is: the unit, or the regency as a whole. */
export const useWho = (): ((followUp: Pick<FollowUpShown, 'unit' | 'unitName'>) => string) => {
  const { name } = useRegency();
  return ({ unit, unitName }) => unitName ?? unit ?? t('wholeRegency', { regency: name });
};

const Unit = ({ of }: { of: FollowUpShown }) => {
  const who = useWho();
  const nameOf = useClassName();
  const { done, withdrawn, districtName } = of;
  const about = [of.class && nameOf(of.class), districtName].filter(Boolean).join(' · ');
  return (
    <>
      {who(of)}
      {about && <span class="small soft block">{about}</span>}
      {done && (
        <span class="small block regular">
          <span class="strong">{t('doneOn', { day: dayText(done.on) })}.</span>{' '}
          <span class="pre-line">{done.note}</span>
        </span>
      )}
      {withdrawn && <span class="small block regular">{t('withdrawnOn', { reason: withdrawn.reason })}</span>}
    </>
  );
};

type Open = ((followUp: FollowUpShown) => void) | undefined;

const useColumns = (onOpen: Open): Column<FollowUpShown>[] => {
  const who = useWho();
  const label = (followUp: FollowUpShown): string =>
    t(followUp.done ? 'reopenOf' : 'updateOf', { who: who(followUp), what: followUp.text });
  const unit: Column<FollowUpShown> = { head: t('unit'), rowHead: true, cell: (followUp) => <Unit of={followUp} /> };
  if (!onOpen) return [unit];
  const action = (followUp: FollowUpShown) => {
    if (followUp.withdrawn) return null;
    const Icon = followUp.done ? RotateCcw : Pencil;
    return (
      <Button
        look="quiet"
        icon={<Icon class="icon" aria-hidden="true" />}
        aria-label={label(followUp)}
        onClick={() => onOpen(followUp)}
      >
        {t(followUp.done ? 'reopen' : 'update')}
      </Button>
    );
  };
  return [unit, { head: t('action'), numeric: true, cell: action }];
};

/** So many units of one undertaking at first; a few more are not worth a press. */
const few = 8;
const fewMore = 4;

const UndertakingPart = ({ of, onOpen }: { of: Undertaking; onOpen: Open }) => {
  const columns = useColumns(onOpen);
  const [whole, setWhole] = useState(false);
  const { text, kind, phase, due, items } = of;
  const shown = whole || items.length <= few + fewMore ? items : items.slice(0, few);
  const about = [t('dueOn', { day: dayText(due) }), followUpKindName(kind), phaseName(phase)];
  return (
    <div class="undertaking">
      <DataTable
        caption={text}
        hint={[...about, ...(items.length > 1 ? [t('unitsIn', { n: number(items.length) })] : [])].join(' · ')}
        narrow="fit"
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {shown.length < items.length && (
        <p class="no-print">
          <Button look="second" onClick={() => setWhole(true)}>
            {t('showAll', { n: number(items.length) })}
          </Button>
        </p>
      )}
    </div>
  );
};

const StatePart = ({ group: { state, undertakings }, onOpen }: { group: StateGroup; onOpen: Open }) => {
  const [tone, icon] = tones[state];
  return (
    <section class="stack" aria-labelledby={`keadaan-${state}`}>
      <h2 id={`keadaan-${state}`}>
        <StatusTag tone={tone} icon={icon} word={t(state)} />
      </h2>
      {undertakings.map((one) => (
        <UndertakingPart key={`${one.due} ${one.kind} ${one.phase} ${one.text}`} of={one} onOpen={onOpen} />
      ))}
    </section>
  );
};

interface Props {
  items: readonly FollowUpShown[];
  /** Opens what may be done about one; undefined for whoever only reads. */
  onOpen: Open;
}

export const FollowUpList = ({ items, onOpen }: Props) => (
  <>
    {grouped(items).map((group) => (
      <StatePart key={group.state} group={group} onOpen={onOpen} />
    ))}
  </>
);
