/** What an invitation becomes in the tree: the office that was asked, who was to come, who came, was present and signed. */
import type { Delegate } from '../invitations/answer-schema.ts';
import type { CheckIn, Invitation, Signature, SignatureKind, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy } from '../pledges/presence-at-reading-rules.ts';
import { known, makeRecord, type PersonalValue, type SealRecord } from './record.ts';

const personalOf = (at: string, { name, office, letter }: Delegate): PersonalValue[] => [
  ...known(`${at}.name`, name),
  ...known(`${at}.office`, office),
  ...known(`${at}.letter`, letter),
];
const plainOf = ({ acting }: Delegate) => ({ acting });

interface Asked {
  frozen: ReadonlySet<string>;
  openedAt: string;
  closedAt: string | null;
}

const signatureOf = ({ signedHolder, signedDelegate, signedSymbolic, signedWitness }: Invitation) => {
  const all: [SignatureKind, Signature | undefined][] = [
    ['holder', signedHolder],
    ['delegate', signedDelegate],
    ['symbolic', signedSymbolic],
    ['witness', signedWitness],
  ];
  return all.flatMap(([as, signature]) => (signature ? [{ as, signature }] : []));
};

/** Revoked before the session opened, and nothing ever came of it: it was not asked. */
const wasAsked = (invitation: Invitation, { frozen, openedAt }: Asked): boolean => {
  const { id, revokedAt, checkIn, undone = [] } = invitation;
  if (frozen.has(id) || revokedAt === undefined || revokedAt >= openedAt) return true;
  return checkIn !== undefined || undone.length > 0 || signatureOf(invitation).length > 0;
};

const standingOf = ({ id, kind }: Invitation, frozen: ReadonlySet<string>) => {
  if (kind === 'guest') return 'GUEST';
  return frozen.has(id) ? 'FROZEN' : 'ADDED';
};

const officeRecord = (invitation: Invitation, frozen: ReadonlySet<string>): SealRecord => {
  const { id, session, kind, name, office, district, holder, erasedAt } = invitation;
  const standing = standingOf(invitation, frozen);
  const facts = { session, invitation: id, standing, acting: holder?.acting };
  // What stands in the place of a name that was erased before it was sealed is nobody's name.
  const said = (field: string, value: string | undefined) => (erasedAt === undefined ? known(field, value) : []);
  const held = holder ? [...said('holder.name', holder.name), ...said('holder.nip', holder.nip)] : [];
  if (kind === 'unit') return makeRecord('office', { ...facts, name, office, class: invitation.class, district }, held);
  return makeRecord('office', facts, [...said('guest.name', name), ...said('guest.office', office), ...held]);
};

const delegationRecords = (invitation: Invitation): SealRecord[] => {
  const { id, session, delegation, takenBack, takenBackBefore = [] } = invitation;
  const of = { session, invitation: id };
  const ended = [...(takenBack ? [takenBack] : []), ...takenBackBefore].map(({ version, at }) =>
    makeRecord('delegation', { ...of, takenBackAt: at, version, delegate: {} }),
  );
  if (!delegation) return ended;
  const { at, version, delegate } = delegation;
  const facts = { ...of, at, version, delegate: plainOf(delegate) };
  return [makeRecord('delegation', facts, personalOf('delegate', delegate)), ...ended];
};

const checkInRecord = ({ id, session }: Invitation, checkIn: CheckIn): SealRecord => {
  const { nonce, at, scannedAt, receivedAt, door, mode, who, evidence, late, delegate, corrected } = checkIn;
  return makeRecord(
    'check-in',
    {
      session,
      invitation: id,
      nonce,
      at,
      scannedAt,
      receivedAt,
      door,
      mode,
      who,
      evidence,
      late: late || undefined,
      delegate: delegate && plainOf(delegate),
      corrected: corrected && { at: corrected.at, was: corrected.was, made: corrected.made },
    },
    [
      ...(delegate ? personalOf('delegate', delegate) : []),
      ...known('operator', checkIn.operator),
      ...known('reason', checkIn.reason),
    ],
  );
};

const undoRecord = ({ id, session }: Invitation, undone: UndoneCheckIn): SealRecord => {
  const { checkIn, at, by, reason, conflict, replacedBy } = undone;
  return makeRecord(
    'undo',
    { session, invitation: id, nonce: checkIn.nonce, checkedInAt: checkIn.at, at, conflict, replacedBy },
    [...known('by', by), ...known('reason', reason)],
  );
};

/** Of the check-in that stands: one that was taken back was no presence. */
const heardRecords = (
  { id, session, checkIn }: Invitation,
  readings: readonly Reading[],
  asked: Pick<Asked, 'closedAt'>,
): SealRecord[] => {
  const reading = checkIn && readingHeardBy(checkIn, readings, asked);
  return reading ? [makeRecord('heard', { session, invitation: id, reading: reading.id, nonce: checkIn.nonce })] : [];
};

const signatureRecord = ({ id, session }: Invitation, as: SignatureKind, signature: Signature): SealRecord => {
  const { at, recordedAt, hash, method, nonce, sheet, drawn, signer, operator } = signature;
  return makeRecord(
    'signature',
    {
      session,
      invitation: id,
      as,
      at,
      recordedAt,
      hash,
      method,
      nonce,
      sheet,
      drawn,
      signer: signer && plainOf(signer),
    },
    [...(signer ? personalOf('signer', signer) : []), ...known('operator', operator)],
  );
};

const erasureRecords = ({ id, session, erasedAt, erasedBy, erasedFor }: Invitation): SealRecord[] => {
  if (erasedAt === undefined) return [];
  const said = [...known('by', erasedBy), ...known('reason', erasedFor)];
  return [makeRecord('erasure', { session, invitation: id, at: erasedAt }, said)];
};

/** Every record of one invitation; none of one that was revoked before the session opened and that nobody used. */
export const recordsOfInvitation = (
  invitation: Invitation,
  { readings, ...asked }: Asked & { readings: readonly Reading[] },
): SealRecord[] => {
  if (!wasAsked(invitation, asked)) return [];
  const { id, session, checkIn, undone = [], revokedAt } = invitation;
  return [
    officeRecord(invitation, asked.frozen),
    ...delegationRecords(invitation),
    ...(checkIn ? [checkInRecord(invitation, checkIn)] : []),
    ...undone.flatMap((one) => [checkInRecord(invitation, one.checkIn), undoRecord(invitation, one)]),
    ...(revokedAt === undefined ? [] : [makeRecord('revocation', { session, invitation: id, at: revokedAt })]),
    ...heardRecords(invitation, readings, asked),
    ...signatureOf(invitation).map(({ as, signature }) => signatureRecord(invitation, as, signature)),
    ...erasureRecords(invitation),
  ];
};
