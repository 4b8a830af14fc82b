/** One guest after the other: the group stays, since the next guest is often of the same. */
import { useState } from 'preact/hooks';
import type { GuestGroup } from '../../../../functions/invitations/answer-schema.ts';
import { Button, Notice, ProblemNotice, SelectField, TextField } from '../../../shared/ui/index.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { guestGroupName, guestGroups } from '../answer-words.ts';
import { t } from './texts.ts';
import { useInvite } from './use-invite.ts';
import { WaveField } from './wave-field.tsx';

interface Props {
  session: SessionShown;
  onInvited: () => void;
}

const nobody = { name: '', office: '', institution: '' };

export const GuestForm = ({ session, onInvited }: Props) => {
  const [guest, setGuest] = useState(nobody);
  const [group, setGroup] = useState<GuestGroup>('FORKOPIMDA');
  const [wave, setWave] = useState('');
  const [fault, setFault] = useState(false);
  const [last, setLast] = useState<string>();
  const { send } = useInvite(session.id, ({ guests }) => {
    const [invited] = guests ?? [];
    setLast(invited && [invited.name, invited.office].filter(Boolean).join(', '));
    setGuest(nobody);
    document.getElementById('tamu-jabatan')?.focus();
    onInvited();
  });
  const some = (name: 'name' | 'institution') => (guest[name].trim() ? { [name]: guest[name].trim() } : {});
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const missing = !guest.office.trim();
    setFault(missing);
    setLast(undefined);
    if (missing) {
      document.getElementById('tamu-jabatan')?.focus();
      return;
    }
    void send.run({
      guests: [{ ...some('name'), ...some('institution'), office: guest.office.trim(), group }],
      ...(wave && { wave }),
    });
  };
  return (
    <form class="stack form" onSubmit={submit} noValidate>
      <p class="soft">{t('guestHint')}</p>
      <SelectField
        id="tamu-kelompok"
        short
        label={t('guestGroup')}
        value={group}
        onChange={(chosen) => setGroup(chosen as GuestGroup)}
        options={guestGroups.map((value) => ({ value, label: guestGroupName(value) }))}
      />
      <TextField
        id="tamu-jabatan"
        label={t('guestOffice')}
        hint={t('guestOfficeHint')}
        error={fault ? t('needOffice') : undefined}
        maxLength={120}
        value={guest.office}
        onInput={(office) => setGuest({ ...guest, office })}
      />
      <TextField
        id="tamu-nama"
        label={t('guestName')}
        optional
        maxLength={100}
        value={guest.name}
        onInput={(name) => setGuest({ ...guest, name })}
      />
      <TextField
        id="tamu-instansi"
        label={t('guestInstitution')}
        optional
        maxLength={120}
        value={guest.institution}
        onInput={(institution) => setGuest({ ...guest, institution })}
      />
      <WaveField id="gelombang-tamu" session={session} value={wave} onChange={setWave} hint={t('waveHint')} />
      {send.problem && <ProblemNotice problem={send.problem} />}
      {last && <Notice tone="good" title={t('guestInvited', { who: last })} live />}
      <Button type="submit" busy={send.busy}>
        {t('saveGuest')}
      </Button>
    </form>
  );
};
