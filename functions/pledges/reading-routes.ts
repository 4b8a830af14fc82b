/** Readings: planned, moved and listed by staff; read by whoever holds the reader's link. */
import type { AttendeeDeps } from '../deps.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { readableAloudStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { getReaderView, listReadings, moveOwnReading, moveReading, putReading } from './pledge-endpoints.ts';
import type { ReaderView, Reading, ReadingInput, ReadingMove, ReadingShown } from './pledge-schema.ts';
import { isInSession, tookPlace, typedSlackMs } from './presence-at-reading-rules.ts';
import { makeReaderCode, readReaderCode } from './reader-code.ts';
import { endedAt, isMade, isToCome, plannableStates, presentAt, pressedAt, readingState } from './reading-rules.ts';
import { pledgeAsRead } from './session-text.ts';
import type { SigningGates } from './signing-gate.ts';

type Ports = Pick<AttendeeDeps, 'stores' | 'tokenKeys' | 'origin' | 'changed' | 'now'> & {
  gates: Pick<SigningGates, 'forget'>;
};

/** What is noted of a reading lies in its session's time, and no moment has still to come. */
const checkTimes = ({ startedAt, endedAt }: ReadingInput, session: Session, now: Date): void => {
  const limit = new Date(now.getTime() + typedSlackMs).toISOString();
  for (const [field, instant] of Object.entries({ startedAt, endedAt })) {
    if (instant === null) continue;
    if (instant > limit) throw fieldProblem('INPUT_INVALID', `/body/${field}`, 'in-future');
    if (!isInSession(instant, session)) throw fieldProblem('INPUT_INVALID', `/body/${field}`, 'not-in-session');
  }
};

