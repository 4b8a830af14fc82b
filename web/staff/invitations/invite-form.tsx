/** Inviting: whole classes in one call, or one guest. */
import { useState } from 'preact/hooks';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { api, newKey } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, Choices, Notice, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  onInvited: () => void;
}

interface Result {
  invited: number;
  alreadyInvited: number;
}

const ResultNotice = ({ result }: { result: Result }) => {
  if (result.invited + result.alreadyInvited === 0) return <Notice tone="warn" title={t('noUnits')} live />;
  return (
    <Notice tone="good" title={t('invited', { invited: number(result.invited) })} live>
      {result.alreadyInvited > 0 && <p>{t('alreadyInvited', { n: number(result.alreadyInvited) })}</p>}
    </Notice>
  );
};

export const InviteClasses = ({ session, onInvited }: Props) => {
  const [chosen, setChosen] = useState<readonly string[]>(session.classes);
  const [result, setResult] = useState<Result>();
  const [fault, setFault] = useState(false);
  const invite = useAction(async () => {
    const body = { classes: chosen as UnitClassCode[] };
    setResult(
      await api('POST /api/sessions/:session/invitations', {
        params: { session: session.id },
        body,
        idempotencyKey: newKey(),
        timeoutMs: 60_000,
      }),
    );
    onInvited();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setFault(chosen.length === 0);
    if (chosen.length) void invite.run();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Choices
        id="kelas-diundang"
        label={t('classes')}
        hint={t('classesHint')}
        error={fault ? t('chooseClass') : undefined}
        chosen={chosen}
        onChange={setChosen}
        choices={session.classes.map((code) => ({ value: code, label: className(code) }))}
      />
      {invite.problem && <ProblemNotice problem={invite.problem} />}
      {result && <ResultNotice result={result} />}
      <Button type="submit" busy={invite.busy}>
        {t('inviteClasses')}
      </Button>
    </form>
  );
};

const emptyGuest = { name: '', office: '', institution: '' };

export const InviteGuest = ({ session, onInvited }: Props) => {
  const [guest, setGuest] = useState(emptyGuest);
  const [fault, setFault] = useState(false);
  const [result, setResult] = useState<Result>();
  // One key for one guest: a repeated tap after a lost answer invites once.
  const [key, setKey] = useState(newKey);
  const invite = useAction(async () => {
    const some = (name: 'name' | 'institution') => (guest[name].trim() ? { [name]: guest[name] } : {});
    const body = { guests: [{ ...some('name'), ...some('institution'), office: guest.office }] };
    setResult(
      await api('POST /api/sessions/:session/invitations', {
        params: { session: session.id },
        body,
        idempotencyKey: key,
      }),
    );
    setGuest(emptyGuest);
    setKey(newKey());
    onInvited();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const missing = !guest.office.trim();
    setFault(missing);
    if (!missing) void invite.run();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <p class="soft">{t('guestHint')}</p>
      <TextField
        id="tamu-nama"
        label={t('guestName')}
        optional
        value={guest.name}
        onInput={(name) => setGuest({ ...guest, name })}
      />
      <TextField
        id="tamu-jabatan"
        label={t('guestOffice')}
        hint={t('guestOfficeHint')}
        error={fault ? t('needOffice') : undefined}
        value={guest.office}
        onInput={(office) => setGuest({ ...guest, office })}
      />
      <TextField
        id="tamu-instansi"
        label={t('guestInstitution')}
        optional
        value={guest.institution}
        onInput={(institution) => setGuest({ ...guest, institution })}
      />
      {invite.problem && <ProblemNotice problem={invite.problem} />}
      {result && <ResultNotice result={result} />}
      <Button type="submit" look="second" busy={invite.busy}>
        {t('saveGuest')}
      </Button>
    </form>
  );
};
