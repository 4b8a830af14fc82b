/** Who is written to, and who is reminded. */

import { isInvited } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import type { MessagePurpose } from './message-schema.ts';

/** Nobody is reminded again within a day. */
export const remindAgainAfterMs = 24 * 3_600_000;

/** While the link can be answered: before it is published it shows nothing, after the session nobody is waited for. */
export const messageStates: readonly SessionState[] = ['PUBLISHED', 'OPEN'];

/** Invited, and nothing was heard of them. */
export const isUnanswered = (invitation: Invitation): boolean =>
  isInvited(invitation) && invitation.answer === undefined && invitation.checkIn === undefined;

export interface Which {
  purpose: MessagePurpose;
  /** The call that claimed whom to remind; every call's where none is named. */
  reminder?: string | undefined;
}

/** A claim is good for a day. After it the same people may be claimed anew, so what is left of it must not be sent beside that. */
const isClaimed = ({ remindedAt }: Invitation, now: Date): boolean =>
  remindedAt !== undefined && Date.parse(remindedAt) > now.getTime() - remindAgainAfterMs;

/** Whether a message of this purpose is for this invitation. Whoever answers after being claimed is not reminded any more. */
export const isWrittenTo = (invitation: Invitation, { purpose, reminder }: Which, now: Date): boolean => {
  if (purpose === 'INVITE') return isInvited(invitation);
  const isOfCall = reminder === undefined || invitation.remindedBy === reminder;
  return isUnanswered(invitation) && isClaimed(invitation, now) && isOfCall;
};

export type Claim = 'TO_CLAIM' | 'CLAIMED' | 'WAITING' | 'NOT_DUE';

/** What a call to remind does about an invitation: claims it, has claimed it already, or leaves it. */
export const claimOf = (
  invitation: Invitation,
  { by, classes, now }: { by: string; classes?: readonly UnitClassCode[] | undefined; now: Date },
): Claim => {
  const { class: unitClass, remindedBy } = invitation;
  if (classes && !(unitClass && classes.includes(unitClass))) return 'NOT_DUE';
  if (remindedBy === by) return 'CLAIMED';
  if (!isUnanswered(invitation)) return 'NOT_DUE';
  return isClaimed(invitation, now) ? 'WAITING' : 'TO_CLAIM';
};
