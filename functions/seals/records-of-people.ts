/** What an invitation becomes in the tree: the office that was asked, who was to come, who came, was present and signed. */
import type { Delegate } from '../invitations/answer-schema.ts';
import type { CheckIn, Invitation, Signature, SignatureKind, UndoneCheckIn } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy } from '../pledges/presence-at-reading-rules.ts';
import type { Personal } from './leaf-text.ts';
import { known, type RecordOf, type SealRecord } from './record.ts';

const delegateOf = ({ name, office, letter, acting }: Delegate) => ({
  name: known(name),
  office: known(office),
  letter: known(letter),
  acting,
});

/** Undefined where none of them is known. */
const anyOf = (values: Record<string, Personal | undefined>) =>
  Object.values(values).some((value) => value !== undefined) ? values : undefined;

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

const officeRecord = (invitation: Invitation, frozen: ReadonlySet<string>): RecordOf<'office'> => {
  const { id, session, kind, name, office, district, holder, erasedAt } = invitation;
  // What stands in the place of a name that was erased before it was sealed is nobody's name.
  const said = (value: string | undefined) => (erasedAt === undefined ? known(value) : undefined);
  const isUnit = kind === 'unit';
  return {
    kind: 'office',
    session,
    invitation: id,
    standing: standingOf(invitation, frozen),
    acting: holder?.acting,
    holder: holder ? anyOf({ name: said(holder.name), nip: said(holder.nip) }) : undefined,
    name: isUnit ? name : undefined,
    office: isUnit ? office : undefined,
    class: isUnit ? invitation.class : undefined,
    district: isUnit ? district : undefined,
    guest: isUnit ? undefined : anyOf({ name: said(name), office: said(office) }),
  };
};

const delegationRecords = ({ id, session, ...invitation }: Invitation): RecordOf<'delegation'>[] => {
  const { delegation, takenBack, takenBackBefore = [] } = invitation;
  const of = { kind: 'delegation', session, invitation: id } as const;
  const ended = [...(takenBack ? [takenBack] : []), ...takenBackBefore].map(({ version, at }) => ({
    ...of,
    takenBackAt: at,
    version,
    delegate: {},
  }));
  if (!delegation) return ended;
  const { at, version, delegate } = delegation;
  return [{ ...of, at, version, delegate: delegateOf(delegate) }, ...ended];
};

const checkInRecord = ({ id, session }: Invitation, checkIn: CheckIn): RecordOf<'check-in'> => {
  const { nonce, at, scannedAt, receivedAt, door, mode, who, evidence, late, delegate, corrected } = checkIn;
  return {
    kind: 'check-in',
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
    delegate: delegate && delegateOf(delegate),
    operator: known(checkIn.operator),
    reason: known(checkIn.reason),
    corrected: corrected && { at: corrected.at, was: corrected.was, made: corrected.made },
  };
};

const undoRecord = (
  { id, session }: Invitation,
  { checkIn, at, by, reason, conflict, replacedBy }: UndoneCheckIn,
): RecordOf<'undo'> => ({
  kind: 'undo',
  session,
  invitation: id,
  nonce: checkIn.nonce,
  checkedInAt: checkIn.at,
  at,
  by: known(by),
  reason: known(reason),
  conflict,
  replacedBy,
});

/** Of the check-in that stands: one that was taken back was no presence. */
const heardRecords = (
  { id, session, checkIn }: Invitation,
  readings: readonly Reading[],
  asked: Pick<Asked, 'closedAt'>,
): RecordOf<'heard'>[] => {
  const reading = checkIn && readingHeardBy(checkIn, readings, asked);
  return reading ? [{ kind: 'heard', session, invitation: id, reading: reading.id, nonce: checkIn.nonce }] : [];
};

const signatureRecord = (
  { id, session }: Invitation,
  as: SignatureKind,
  { at, recordedAt, hash, method, nonce, sheet, drawn, signer, operator }: Signature,
): RecordOf<'signature'> => ({
  kind: 'signature',
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
  signer: signer && delegateOf(signer),
  operator: known(operator),
});

const erasureRecords = ({ id, session, erasedAt, erasedBy, erasedFor }: Invitation): RecordOf<'erasure'>[] =>
  erasedAt === undefined
    ? []
    : [{ kind: 'erasure', session, invitation: id, at: erasedAt, by: known(erasedBy), reason: known(erasedFor) }];

const revocationRecords = ({ id, session, revokedAt }: Invitation): RecordOf<'revocation'>[] =>
  revokedAt === undefined ? [] : [{ kind: 'revocation', session, invitation: id, at: revokedAt }];

/** Every record of one invitation; none of one that was revoked before the session opened and that nobody used. */
export const recordsOfInvitation = (
  invitation: Invitation,
  { readings, ...asked }: Asked & { readings: readonly Reading[] },
): SealRecord[] => {
  if (!wasAsked(invitation, asked)) return [];
  const { checkIn, undone = [] } = invitation;
  return [
    officeRecord(invitation, asked.frozen),
    ...delegationRecords(invitation),
    ...(checkIn ? [checkInRecord(invitation, checkIn)] : []),
    ...undone.flatMap((one) => [checkInRecord(invitation, one.checkIn), undoRecord(invitation, one)]),
    ...revocationRecords(invitation),
    ...heardRecords(invitation, readings, asked),
    ...signatureOf(invitation).map(({ as, signature }) => signatureRecord(invitation, as, signature)),
    ...erasureRecords(invitation),
  ];
};
