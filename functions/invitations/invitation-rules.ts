/** What an invitation means: whether it counts, what it owes, and what may be shown of it. */
import { showHolder } from '../roster/show-holder.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { LinkRole } from './answer-rules.ts';
import type { Delegation } from './answer-schema.ts';
import type { Invitation, InvitationShown, PledgeStatus } from './invitation-schema.ts';

/** Whom a code was sent to, or will be: not one that was withdrawn, nor a guest who came in without one. */
export const isInvited = ({ revokedAt, walkIn }: Pick<Invitation, 'revokedAt' | 'walkIn'>): boolean =>
  revokedAt === undefined && walkIn !== true;

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

const showDelegation = ({ delegate, at, bound }: Delegation, link: string | undefined) => ({
  delegate,
  at,
  ...(link !== undefined && { link }),
  ...(bound && { bound: true }),
});

export interface Shown {
  /** The page of whom the invitation is for, for organisers. */
  link?: string | undefined;
  /** The delegate's page, for the holder and for organisers. */
  delegateLink?: string | undefined;
  frozen?: ReadonlySet<string> | null;
}

/** The view of an invitation that the API answers. Amendments are told where the frozen roster is given. */
export const showInvitation = (
  invitation: Invitation,
  session: Pick<Session, 'pledge'>,
  { link, delegateLink, frozen = null }: Shown = {},
): InvitationShown => {
  const amendment = amendmentOf(invitation, frozen);
  const { signedHolder, signedDelegate, signedSymbolic, signedWitness, delegation } = invitation;
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
    wave: invitation.wave,
    guestGroup: invitation.guestGroup,
    alsoHolds: invitation.alsoHolds,
    answer: invitation.answer,
    ...(delegation && { delegation: showDelegation(delegation, delegateLink) }),
    ...(invitation.bound && { bound: true }),
    help: invitation.help,
    remindedAt: invitation.remindedAt,
    walkIn: invitation.walkIn,
    erasedAt: invitation.erasedAt,
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

/** What a link's own page shows. The delegate comes for the office: of its holder there is the name, no answer and no number. */
export const showToLink = (
  invitation: Invitation,
  session: Pick<Session, 'pledge'>,
  role: LinkRole,
  delegateLink?: string,
): InvitationShown => {
  if (role === 'HOLDER') return showInvitation(invitation, session, { delegateLink });
  const { answer: _, holder, ...shown } = showInvitation(invitation, session);
  const { nipMasked: __, nipKind: ___, ...named } = holder ?? {};
  return { ...shown, holder: holder && ({ ...named } as typeof holder) };
};
