/** A seat or a row, which the door shows to whoever comes. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { Button, Notice, ProblemNotice, TextField } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import type { InvitationShown } from '../invitation.ts';
import { t } from './texts.ts';

interface Props {
  session: string;
  invitation: InvitationShown;
  onChanged: (invitation: Omit<InvitationShown, 'link'>) => void;
}

export const SeatPart = ({ session, invitation, onChanged }: Props) => {
  const [seat, setSeat] = useState(invitation.seat ?? '');
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    setSaved(false);
    const answer = await api('PUT /api/sessions/:session/invitations/:invitation/seat', {
      params: { session, invitation: invitation.id },
      body: { seat: seat.trim() || null },
    });
    onChanged(answer);
    setSaved(true);
  });
  return (
    <form
      class="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <TextField
        id="kursi"
        short
        optional
        label={t('seat')}
        hint={t('seatHint')}
        maxLength={20}
        value={seat}
        onInput={(typed) => {
          setSeat(typed);
          setSaved(false);
        }}
      />
      {save.problem && <ProblemNotice problem={save.problem} />}
      {saved && <Notice tone="good" title={t('seatSaved')} live />}
      {seat.trim() !== (invitation.seat ?? '') && (
        <Button type="submit" look="second" busy={save.busy}>
          {t('seatSave')}
        </Button>
      )}
    </form>
  );
};
