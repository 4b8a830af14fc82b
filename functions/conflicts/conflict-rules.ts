/** What makes a conflict, what the rules would do about it, and how it is shown. */
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Conflict, ConflictKind, ConflictShown } from './conflict-schema.ts';

type Proposal = ConflictShown['proposal'];

const isDelegate = ({ who }: CheckIn): boolean => who === 'delegate';

/** Two stories of one code: of the head and of a delegate, or of the same. */
export const kindOfTwo = (recorded: CheckIn, other: CheckIn): ConflictKind =>
  isDelegate(recorded) === isDelegate(other) ? 'ADMITTED_TWICE' : 'HOLDER_AND_DELEGATE';

/** The conflict that a scan makes which let somebody in although the engine says `already`, or that the code was revoked. */
export const conflictOf = (
  invitation: Invitation,
  other: CheckIn,
  { revoked, now }: { revoked: boolean; now: Date },
): Conflict => {
  const recorded = invitation.checkIn;
  return {
    id: other.nonce,
    session: invitation.session,
    invitation: invitation.id,
    kind: revoked || !recorded ? 'REVOKED_ADMITTED' : kindOfTwo(recorded, other),
    ...(recorded && { recorded }),
    other,
    foundAt: now.toISOString(),
  };
};

const earlier = (recorded: CheckIn, other: CheckIn): Proposal => ({
  decision: other.at < recorded.at ? 'TAKE_OTHER' : 'KEEP',
  because: 'EARLIER',
});

const aboutRevoked = (other: CheckIn, { checkIn, revokedAt }: Invitation): Proposal => {
  // A code that was replaced has no time of its end: then nothing says that it was still good.
  const wasGood = revokedAt !== undefined && other.at < revokedAt;
  if (!wasGood) return { decision: 'KEEP', because: 'SCANNED_AFTER_REVOCATION' };
  return checkIn ? earlier(checkIn, other) : { decision: 'TAKE_OTHER', because: 'SCANNED_BEFORE_REVOCATION' };
};

/**
 * What the rules would do. The earlier time wins; the head counts before a delegate; a code that was still good when it was
 * scanned counts. The organiser decides.
 */
export const propose = ({ kind, other }: Pick<Conflict, 'kind' | 'other'>, invitation: Invitation): Proposal => {
  if (kind === 'REVOKED_ADMITTED') return aboutRevoked(other, invitation);
  const { checkIn } = invitation;
  if (!checkIn) return { decision: 'TAKE_OTHER', because: 'RECORD_UNDONE' };
  // The record may have been corrected, or be another one by now.
  if (isDelegate(checkIn) === isDelegate(other)) return earlier(checkIn, other);
  return { decision: isDelegate(checkIn) ? 'TAKE_OTHER' : 'KEEP', because: 'HOLDER_CAME' };
};

/** The record that makes room for another scan. */
export const replacedBy = (
  conflict: Conflict,
  record: CheckIn,
  { at, by }: { at: string; by: string },
): UndoneCheckIn => ({
  checkIn: record,
  at,
  by,
  reason: conflict.kind,
  conflict: conflict.id,
});

/** An open conflict is about the record that stands there now; a decided one, about the record that it was found with. */
const asItStands = (conflict: Conflict, invitation: Invitation): Invitation =>
  conflict.decision === undefined ? invitation : { ...invitation, checkIn: conflict.recorded };

export const showConflict = (conflict: Conflict, invitation: Invitation): ConflictShown => ({
  id: conflict.id,
  invitation: {
    id: invitation.id,
    name: invitation.name,
    office: invitation.office,
    holderName: invitation.holder?.name ?? null,
    revokedAt: invitation.revokedAt,
  },
  kind: conflict.kind,
  recorded: asItStands(conflict, invitation).checkIn,
  other: conflict.other,
  foundAt: conflict.foundAt,
  proposal: propose(conflict, asItStands(conflict, invitation)),
  decision: conflict.decision,
  decidedAt: conflict.decidedAt,
  reason: conflict.reason,
});

/** Open ones first, then the oldest first. */
export const listOrder = ({ decision, foundAt, id }: Pick<Conflict, 'decision' | 'foundAt' | 'id'>): string =>
  `${decision === undefined ? 0 : 1}#${foundAt}#${id}`;
