/** Whole classes in one call, everywhere or in some districts. */
import { useMemo, useState } from 'preact/hooks';
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import { number } from '../../../shared/format.ts';
import { Button, Choices, ProblemNotice } from '../../../shared/ui/index.ts';
import { className } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import { useOwnRegency } from '../../frame/staff.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { DistrictChoice } from './district-choice.tsx';
import { ResultNotice } from './result-notice.tsx';
import { t } from './texts.ts';
import { useInvite } from './use-invite.ts';
import { WaveField } from './wave-field.tsx';
import { countByClass, districtsOf, guestClasses, type UnitShown, unitsMeant } from './whom.ts';

export interface InviteProps {
  session: SessionShown;
  units: readonly UnitShown[];
  /** By the ids of those who have an invitation whether it was revoked: that one is given a new code, not invited again. */
  invited: ReadonlyMap<string, boolean>;
  onInvited: () => void;
}

export const ByClass = ({ session, units, invited, onInvited }: InviteProps) => {
  const nameOf = useClassName();
  const regency = useOwnRegency();
  const counts = useMemo(() => countByClass(units), [units]);
  const districts = useMemo(() => districtsOf(units), [units]);
  const classes = className.codes.filter((code) => counts.has(code));
  // Its classes are those of the units that are called again; proposing them here would invite everybody.
  const proposed = session.makesUpFor === undefined ? session.classes : [];
  const [chosen, setChosen] = useState<readonly string[]>(() => proposed.filter((code) => counts.has(code)));
  const [within, setWithin] = useState<readonly string[]>([]);
  const [wave, setWave] = useState('');
  const [fault, setFault] = useState(false);
  const { send, result } = useInvite(session.id, onInvited);
  const meant = unitsMeant(units, { classes: chosen, districts: within });
  const already = meant.filter(({ id }) => invited.has(id)).length;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const nobody = meant.length === 0;
    setFault(nobody);
    if (nobody) {
      document.getElementById('kelas-diundang')?.focus();
      return;
    }
    void send.run({
      classes: chosen as UnitClassCode[],
      ...(within.length && { districts: [...within] }),
      ...(wave && { wave }),
    });
  };
  const wordsOf = (code: UnitClassCode): string =>
    t(guestClasses.includes(code) ? 'asGuests' : 'unitsInClass', { n: number(counts.get(code) ?? 0) });
  const full = chosen.length === classes.length;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <div class="class-choice">
        <Choices
          id="kelas-diundang"
          label={t('classes')}
          hint={t('classesHint')}
          error={fault && meant.length === 0 ? t(chosen.length ? 'nobodyMeant' : 'chooseClass') : undefined}
          chosen={chosen}
          onChange={setChosen}
          choices={classes.map((code) => ({ value: code, label: nameOf(code), hint: wordsOf(code) }))}
        />
      </div>
      <Button look="quiet" onClick={() => setChosen(full ? [] : classes)}>
        {t(full ? 'clearChoice' : 'everyClass')}
      </Button>
      {districts.length > 0 && (
        <DistrictChoice
          districts={districts}
          label={regency?.labels.district ?? className('KECAMATAN')}
          chosen={within}
          onChange={setWithin}
        />
      )}
      <WaveField id="gelombang-kelas" session={session} value={wave} onChange={setWave} hint={t('waveHint')} />
      {already > 0 && <p class="soft">{t('alreadyAmong', { n: number(already) })}</p>}
      {send.problem && <ProblemNotice problem={send.problem} />}
      {result && <ResultNotice result={result} />}
      <Button type="submit" busy={send.busy}>
        {meant.length ? t('inviteUnits', { n: number(meant.length) }) : t('inviteNone')}
      </Button>
    </form>
  );
};
