/** Who opened their link on another phone and asks for help; first of all, since they cannot answer until somebody frees it. */
import { number, shortDateIn, timeIn } from '../../../shared/format.ts';
import { Button, Notice } from '../../../shared/ui/index.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { addressee, type InvitationShown } from '../invitation.ts';
import { t } from './texts.ts';

type Calling = InvitationShown & { help: NonNullable<InvitationShown['help']> };
const isCalling = (invitation: InvitationShown): invitation is Calling =>
  invitation.help !== undefined && !invitation.revoked;

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  onOpen: (id: string) => void;
}

export const HelpCalls = ({ session, invitations, onOpen }: Props) => {
  const calling = invitations.filter(isCalling).sort((a, b) => (a.help.at < b.help.at ? -1 : 1));
  if (!calling.length) return null;
  return (
    <Notice tone="warn" title={t('helpTitle', { n: number(calling.length) })}>
      <p>{t('helpText')}</p>
      <ul class="found">
        {calling.map((invitation) => (
          <li key={invitation.id}>
            <div class="grow">
              <span class="strong">{addressee(invitation)}</span>
              {[invitation.help, ...(invitation.help.others ?? [])].map(
                ({ at, note }) =>
                  note && (
                    <span key={at} class="block">
                      “{note}”
                    </span>
                  ),
              )}
              <span class="small soft block">
                {shortDateIn(session.zone, invitation.help.at)}, {timeIn(session.zone, invitation.help.at)}
              </span>
            </div>
            <Button
              look="second"
              aria-label={t('openOf', { who: addressee(invitation) })}
              onClick={() => onOpen(invitation.id)}
            >
              {t('open')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
