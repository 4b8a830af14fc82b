/** Single units, found by typing and ticked; who is invited already is shown as that. */
import { useMemo, useState } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import { Button, Choices, ProblemNotice, TextField } from '../../../shared/ui/index.ts';
import { nameWithTitles } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import { matchesText } from '../../frame/search.ts';
import { useMore } from '../../frame/use-more.tsx';
import type { InviteProps } from './by-class.tsx';
import { ResultNotice } from './result-notice.tsx';
import { t } from './texts.ts';
import { useInvite } from './use-invite.ts';
import { WaveField } from './wave-field.tsx';
import { guestClasses, type UnitShown } from './whom.ts';

const textsOf = ({ name, office, districtName, holder }: UnitShown) => [name, office, districtName, holder?.name];

export const ByUnit = ({ session, units, invited, onInvited }: InviteProps) => {
  const nameOf = useClassName();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [wave, setWave] = useState('');
  const [fault, setFault] = useState(false);
  const { send, result } = useInvite(session.id, () => {
    setChosen([]);
    onInvited();
  });
  const found = useMemo(() => units.filter((unit) => matchesText(words, ...textsOf(unit))), [units, words]);
  const { shown, button } = useMore(found);
  const change = (now: string[]): void => {
    const hidden = chosen.filter((id) => !shown.some((unit) => unit.id === id));
    setChosen([...hidden, ...now]);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setFault(chosen.length === 0);
    if (chosen.length) void send.run({ units: [...chosen], ...(wave && { wave }) });
    else document.getElementById('cari-unit')?.focus();
  };
  const aboutOf = (unit: UnitShown): string =>
    [
      unit.holder ? nameWithTitles(unit.holder) : t('vacant'),
      nameOf(unit.class),
      unit.districtName,
      guestClasses.includes(unit.class) ? t('asGuest') : undefined,
      invited.has(unit.id) ? t(invited.get(unit.id) ? 'unitRevoked' : 'unitInvited') : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextField
        id="cari-unit"
        type="search"
        label={t('searchUnit')}
        error={fault && chosen.length === 0 ? t('chooseUnit') : undefined}
        value={words}
        onInput={setWords}
      />
      {found.length ? (
        <div class="pick-list">
          <Choices
            id="unit-diundang"
            label={t('units')}
            labelHidden
            chosen={chosen}
            onChange={change}
            choices={shown.map((unit) => ({
              value: unit.id,
              label: unit.office,
              hint: aboutOf(unit),
              disabled: invited.has(unit.id),
            }))}
          />
          {button}
        </div>
      ) : (
        <p class="soft" role="status">
          {t('nothing')}
        </p>
      )}
      {chosen.length > 0 && (
        <p class="row">
          <span class="strong" role="status">
            {t('chosenUnits', { n: number(chosen.length) })}
          </span>
          <Button look="quiet" onClick={() => setChosen([])}>
            {t('noClass')}
          </Button>
        </p>
      )}
      <WaveField id="gelombang-unit" session={session} value={wave} onChange={setWave} hint={t('waveHint')} />
      {send.problem && <ProblemNotice problem={send.problem} />}
      {result && <ResultNotice result={result} />}
      <Button type="submit" busy={send.busy}>
        {chosen.length ? t('inviteUnits', { n: number(chosen.length) }) : t('inviteNone')}
      </Button>
    </form>
  );
};
