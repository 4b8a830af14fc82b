/** What makes a conflict, what the rules would do about it, and how it is shown. */
import type { CheckIn, Invitation, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Conflict, ConflictKind, ConflictShown } from './conflict-schema.ts';

type Proposal = ConflictShown['proposal'];

const isDelegate = ({ who }: CheckIn): boolean => who === 'delegate';

/** Two stories of one code: of the head and of a delegate, or of the same. */
export const kindOfTwo = (recorded: CheckIn, other: CheckIn): ConflictKind =>
  isDelegate(recorded) === isDelegate(other) ? 'ADMITTED_TWICE' : 'HOLDER_AND_DELEGATE';

/** One conflict a scan of an invitation, however often it is sent; a nonce that is used for another invitation is another scan. */
export const conflictIdOf = (invitation: string, nonce: string): string => `${invitation}-${nonce}`;

/** The conflict that a scan makes which let somebody in although the engine says `already`, or that the code was revoked. */
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

type Story = Pick<Conflict, 'kind' | 'other' | 'version'>;

/** When the code that was scanned stopped being good; undefined for a code older than the last replaced one. */
const endOf = (
  version: number | undefined,
  { tokenVersion, revokedAt, replacedAt }: Invitation,
): string | undefined => {
  if (version === undefined) return revokedAt ?? replacedAt;
  if (version >= tokenVersion) return revokedAt;
  return version === tokenVersion - 1 ? replacedAt : undefined;
};

const aboutRevoked = ({ other, version }: Story, invitation: Invitation): Proposal => {
  const { checkIn, tokenVersion } = invitation;
  const ended = endOf(version, invitation);
  if (ended === undefined && version !== undefined && version < tokenVersion)
    return { decision: 'KEEP', because: 'OLDER_CODE' };
  const wasGood = ended !== undefined && other.at < ended;
  if (!wasGood) return { decision: 'KEEP', because: 'SCANNED_AFTER_REVOCATION' };
  return checkIn ? earlier(checkIn, other) : { decision: 'TAKE_OTHER', because: 'SCANNED_BEFORE_REVOCATION' };
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
