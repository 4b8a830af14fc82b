/** What the minutes (berita acara) state, as figures and lists of values: who signed in which order, who heard which reading, the recap. */
import { countedUnits, presenceOf } from '../coverage/coverage-rules.ts';
import { pledgeStatus } from '../invitations/invitation-rules.ts';
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy, readingsHeld, type StartedReading } from '../pledges/presence-at-reading-rules.ts';
import { presentAt } from '../pledges/reading-rules.ts';
import { signatureKinds, signatureOf } from '../pledges/signing-rules.ts';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';

export interface Signed {
  invitation: Invitation;
  kind: SignatureKind;
  signature: Signature;
}

/** The kinds that are listed together: the signers proper, and those whose signatures are not counted. */
export type List = 'ORDER' | 'SYMBOLIC' | 'WITNESS';

/** A signature under its number in its list. */
export interface Listed extends Signed {
  list: List;
  number: number;
}

const listOf: Record<SignatureKind, List> = {
  holder: 'ORDER',
  delegate: 'ORDER',
  symbolic: 'SYMBOLIC',
  witness: 'WITNESS',
};
const lists: readonly List[] = ['ORDER', 'SYMBOLIC', 'WITNESS'];

/** Those of an invitation; a delegate's and the head's own, who signed later, are two. */
const signaturesOf = (invitation: Invitation): Signed[] =>
  signatureKinds.flatMap((kind) => {
    const signature = signatureOf(invitation, kind);
    return signature ? [{ invitation, kind, signature }] : [];
  });

const bySigning = (a: Signed, b: Signed): number => {
  if (a.signature.at !== b.signature.at) return a.signature.at < b.signature.at ? -1 : 1;
  return a.invitation.id < b.invitation.id ? -1 : 1;
};

/** Every signature of a session: each list in the order of signing, the signers proper first. */
export const listSignatures = (invitations: readonly Invitation[]): Listed[] => {
  const signed = invitations.flatMap(signaturesOf).sort(bySigning);
  return lists.flatMap((list) =>
    signed.filter(({ kind }) => listOf[kind] === list).map((each, index) => ({ ...each, list, number: index + 1 })),
  );
};

/** The readings that took place, each with how many were in the hall for it (invitations, not heads). */
export const readingsWithPresent = (
  readings: readonly Reading[],
  invitations: readonly Invitation[],
  session: Pick<Session, 'closedAt'>,
): { reading: StartedReading; present: number }[] => {
  const present = presentAt(invitations, readings, session);
  return readingsHeld(readings).map((reading) => ({ reading, present: present.get(reading.id) ?? 0 }));
};

/** The figures of a class of units, or of several. Present = inPerson + acting + delegated (rule 2); online is neither. */
export interface Recap {
  invited: number;
  inPerson: number;
  acting: number;
  delegated: number;
  heard: number;
  signed: number;
  notYet: number;
  notDue: number;
}

const nothing = (): Recap => ({
  invited: 0,
  inPerson: 0,
  acting: 0,
  delegated: 0,
  heard: 0,
  signed: 0,
  notYet: 0,
  notDue: 0,
});

const presenceField = { IN_PERSON: 'inPerson', ACTING: 'acting', DELEGATED: 'delegated' } as const;
const pledgeField = { SIGNED: 'signed', NOT_YET: 'notYet', NOT_DUE: 'notDue' } as const;

interface Facts {
  invitations: readonly Invitation[];
  readings: readonly Reading[];
  pledge: Pick<SessionPledge, 'classes'>;
  closedAt: string | null;
}

const recapOf = ({ invitations, readings, pledge, closedAt }: Facts): Recap => {
  const recap = nothing();
  for (const invitation of invitations) {
    const presence = presenceOf(invitation);
    recap.invited += 1;
    if (presence in presenceField) recap[presenceField[presence as keyof typeof presenceField]] += 1;
    if (invitation.checkIn && readingHeardBy(invitation.checkIn, readings, { closedAt })) recap.heard += 1;
    recap[pledgeField[pledgeStatus(invitation, pledge)]] += 1;
  }
  return recap;
};

/** By class in protocol order, over the frozen roster (rule 5); their sum; and the guests, who stand outside of it (rule 4). */
export const recapByClass = (
  facts: Facts,
  frozen: ReadonlySet<string> | null,
): { classes: (Recap & { class: UnitClassCode })[]; total: Recap; guests: Recap } => {
  const units = countedUnits(facts.invitations, frozen);
  const codes = [...new Set(units.map((unit) => unit.class as UnitClassCode))].sort(
    (a, b) => classOrder(a) - classOrder(b),
  );
  const of = (invitations: readonly Invitation[]) => recapOf({ ...facts, invitations });
  const guests = facts.invitations.filter(({ kind, revokedAt }) => kind === 'guest' && revokedAt === undefined);
  return {
    classes: codes.map((code) => ({ class: code, ...of(units.filter((unit) => unit.class === code)) })),
    total: of(units),
    guests: of(guests),
  };
};

/** Units for which only a delegate has signed so far: the head stays NOT_YET (rule 3). */
export const byDelegateOnly = (
  { invitations, pledge }: Pick<Facts, 'invitations' | 'pledge'>,
  frozen: ReadonlySet<string> | null,
): number =>
  countedUnits(invitations, frozen).filter(
    (unit) => unit.signedDelegate !== undefined && pledgeStatus(unit, pledge) === 'NOT_YET',
  ).length;
