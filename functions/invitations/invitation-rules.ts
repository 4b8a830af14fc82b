/** What an invitation means: whether it counts, what it owes, and what may be shown of it. */
import { maskNip } from '../roster/nip.ts';
import type { Holder, HolderShown } from '../roster/unit-schema.ts';
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

/** Changed after the freeze: recorded and shown, without moving the denominator (rule 5). */
export const amendmentOf = (invitation: Invitation, frozenAt: string | undefined): 'ADDED' | 'REVOKED' | undefined => {
  if (frozenAt === undefined || invitation.kind !== 'unit') return undefined;
  if (invitation.invitedAt > frozenAt) return 'ADDED';
  return invitation.revokedAt !== undefined && invitation.revokedAt > frozenAt ? 'REVOKED' : undefined;
};

/** A holder with the NIP masked and the phone left out (rule 9). */
export const showHolder = (holder: Holder | Omit<Holder, 'phone'> | null): HolderShown | null => {
  if (holder === null) return null;
  const { nip, phone: _, ...rest }: Holder = holder;
  return { ...rest, ...(nip !== undefined && { nipMasked: maskNip(nip) }) };
};

/** The view of an invitation that the API answers. */
export const showInvitation = (
  invitation: Invitation,
  session: Pick<Session, 'pledge' | 'frozen'>,
  link?: string,
): InvitationShown => {
  const amendment = amendmentOf(invitation, session.frozen?.at);
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
