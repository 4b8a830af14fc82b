/** Who may sign, when, as what; each kind of signature has its own place, so that none can stand for another (rules 3 and 4). */
import { createHash } from 'node:crypto';
import { roleOf } from '../invitations/answer-rules.ts';
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import type { CheckedRole } from '../seals/check-code.ts';
import { signableStates } from '../sessions/session-rules.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { Reading, SignatureRequest } from './pledge-schema.ts';
import { isInSession, readingsHeld } from './presence-at-reading-rules.ts';

export const signatureKinds: readonly SignatureKind[] = ['holder', 'delegate', 'symbolic', 'witness'];

/** Where a signature is kept. */
export const signatureKind = (request: Pick<SignatureRequest, 'who' | 'role' | 'symbolic'>): SignatureKind => {
  if (request.role === 'WITNESS') return 'witness';
  if (request.symbolic) return 'symbolic';
  return request.who;
};

export const signatureOf = (invitation: Invitation, kind: SignatureKind): Signature | undefined =>
  ({
    holder: invitation.signedHolder,
    delegate: invitation.signedDelegate,
    symbolic: invitation.signedSymbolic,
    witness: invitation.signedWitness,
  })[kind];

/** What must be so of an invitation for a signature of it. */
export interface Terms {
  /** The unit classes that owe the pledge, where the signature is one of those who do; absent for a symbolic one and a witness's. */
  classes?: readonly string[];
  /** A guest may sign too: a Pj Bupati who signs first owes nothing, and signs at the table. */
  guests?: boolean;
  /** The version of the link that is signed by. */
  version?: number;
  /** The head stands at the table, so it is not their delegate who is on record as present. */
  inPerson?: boolean;
}

export type Refusal = 'INVITATION_UNKNOWN' | 'INVITATION_REVOKED' | 'PLEDGE_NOT_DUE' | 'PLEDGE_HEAD_ABSENT';

/** Units sign what they owe. By link only what is owed is asked for, so that a guest's link signs nothing. */
export const termsOf = (
  pledge: Pick<SessionPledge, 'classes'>,
  kind: SignatureKind,
  { who, method, version }: { who: SignatureRequest['who']; method: Signature['method']; version?: number },
): Terms => {
  const common = {
    ...(version !== undefined && { version }),
    ...(who === 'holder' && method === 'TABLET' && { inPerson: true }),
  };
  if (kind === 'symbolic' || kind === 'witness') return common;
  return { classes: pledge.classes, ...(version === undefined && { guests: true }), ...common };
};

/** Which of the terms an invitation does not meet; undefined where it meets them. */
export const unmet = (invitation: Invitation, { classes, guests, version, inPerson }: Terms): Refusal | undefined => {
  const dead = version !== undefined && roleOf(invitation, version) === undefined;
  if (invitation.revokedAt !== undefined || dead) return 'INVITATION_REVOKED';
  const isGuest = invitation.kind === 'guest';
  const owes = !isGuest && invitation.class !== undefined && classes?.includes(invitation.class);
  if (classes !== undefined && !owes && !(guests && isGuest)) return 'PLEDGE_NOT_DUE';
  return inPerson && invitation.checkIn?.who === 'delegate' ? 'PLEDGE_HEAD_ABSENT' : undefined;
};

/** Why a signature was refused. Where nothing speaks against it any more, it changed between the write and the read that asks why. */
export const refusalOf = (invitation: Invitation, terms: Terms): Refusal =>
  unmet(invitation, terms) ?? 'INVITATION_REVOKED';

/** Tablets' clocks may be behind the engine's. */
const clockSlackMs = 60_000;

/** When the first reading that took place began; undefined where none did. */
export const firstReading = (readings: readonly Reading[]): string | undefined => readingsHeld(readings)[0]?.startedAt;

/** Why nobody may sign this text in this session at this moment; undefined where they may. */
export const refusedSigning = (
  { state, pledge }: Pick<Session, 'state' | 'pledge'>,
  readSince: string | undefined,
  { at, hash }: Pick<Signature, 'at' | 'hash'>,
): 'SESSION_WRONG_STATE' | 'PLEDGE_NOT_DUE' | 'PLEDGE_TEXT_DIFFERS' | 'PLEDGE_NOT_READ' | undefined => {
  if (!signableStates.includes(state)) return 'SESSION_WRONG_STATE';
  if (!pledge) return 'PLEDGE_NOT_DUE';
  if (hash !== pledge.hash) return 'PLEDGE_TEXT_DIFFERS';
  if (!pledge.readFirst) return undefined;
  const read = readSince !== undefined && Date.parse(at) >= Date.parse(readSince) - clockSlackMs;
  return read ? undefined : 'PLEDGE_NOT_READ';
};

/** Paper bears the number of its sheet, and nothing else does. The field that is wrong. */
export const wrongSheet = ({ method, sheet }: Pick<SignatureRequest, 'method' | 'sheet'>): boolean =>
  (method === 'PAPER') !== (sheet !== undefined);

/** Whether it was a delegate's hand: in the place of symbolic signatures and of witnesses' ones that is kept with the signature. */
export const isByDelegate = (kind: SignatureKind, { signer }: Pick<Signature, 'signer'>): boolean =>
  kind === 'delegate' || (kind !== 'holder' && signer !== undefined);

/** Whether the time that was noted is nobody's: only of paper is one noted, and none from before the session was open. */
export const wrongTime = (
  { method, signedAt }: Pick<SignatureRequest, 'method' | 'signedAt'>,
  { openedAt }: Pick<Session, 'openedAt'>,
): 'only-of-paper' | 'not-in-session' | undefined => {
  if (signedAt === undefined) return undefined;
  if (method !== 'PAPER') return 'only-of-paper';
  return isInSession(signedAt, { openedAt, closedAt: null }) ? undefined : 'not-in-session';
};

/** SHA-256 in hex over drawn strokes as they are kept. */
export const drawingHash = (drawn: string): string => createHash('sha256').update(drawn, 'utf8').digest('hex');

/** Whose receipt a signature of this kind is: a delegate's stands apart from the head's. */
export const receiptRole = (kind: SignatureKind, signature: Pick<Signature, 'signer'>): CheckedRole =>
  isByDelegate(kind, signature) ? 'DELEGATE' : 'HOLDER';

/** Whether anything stands that a link's holder can prove: that they came, or signed. */
export const hasReceipt = (
  { checkIn, signedHolder, signedDelegate, signedSymbolic, signedWitness }: Invitation,
  role: 'HOLDER' | 'DELEGATE',
): boolean => {
  const isTheirs = (delegate: boolean): boolean => delegate === (role === 'DELEGATE');
  const own = role === 'DELEGATE' ? signedDelegate : signedHolder;
  if (own || (checkIn && isTheirs(checkIn.who === 'delegate'))) return true;
  if (signedSymbolic && isTheirs(isByDelegate('symbolic', signedSymbolic))) return true;
  return signedWitness !== undefined && isTheirs(isByDelegate('witness', signedWitness));
};
