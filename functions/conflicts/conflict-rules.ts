/** What makes a conflict, what the rules would do about it, and how it is shown. */
import { holderVersionOf } from '../invitations/answer-rules.ts';
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Conflict, ConflictKind, ConflictShown } from './conflict-schema.ts';

type Proposal = ConflictShown['proposal'];

const isDelegate = ({ who }: CheckIn): boolean => who === 'delegate';

/** Two stories of one code: of the head and of a delegate, or of the same. */
export const kindOfTwo = (recorded: CheckIn, other: CheckIn): ConflictKind =>
  isDelegate(recorded) === isDelegate(other) ? 'ADMITTED_TWICE' : 'HOLDER_AND_DELEGATE';

/** One conflict a scan of an invitation, however often it is sent; a nonce that is used for another invitation is another scan. */
export const conflictIdOf = (invitation: string, nonce: string): string => `${invitation}-${nonce}`;

/**
 * The conflict that a scan makes which let somebody in although the engine says `already`, that the code was revoked, or that a
 * delegate is named for whom it was: then the two stories are of the head and the delegate, if the delegate is on record.
 */
export const conflictOf = (
  invitation: Invitation,
  other: CheckIn,
  { revoked, version, now }: { revoked: boolean; version?: number | undefined; now: Date },
): Conflict => {
  const recorded = invitation.checkIn;
  return {
    id: conflictIdOf(invitation.id, other.nonce),
    session: invitation.session,
    invitation: invitation.id,
    kind: revoked || !recorded ? 'REVOKED_ADMITTED' : kindOfTwo(recorded, other),
    ...(recorded && { recorded }),
    other,
    version: version ?? invitation.tokenVersion,
    foundAt: now.toISOString(),
  };
};

const earlier = (recorded: CheckIn, other: CheckIn): Proposal => ({
  decision: other.at < recorded.at ? 'TAKE_OTHER' : 'KEEP',
  because: 'EARLIER',
});

/** Of two who came: the head before a delegate, otherwise the earlier one. */
const between = (recorded: CheckIn, other: CheckIn): Proposal => {
  if (isDelegate(recorded) === isDelegate(other)) return earlier(recorded, other);
  return { decision: isDelegate(recorded) ? 'TAKE_OTHER' : 'KEEP', because: 'HOLDER_CAME' };
};

type Story = Pick<Conflict, 'kind' | 'other' | 'version'>;

/**
 * When the code that was scanned stopped being good: a moment, null for one that did not, undefined where that is not known any more.
 * The holder's code is closed to others by a delegation.
 */
const endOf = (version: number | undefined, invitation: Invitation): string | null | undefined => {
  const { tokenVersion, revokedAt, replacedAt, delegation, takenBack, takenBackBefore = [] } = invitation;
  if (version === undefined) return revokedAt ?? replacedAt;
  const holders = holderVersionOf(invitation);
  if (version === holders) return delegation?.at ?? revokedAt ?? null;
  if (version === tokenVersion) return revokedAt ?? null;
  // Items of an older version do not say which one was replaced: none had a delegate then.
  if (version === (invitation.replacedVersion ?? holders - 1)) return replacedAt;
  return [...(takenBack ? [takenBack] : []), ...takenBackBefore].find((one) => one.version === version)?.at;
};

/** By the holder's own code, which a named delegate had closed or closes still. */
const isHoldersCode = (version: number | undefined, invitation: Invitation): boolean =>
  version !== undefined && invitation.revokedAt === undefined && version === holderVersionOf(invitation);

const aboutRevoked = ({ other, version }: Story, invitation: Invitation): Proposal => {
  const { checkIn } = invitation;
  // The head has come, and counts before the delegate.
  if (isHoldersCode(version, invitation) && !isDelegate(other))
    return checkIn ? between(checkIn, other) : { decision: 'TAKE_OTHER', because: 'HOLDER_CAME' };
  const ended = endOf(version, invitation);
  if (ended === undefined) return { decision: 'KEEP', because: 'OLDER_CODE' };
  if (ended !== null && other.at >= ended) return { decision: 'KEEP', because: 'SCANNED_AFTER_REVOCATION' };
  return checkIn ? between(checkIn, other) : { decision: 'TAKE_OTHER', because: 'SCANNED_BEFORE_REVOCATION' };
};

/**
 * What the rules would do. The earlier time wins; the head counts before a delegate; a code that was still good when it was
 * scanned counts. The organiser decides.
 */
export const propose = (conflict: Story, invitation: Invitation): Proposal => {
  const { kind, other } = conflict;
  const { checkIn, undoneNonces = [] } = invitation;
  if (undoneNonces.includes(other.nonce)) return { decision: 'KEEP', because: 'OTHER_UNDONE' };
  if (kind === 'REVOKED_ADMITTED') return aboutRevoked(conflict, invitation);
  if (!checkIn) return { decision: 'TAKE_OTHER', because: 'RECORD_UNDONE' };
  // The record may have been corrected, or be another one by now.
  return between(checkIn, other);
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
  conflict.decision === undefined ? invitation : { ...invitation, checkIn: conflict.recorded, undoneNonces: [] };

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
