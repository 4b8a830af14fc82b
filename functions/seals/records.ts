/** What a session's seal is made of: every record of it, in the order of the tree. */
import type { Denial, HeadCount } from '../check-in/check-in-schema.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type LeafKind, leafKinds } from './leaf-schema.ts';
import { identityOf, type SealRecord } from './record.ts';
import { recordsOfInvitation } from './records-of-people.ts';
import {
  asClosed,
  conflictRecord,
  denialRecord,
  headCountRecord,
  readingRecords,
  sessionRecord,
} from './records-of-session.ts';

export interface SealMaterial {
  session: Session;
  invitations: readonly Invitation[];
  /** Ids of the units of the frozen roster. */
  frozen: ReadonlySet<string>;
  denials: readonly Denial[];
  headCounts: readonly HeadCount[];
  conflicts: readonly Conflict[];
  readings: readonly Reading[];
}

const compareTexts = (one = '', other = ''): number => (one === other ? 0 : one < other ? -1 : 1);

/** Of a kind: by invitation, then by what names the record there, then by time. No two are alike but those that are told twice. */
const compareRecords = (one: SealRecord, other: SealRecord): number =>
  compareTexts(one.invitation, other.invitation) ||
  compareTexts(one.nonce ?? one.id, other.nonce ?? other.id) ||
  compareTexts(one.at, other.at) ||
  compareTexts(identityOf(one), identityOf(other));

/** Each once, kind by kind. What is read comes nearly in this order, and sort() looks once at what is in order. */
const inOrder = (records: readonly SealRecord[]): SealRecord[] => {
  const byKind = new Map(leafKinds.map((kind): [LeafKind, SealRecord[]] => [kind, []]));
  for (const record of records) byKind.get(record.kind)?.push(record);
  return [...byKind.values()].flatMap((all) =>
    all.sort(compareRecords).filter((record, index) => {
      const next = all[index + 1];
      return next === undefined || compareRecords(record, next) !== 0;
    }),
  );
};

/**
 * Every record of a closed session, each once, in the order of the tree. An addendum takes of it what is under no head yet, in the
 * same order. Throws for a session that is not closed.
 */
export const recordsOf = (material: SealMaterial): SealRecord[] => {
  const { invitations, frozen, denials, headCounts, conflicts, readings } = material;
  const session = asClosed(material.session);
  const asked = { frozen, openedAt: session.openedAt, closedAt: session.closedAt, readings };
  const all: SealRecord[] = [
    sessionRecord(session),
    ...invitations.flatMap((invitation) => recordsOfInvitation(invitation, asked)),
    ...denials.map((denial) => denialRecord(session.id, denial)),
    ...headCounts.map((counted) => headCountRecord(session.id, counted)),
    ...conflicts.map(conflictRecord),
    ...readings.flatMap((reading) => readingRecords(session.id, reading)),
  ];
  return inOrder(all);
};
