/** A seat or a row, which the door shows to whoever comes. */
import { api } from '../../../shared/api.ts';
import { TextField } from '../../../shared/ui/index.ts';
import type { InvitationShown } from '../invitation.ts';
import { SavedForm } from './saved-form.tsx';
import { t } from './texts.ts';

interface Props {
  session: string;
  invitation: InvitationShown;
  onChanged: (invitation: Omit<InvitationShown, 'link'>) => void;
}

export const SeatPart = ({ session, invitation, onChanged }: Props) => (
  <SavedForm
    saved={invitation.seat ?? ''}
    send={(seat) =>
      api('PUT /api/sessions/:session/invitations/:invitation/seat', {
        params: { session, invitation: invitation.id },
        body: { seat: seat || null },
      })
    }
    onSaved={onChanged}
    words={{ save: t('seatSave'), done: t('seatSaved') }}
    field={(seat, change) => (
      <TextField
        id="kursi"
        short
        optional
        label={t('seat')}
        hint={t('seatHint')}
        maxLength={20}
        value={seat}
        onInput={change}
      />
    )}
  />
);
