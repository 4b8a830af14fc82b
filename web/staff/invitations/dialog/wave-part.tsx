/** To which wave of the session the office is asked. */
import { api } from '../../../shared/api.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { WaveField } from '../invite/wave-field.tsx';
import { SavedForm } from './saved-form.tsx';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  onChanged: (invitation: InvitationShown) => void;
}

export const WavePart = ({ session, invitation, onChanged }: Props) => (
  <SavedForm
    saved={invitation.wave ?? ''}
    send={(wave) =>
      api('PUT /api/sessions/:session/invitations/:invitation/wave', {
        params: { session: session.id, invitation: invitation.id },
        body: { wave: wave || null },
      })
    }
    onSaved={onChanged}
    words={{ save: t('waveSave'), done: t('waveSaved') }}
    field={(wave, change) => <WaveField id="gelombang-undangan" session={session} value={wave} onChange={change} />}
  />
);
