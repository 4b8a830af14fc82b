/** What a session's seal is made of: every record of it, in the order of the tree. */
import type { Denial, HeadCount } from '../check-in/check-in-schema.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { leafKinds } from './leaf-schema.ts';
import type { SealRecord } from './record.ts';
import { recordsOfInvitation } from './records-of-people.ts';
import {
  asClosed,
  conflictRecord,
  denialRecord,
  headCountRecord,
  readingRecords,
  sessionRecord,
} from './records-of-session.ts';

export { identityOf, type SealRecord, sealRecord } from './record.ts';

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

/** By kind, then by invitation, then by what names the record there, then by time. */
const placeOf = ({ kind, plain }: SealRecord): string => {
  const { invitation = '', nonce, id, at = '' } = plain as Record<string, string | undefined>;
  const rank = String(leafKinds.indexOf(kind)).padStart(2, '0');
  return [rank, invitation, nonce ?? id ?? '', at].join('\0');
};

const inOrder = (records: readonly SealRecord[]): SealRecord[] =>
  records
    .map((record) => ({ record, place: `${placeOf(record)}\0${record.identity}` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ record }) => record);

/**
 * Every record of a closed session, each once, in the order of the tree. An addendum takes of it what is under no head yet, in the
 * same order. Throws for a session that is not closed.
 */
export const recordsOf = (material: SealMaterial): SealRecord[] => {
  const { invitations, frozen, denials, headCounts, conflicts, readings } = material;
  const session = asClosed(material.session);
  const asked = { frozen, openedAt: session.openedAt, closedAt: session.closedAt, readings };
  const all = [
    sessionRecord(session),
    ...invitations.flatMap((invitation) => recordsOfInvitation(invitation, asked)),
    ...denials.map((denial) => denialRecord(session.id, denial)),
    ...headCounts.map((counted) => headCountRecord(session.id, counted)),
    ...conflicts.map(conflictRecord),
    ...readings.flatMap((reading) => readingRecords(session.id, reading)),
  ];
  return inOrder([...new Map(all.map((record) => [record.identity, record])).values()]);
};
