/** Somebody who is not next, found by name: their list is loaded only when it is asked for. */
import { Dialog, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { pledgeName } from '../../shared/words.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { FindPerson } from './find-person.tsx';
import { t } from './texts.ts';
import { type Turn, turnOf } from './turn.ts';

interface Props {
  session: SessionShown;
  onPick: (turn: Turn) => void;
  onClose: () => void;
}

export const FindDialog = ({ session, onPick, onClose }: Props) => {
  const invitations = useInvitations(session.id);
  return (
    <Dialog open title={t('findTitle')} onClose={onClose}>
      <WhenLoaded loaded={invitations}>
        {(list) => (
          <FindPerson
            id="cari-penanda-tangan"
            autofocus
            invitations={list}
            mark={({ pledge }) =>
              pledge.status === 'SIGNED' ? <StatusTag tone="good" word={pledgeName('SIGNED')} /> : undefined
            }
            standing={({ kind, pledge }) =>
              kind === 'unit' && pledge.status === 'NOT_DUE' ? (
                <StatusTag tone="plain" word={pledgeName('NOT_DUE')} />
              ) : undefined
            }
            onPick={(found) => {
              onPick(turnOf(found));
              onClose();
            }}
          />
        )}
      </WhenLoaded>
    </Dialog>
  );
};
