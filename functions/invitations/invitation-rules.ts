/** What an invitation means: whether it counts, what it owes, and what may be shown of it. */
import { showHolder } from '../roster/show-holder.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { Invitation, InvitationShown, PledgeStatus } from './invitation-schema.ts';

/**
 * SIGNED, NOT_YET or NOT_DUE. Only the office holder's own signature settles it: not a delegate's (rule 3), not a symbolic
 * one, not a witness's, and guests owe none (rule 4).
 */
export const pledgeStatus = (invitation: Invitation, pledge: Pick<SessionPledge, 'classes'> | null): PledgeStatus => {
  const due =
    pledge !== null &&
    invitation.kind === 'unit' &&
    invitation.class !== undefined &&
    pledge.classes.includes(invitation.class);
  if (!due) return 'NOT_DUE';
  return invitation.signedHolder ? 'SIGNED' : 'NOT_YET';
};

/**
 * Changed after the freeze: recorded and shown, without moving the denominator (rule 5). Told by membership in the frozen roster,
 * not by times: an invitation may be written while another call opens the session.
 */
export const amendmentOf = (
  invitation: Invitation,
  frozen: ReadonlySet<string> | null,
): 'ADDED' | 'REVOKED' | undefined => {
  if (frozen === null || invitation.kind !== 'unit') return undefined;
  const revoked = invitation.revokedAt !== undefined;
  if (frozen.has(invitation.id)) return revoked ? 'REVOKED' : undefined;
  return revoked ? undefined : 'ADDED';
};

/** The view of an invitation that the API answers. Amendments are told where the frozen roster is given. */
export const showInvitation = (
  invitation: Invitation,
  session: Pick<Session, 'pledge'>,
  { link, frozen = null }: { link?: string; frozen?: ReadonlySet<string> | null } = {},
): InvitationShown => {
  const amendment = amendmentOf(invitation, frozen);
  const { signedHolder, signedDelegate, signedSymbolic, signedWitness } = invitation;
  return {
    id: invitation.id,
    session: invitation.session,
    kind: invitation.kind,
    class: invitation.class,
    name: invitation.name,
    office: invitation.office,
    district: invitation.district,
    districtName: invitation.districtName,
    holder: showHolder(invitation.holder),
    revoked: invitation.revokedAt !== undefined,
    version: invitation.tokenVersion,
    ...(amendment && { amendment }),
    invitedAt: invitation.invitedAt,
    checkIn: invitation.checkIn,
    undone: invitation.undone,
    seat: invitation.seat,
    walkIn: invitation.walkIn,
    pledge: {
      status: pledgeStatus(invitation, session.pledge),
      signedAt: signedHolder?.at,
      delegateSignedAt: signedDelegate?.at,
      symbolicAt: signedSymbolic?.at,
      witnessedAt: signedWitness?.at,
    },
    ...(link !== undefined && invitation.revokedAt === undefined && { link }),
  };
};
