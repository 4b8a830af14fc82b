/** Readings: planned, moved and listed by staff; read by whoever holds the reader's link. */
import type { Deps } from '../deps.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { readableAloudStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { getReaderView, listReadings, moveOwnReading, moveReading, putReading } from './pledge-endpoints.ts';
import type { ReaderView, Reading, ReadingInput, ReadingMove, ReadingShown } from './pledge-schema.ts';
import { tookPlace } from './presence-at-reading-rules.ts';
import { makeReaderCode, readReaderCode } from './reader-code.ts';
import { isMade, isToCome, plannableStates, presentAt, pressedAt, readingState } from './reading-rules.ts';
import { pledgeAsRead } from './session-text.ts';
import type { SigningGates } from './signing-gate.ts';

type Ports = Pick<Deps, 'stores' | 'tokenKeys' | 'origin' | 'changed'> & { gates: Pick<SigningGates, 'forget'> };

/** Nobody notes a moment that has not come; a minute is forgiven for the clock of whoever typed it. */
const checkTimes = ({ startedAt, endedAt }: ReadingInput, now: Date): void => {
  const limit = new Date(now.getTime() + 60_000).toISOString();
  if (startedAt !== null && startedAt > limit) throw fieldProblem('INPUT_INVALID', '/body/startedAt', 'in-future');
  if (endedAt !== null && endedAt > limit) throw fieldProblem('INPUT_INVALID', '/body/endedAt', 'in-future');
};

const checkState = ({ state }: Session, allowed: readonly Session['state'][]): void => {
  if (!allowed.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
};

export const readingRoutes = ({ stores, tokenKeys, origin, changed, gates }: Ports): Route[] => {
  const { pledges } = stores;

  /** One read of the invitations for all readings; none where nothing has been read yet. */
  const present = async (session: string, readings: readonly Reading[]) =>
    readings.some(tookPlace) ? presentAt(await stores.invitations.all(session), readings) : presentAt([], readings);

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
  const showOne = async (session: string, reading: Reading): Promise<ReadingShown> => {
    const readings = await pledges.readings(session, { consistent: true });
    return show(session, reading, await present(session, readings), { linked: true });
  };

  const told = (session: string): void => {
    gates.forget(session);
    changed(session);
  };

  /** Makes the move, or finds it made already. */
  const makeMove = async (session: Session, id: string, move: ReadingMove, now: Date): Promise<Reading> => {
    checkState(session, readableAloudStates);
    const by = { at: now.toISOString(), hash: session.pledge?.hash ?? '' };
    const moved = await pledges.moveReading(session.id, id, move, by);
    const reading = moved ?? (await pledges.reading(session.id, id));
    if (!reading) throw new Problem('READING_UNKNOWN');
    if (!moved && !isMade(reading, move)) throw new Problem('READING_WRONG_STATE');
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
    const [regency, text, counts] = await Promise.all([
      stores.regencies.get(session.regency),
      pledgeAsRead(pledges, session),
      present(session.id, readings),
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
      checkTimes(body, now);
      const reading = await pledges.putReading(session.id, { ...body, id: params.reading, hash: session.pledge.hash });
      if (!reading) throw new Problem('READING_CHANGED');
      told(session.id);
      return { status: 200, body: await showOne(session.id, reading) };
    }),

    route(moveReading, async ({ params }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const reading = await makeMove(session, params.reading, params.move, now);
      return { status: 200, body: await showOne(session.id, reading) };
    }),

    route(getReaderView, async ({ params }) => ({ status: 200, body: await readerView(params.code) })),

    route(moveOwnReading, async ({ params, query }, { now }) => {
      const { session, reading } = await findByCode(params.code);
      await makeMove(session, reading.id, params.move, pressedAt(now, query.ago, session, reading));
      return { status: 200, body: await readerView(params.code) };
    }),

    route(listReadings, async ({ params, query }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const readings = await pledges.readings(session.id, { consistent: true });
      const counts = await present(session.id, readings);
      const linked = caller?.role === 'organizer' || caller?.role === 'operator';
      const shown = readings.map((reading) => show(session.id, reading, counts, { linked }));
      return { status: 200, body: slicePage(shown, ({ id }) => id, query.limit, query.cursor) };
    }),
  ];
};
