/** To which wave of the session the office is asked. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { WaveField } from '../invite/wave-field.tsx';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  onChanged: (invitation: InvitationShown) => void;
}

export const WavePart = ({ session, invitation, onChanged }: Props) => {
  const [wave, setWave] = useState(invitation.wave ?? '');
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    setSaved(false);
    const answer = await api('PUT /api/sessions/:session/invitations/:invitation/wave', {
      params: { session: session.id, invitation: invitation.id },
      body: { wave: wave || null },
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
      <WaveField
        id="gelombang-undangan"
        session={session}
        value={wave}
        onChange={(chosen) => {
          setWave(chosen);
          setSaved(false);
        }}
      />
      {save.problem && <ProblemNotice problem={save.problem} />}
      {saved && <Notice tone="good" title={t('waveSaved')} live />}
      {wave !== (invitation.wave ?? '') && (
        <Button type="submit" look="second" busy={save.busy}>
          {t('waveSave')}
        </Button>
      )}
    </form>
  );
};