const checkState = ({ state }: Session, allowed: readonly Session['state'][]): void => {
  if (!allowed.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
};

/** When it began, where that is after this moment. */
const startAfter = ({ startedAt }: Reading, moment: string): string | undefined =>
  startedAt !== null && startedAt > moment ? startedAt : undefined;

const wrongMove = ({ state }: Session, isLate: boolean): Problem =>
  isLate ? new Problem('SESSION_WRONG_STATE', { state }) : new Problem('READING_WRONG_STATE');

const countedSeconds = 10;

export const readingRoutes = ({ stores, tokenKeys, origin, changed, gates, now }: Ports): Route[] => {
  const { pledges } = stores;
  const counted = new Map<string, { counts: ReadonlyMap<string, number>; until: number }>();

  /** One read of the invitations for all readings; none where nothing has been read yet. */
  const present = async (session: Session, readings: readonly Reading[]) => {
    const invitations = readings.some(tookPlace) ? await stores.invitations.all(session.id) : [];
    return presentAt(invitations, readings, session);
  };

  /** Every open screen asks again and again, without an account: what they are told is counted once for all of them. */
  const presentSoon = async (session: Session, readings: readonly Reading[]) => {
    const known = counted.get(session.id);
    if (known && now().getTime() < known.until) return known.counts;
    const counts = await present(session, readings);
    counted.set(session.id, { counts, until: now().getTime() + countedSeconds * 1000 });
    return counts;
  };

  const show = (
    session: string,
    reading: Reading,
    counts: ReadonlyMap<string, number>,
    { linked }: { linked: boolean },
  ): ReadingShown => ({
    ...reading,
    state: readingState(reading),
    present: counts.get(reading.id) ?? 0,
    ...(linked && isToCome(reading) && { link: `${origin}/b/${makeReaderCode(tokenKeys, session, reading.id)}` }),
  });

  /** Which reading somebody was present at depends on the others. */
  const showOne = async (session: Session, reading: Reading): Promise<ReadingShown> => {
    const readings = await pledges.readings(session.id, { consistent: true });
    return show(session.id, reading, await present(session, readings), { linked: true });
  };

  const told = (session: string): void => {
    counted.delete(session);
    gates.forget(session);
    changed(session);
  };

  type When = { now: Date; at?: Date };
  /** One write; a second where an end comes before the start that it is to follow. Undefined where the state does not allow the move. */
  const move = async (session: Session, id: string, to: ReadingMove, { now, at = now }: When) => {
    const hash = session.pledge?.hash ?? '';
    const make = (moment: string) =>
      pledges.moveReading(session.id, id, to, { at: moment, now: now.toISOString(), hash });
    if (to !== 'end') return make(at.toISOString());
    const moment = endedAt(at, session);
    const ended = await make(moment);
    if (ended) return ended;
    // Its start was typed by a clock that is ahead, or after the closing, as far as that is forgiven: it ends when it began.
    const found = await pledges.reading(session.id, id);
    const ahead = found && startAfter(found, moment);
    return ahead === undefined ? undefined : make(ahead);
  };

  /** Makes the move, or finds it made already. None begins once the session is closed: nobody is in the hall any more. */
  const makeMove = async (session: Session, id: string, to: ReadingMove, when: When): Promise<Reading> => {
    checkState(session, readableAloudStates);
    const isLate = to === 'start' && session.state !== 'OPEN';
    const moved = isLate ? undefined : await move(session, id, to, when);
    const reading = moved ?? (await pledges.reading(session.id, id));
    if (!reading) throw new Problem('READING_UNKNOWN');
    if (!moved && !isMade(reading, to)) throw wrongMove(session, isLate);
    told(session.id);
    return reading;
  };

  /** The reading of a link, unless it was voided. */
  const findByCode = async (code: string): Promise<{ session: Session; reading: Reading; readings: Reading[] }> => {
    const content = readReaderCode(tokenKeys, code);
    if (!content) throw new Problem('READING_UNKNOWN');
    const [session, readings] = await Promise.all([
      stores.sessions.get(content.session, { consistent: true }),
      pledges.readings(content.session, { consistent: true }),
    ]);
    const reading = readings.find(({ id }) => content.names(id));
    if (!session || !reading || readingState(reading) === 'VOID') throw new Problem('READING_UNKNOWN');
    return { session, reading, readings };
  };

  const readerView = async (code: string): Promise<ReaderView> => {
    const { session, reading, readings } = await findByCode(code);
    // Shown when it is over; until then the whole hall need not be read.
    const isOver = reading.endedAt !== null;
    const [regency, text, counts] = await Promise.all([
      stores.regencies.get(session.regency),
      pledgeAsRead(pledges, session),
      isOver ? presentSoon(session, readings) : new Map<string, number>(),
    ]);
    const { title, state, zone } = session;
    return {
      session: { title, state, zone, regencyName: regency?.name ?? '' },
      reading: show(session.id, reading, counts, { linked: false }),
      text,
    };
  };

  return [
    route(putReading, async ({ params, body }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      if (!session.pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
      checkState(session, body.startedAt === null ? plannableStates : readableAloudStates);
      checkTimes(body, session, now);
      const noted = { ...body, id: params.reading, hash: session.pledge.hash };
      const reading = await pledges.putReading(session.id, noted, now.toISOString());
      if (!reading) throw new Problem('READING_CHANGED');
      told(session.id);
      return { status: 200, body: await showOne(session, reading) };
    }),

    route(moveReading, async ({ params }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const reading = await makeMove(session, params.reading, params.move, { now });
      return { status: 200, body: await showOne(session, reading) };
    }),

    route(getReaderView, async ({ params }) => ({ status: 200, body: await readerView(params.code) })),

    route(moveOwnReading, async ({ params, query }, { now }) => {
      const { session, reading } = await findByCode(params.code);
      const at = pressedAt(now, query.ago, session, reading);
      await makeMove(session, reading.id, params.move, { now, at });
      return { status: 200, body: await readerView(params.code) };
    }),

    route(listReadings, async ({ params, query }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const readings = await pledges.readings(session.id, { consistent: true });
      const counts = await present(session, readings);
      const linked = caller?.role === 'organizer' || caller?.role === 'operator';
      const shown = readings.map((reading) => show(session.id, reading, counts, { linked }));
      return { status: 200, body: slicePage(shown, ({ id }) => id, query.limit, query.cursor) };
    }),
  ];
};
