/** What becomes a leaf of a session itself: its facts, its readings, what its doors counted, refused and disagreed about. */
import type { Denial, HeadCount } from '../check-in/check-in-schema.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { known, type RecordOf } from './record.ts';

/** A session that a seal can be made of. */
export type ClosedSession = Session & { frozen: NonNullable<Session['frozen']>; openedAt: string; closedAt: string };

/** Throws for a session that is not closed: that is its caller's mistake. */
export const asClosed = (session: Session): ClosedSession => {
  const { state, frozen, openedAt, closedAt } = session;
  if (state !== 'CLOSED' || frozen === null || openedAt === null || closedAt === null)
    throw new Error(`Session ${session.id} is not closed.`);
  return { ...session, frozen, openedAt, closedAt };
};

export const sessionRecord = (session: ClosedSession): RecordOf<'session'> => {
  const { id, regency, title, organizer, venue, zone, startsAt, endsAt, openedAt, closedAt, frozen, pledge } = session;
  return {
    kind: 'session',
    session: id,
    regency,
    title,
    organizer,
    venue: venue.name,
    region: venue.region,
    zone,
    startsAt,
    endsAt,
    openedAt,
    closedAt,
    units: frozen.units,
    roster: frozen.hash,
    pledge: pledge
      ? { text: pledge.text, version: pledge.version, hash: pledge.hash, classes: pledge.classes }
      : undefined,
  };
};

export const denialRecord = (
  session: string,
  { invitation, nonce, at, scannedAt, receivedAt, door, reason }: Denial,
): RecordOf<'denial'> => ({
  kind: 'denial',
  session,
  invitation,
  nonce,
  at,
  scannedAt,
  receivedAt,
  door,
  reason,
});

export const headCountRecord = (
  session: string,
  { nonce, at, receivedAt, door, count, undone }: HeadCount,
): RecordOf<'head-count'> => ({
  kind: 'head-count',
  session,
  nonce,
  at,
  receivedAt,
  door,
  count,
  undoneAt: undone?.at,
});

export const conflictRecord = ({
  session,
  id,
  invitation,
  kind: about,
  foundAt,
  decision,
  decidedAt,
}: Conflict): RecordOf<'conflict'> => ({
  kind: 'conflict',
  session,
  id,
  invitation,
  about,
  foundAt,
  decision,
  decidedAt,
});

/** Of a reading that began, one that was void among them; a plan is no record. */
export const readingRecords = (session: string, reading: Reading): RecordOf<'reading'>[] => {
  const { id, hash, startedAt, recordedAt, endedAt, voidedAt, reader, witnesses } = reading;
  if (startedAt === null) return [];
  const personOf = ({ name, office }: Reading['reader']) => ({ name: known(name), office: known(office) });
  return [
    {
      kind: 'reading',
      session,
      id,
      hash,
      startedAt,
      recordedAt,
      endedAt: endedAt ?? undefined,
      voidedAt,
      reader: personOf(reader),
      witnesses: witnesses.map(personOf),
    },
  ];
};
