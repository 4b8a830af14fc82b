/** Single units, found by typing and ticked; who is invited already is shown as that. */
import { useState } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import { Button, ProblemNotice } from '../../../shared/ui/index.ts';
import { nameWithTitles } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import type { InviteProps } from './by-class.tsx';
import { ResultNotice } from './result-notice.tsx';
import { t } from './texts.ts';
import { UnitPick } from './unit-pick.tsx';
import { useInvite } from './use-invite.ts';
import { WaveField } from './wave-field.tsx';
import { guestClasses, type UnitShown, unitSearchId } from './whom.ts';

export const ByUnit = ({ session, units, invited, onInvited }: InviteProps) => {
  const nameOf = useClassName();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [wave, setWave] = useState('');
  const [fault, setFault] = useState(false);
  const { send, result } = useInvite(session.id, () => {
    setChosen([]);
    onInvited();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setFault(chosen.length === 0);
    if (chosen.length) void send.run({ units: [...chosen], ...(wave && { wave }) });
    else document.getElementById(unitSearchId)?.focus();
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
      <UnitPick
        id="unit-diundang"
        units={units}
        chosen={chosen}
        error={fault && chosen.length === 0 ? t('chooseUnit') : undefined}
        onChange={setChosen}
        choiceOf={(unit) => ({ label: unit.office, hint: aboutOf(unit), disabled: invited.has(unit.id) })}
      />
      <WaveField id="gelombang-unit" session={session} value={wave} onChange={setWave} hint={t('waveHint')} />
      {send.problem && <ProblemNotice problem={send.problem} />}
      {result && <ResultNotice result={result} />}
      <Button type="submit" busy={send.busy}>
        {chosen.length ? t('inviteUnits', { n: number(chosen.length) }) : t('inviteNone')}
      </Button>
    </form>
  );
};
