/** Who is reminded by the next call, and who is not yet; as the API decides it. */
import { remindAgainAfterMs } from '../../../../functions/messages/message-rules.ts';
import type { InvitationShown } from '../invitation.ts';
import { wasAsked } from '../overview/answers-by-class.ts';

type Seen = Pick<InvitationShown, 'revoked' | 'walkIn' | 'answer' | 'checkIn' | 'remindedAt'>;

const isUnanswered = (invitation: Seen): boolean =>
  wasAsked(invitation) && invitation.answer === undefined && invitation.checkIn === undefined;

const isRecent = ({ remindedAt }: Seen, now: number): boolean =>
  remindedAt !== undefined && Date.parse(remindedAt) > now - remindAgainAfterMs;

export const reminderSplit = <Invitation extends Seen>(
  invitations: readonly Invitation[],
  now: number,
): { due: Invitation[]; waiting: Invitation[] } => {
  const unanswered = invitations.filter(isUnanswered);
  return {
    due: unanswered.filter((each) => !isRecent(each, now)),
    waiting: unanswered.filter((each) => isRecent(each, now)),
  };
};
