/** Sessions: drafting, editing, and the moves of their states. */
import { makeRecompute } from '../coverage/recompute.ts';
import type { Deps } from '../deps.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { fingerprintOf } from '../platform/fingerprint.ts';
import { makeSessionId } from '../platform/ids.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { dayIn } from '../platform/time.ts';
import { notEligible } from '../pledges/eligibility-rules.ts';
import { fillIn, isWordingOf, missingVariables, textHash } from '../pledges/pledge-rules.ts';
import { findRegency } from '../regencies/find-regency.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { regions } from '../regions/regions.ts';
import { makeSealSession } from '../seals/seal-session.ts';
import type { Stores } from '../stores.ts';
import { copySessionTo } from './copy-session.ts';
import { findSession } from './find-session.ts';
import { legalBases, legalBasesVersion, uncitable } from './legal-bases.ts';
import { makeUpFor } from './make-up-session.ts';
import {
  copySession,
  createSession,
  editSession,
  getSession,
  listLegalBases,
  listSessions,
  makeUpSession,
  moveSession,
} from './session-endpoints.ts';
import { editableStates, type Move, moves } from './session-rules.ts';
import type { Session, SessionInput, SessionPledge } from './session-schema.ts';

type Plan = Omit<
  Session,
  'id' | 'state' | 'frozen' | 'publishedAt' | 'openedAt' | 'closedAt' | 'version' | 'copiedFrom' | 'makesUpFor'
>;

const pledgeOf = async (
  stores: Stores,
  regency: string,
  input: SessionInput['pledge'],
): Promise<SessionPledge | null> => {
  if (input === null) return null;
  const text = await stores.pledges.text(regency, input.text, input.version);
  if (!text) throw fieldProblem('PLEDGE_TEXT_UNKNOWN', '/body/pledge/text');
  if (notEligible(text, input.classes).length > 0)
    throw fieldProblem('PLEDGE_CLASS_NOT_ELIGIBLE', '/body/pledge/classes');
  const [missing] = missingVariables(text, input.variables);
  if (missing !== undefined) throw fieldProblem('PLEDGE_VARIABLE_MISSING', `/body/pledge/variables/${missing}`);
  const filled = fillIn(text, input.variables);
  // An ikrar is pledged aloud before anybody signs; stored, so that what was planned does not depend on a default.
  const readFirst = input.readFirst ?? text.form === 'IKRAR';
  return { ...input, readFirst, title: filled.title, hash: textHash(filled) };
};

/** Checks what a schema cannot know (regions, laws in force, texts) and takes the snapshots that a session keeps. */
const planOf = async (stores: Stores, regency: Regency, input: SessionInput): Promise<Plan> => {
  const regionName = regions.nameOf(input.venue.region);
  if (!regionName) throw fieldProblem('REGION_UNKNOWN', '/body/venue/region');
  const wrong = uncitable(input.legalBases, dayIn(regency.zone, input.startsAt));
  if (wrong) throw fieldProblem(wrong.code, `/body/legalBases/${wrong.index}`);
  return {
    ...input,
    regency: regency.code,
    zone: regency.zone,
    venue: { ...input.venue, regionName },
    pledge: await pledgeOf(stores, regency.code, input.pledge),
  };
};

/** Fixes the denominator: the units whose invitations stand at this moment (rule 5). */
const freeze = async (stores: Stores, session: string, now: Date): Promise<Session['frozen']> => {
  const standing = (invitation: Invitation) => invitation.kind === 'unit' && invitation.revokedAt === undefined;
  const invitations = await stores.invitations.all(session, { consistent: true });
  const units = invitations.filter(standing).map((invitation) => invitation.id);
  if (units.length === 0) throw new Problem('SESSION_HAS_NO_INVITATIONS');
  const { hash } = await stores.invitations.putFrozenRoster(session, units);
  return { at: now.toISOString(), units: units.length, hash };
};

/**
 * An open session's text cannot change under it: the version is locked before the session opens, which is before its first
 * signature (rule 7). A text that was rewritten since the plan was saved is refused; saving the plan again takes the new one.
 */
const lockPledge = async (stores: Stores, { regency, pledge }: Session, now: Date): Promise<void> => {
  if (pledge === null) return;
  const text = await stores.pledges.text(regency, pledge.text, pledge.version);
  const locked =
    text !== undefined &&
    isWordingOf(pledge, text) &&
    notEligible(text, pledge.classes).length === 0 &&
    (await stores.pledges.lockText(regency, text, now.toISOString()));
  if (!locked) throw new Problem('PLEDGE_TEXT_DIFFERS');
};

const factsOf = async (stores: Stores, session: Session, move: Move, now: Date) => {
  if (move === 'open') {
    await lockPledge(stores, session, now);
    return { openedAt: now.toISOString(), frozen: await freeze(stores, session.id, now) };
  }
  if (move === 'publish') return { publishedAt: now.toISOString() };
  return move === 'close' ? { closedAt: now.toISOString() } : {};
};

/** Makes the move, or finds it made already; refuses it from any other state. */
const makeMove = async (stores: Stores, id: string, move: Move, now: Date): Promise<Session> => {
  const session = await findSession(stores.sessions, id);
  const { from, to } = moves[move];
  if (session.state === to) return session;
  if (!from.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
  const moved = await stores.sessions.move(id, move, await factsOf(stores, session, move, now));
  if (moved) return moved;
  // Somebody moved it in between; what they did decides.
  const found = await findSession(stores.sessions, id);
  if (found.state === to) return found;
  throw new Problem('SESSION_WRONG_STATE', { state: found.state });
};

/** What doors said at their last contact that they hold. Of one that was cut off too: what it scanned before is still good. */
const requireNothingUnsent = async (stores: Stores, session: string): Promise<void> => {
  const doors: { id: string; name: string; unsent: number }[] = [];
  let cursor: string | undefined;
  do {
    const page = await stores.doors.page(session, { limit: 200, cursor });
    for (const { id, name, contact } of page.items)
      if (contact && contact.unsent > 0) doors.push({ id, name, unsent: contact.unsent });
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  if (doors.length === 0) return;
  throw new Problem('DOORS_HOLD_SCANS', { unsent: doors.reduce((sum, { unsent }) => sum + unsent, 0), doors });
};

export const sessionRoutes = (deps: Deps): Route[] => {
  const { stores, now: clock, changed, log } = deps;
  const recompute = makeRecompute({ ...stores, now: clock });
  const seal = makeSealSession(deps);

  /** The final figures and the seal stand when the closing is answered; every other move may be counted a moment later. */
  const finish = async (session: string, requestId: string): Promise<void> => {
    // Closed is closed. What is not sealed now (the key is gone, somebody else is at it) is sealed by the change that is told next.
    await seal(session).catch((error: unknown) => log.fault('SEAL_FAILED', requestId, error, { session }));
    // Afterwards, since the figures tell the seal that they stand under.
    await recompute(session);
  };

  return [
    route(listLegalBases, async ({ query }) => {
      const sorted = [...legalBases].sort((a, b) => (a.id < b.id ? -1 : 1));
      const page = slicePage(sorted, ({ id }) => id, query.limit, query.cursor);
      return { status: 200, body: { ...page, version: legalBasesVersion } };
    }),

    route(listSessions, async ({ params, query }) => ({
      status: 200,
      body: await stores.sessions.page(params.regency, query),
    })),

    route(createSession, async ({ params, body }, { idempotencyKey }) => {
      const regency = await findRegency(stores.regencies, params.regency);
      const session: Session = {
        ...(await planOf(stores, regency, body)),
        id: makeSessionId(regency.code, idempotencyKey),
        state: 'DRAFT',
        frozen: null,
        openedAt: null,
        closedAt: null,
        version: 1,
      };
      const written = await stores.sessions.create(session, fingerprintOf(body));
      if (written.result === 'taken') throw new Problem('IDEMPOTENCY_KEY_REUSED');
      return { status: written.result === 'created' ? 201 : 200, body: written.session };
    }),

    route(getSession, async ({ params }) => ({
      status: 200,
      body: await findSession(stores.sessions, params.session),
    })),

    route(editSession, async ({ params, body }) => {
      const { version, ...input } = body;
      const current = await findSession(stores.sessions, params.session);
      const plan = await planOf(stores, await findRegency(stores.regencies, current.regency), input);
      const { id, state, frozen, openedAt, closedAt } = current;
      const edited = await stores.sessions.edit({ ...plan, id, state, frozen, openedAt, closedAt, version }, state);
      if (edited) return { status: 200, body: edited };
      if (!editableStates.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
      throw new Problem('SESSION_CHANGED');
    }),

    route(copySession, async ({ params, body }, { now, idempotencyKey }) => {
      const copied = await copySessionTo(stores, params.session, body, { key: idempotencyKey, now });
      changed(copied.session.id);
      return { status: 201, body: copied };
    }),

    route(makeUpSession, async ({ params, body }, { now, idempotencyKey }) => {
      const made = await makeUpFor(stores, params.session, body, { key: idempotencyKey, now });
      changed(made.session.id);
      return { status: 201, body: made };
    }),

    route(moveSession, async ({ params, query }, { now, requestId }) => {
      if (params.move === 'close' && query.unsent !== 'follow') {
        const { id, state } = await findSession(stores.sessions, params.session);
        // What a door says between this look and the move is not seen: its scans become an addendum, as after `unsent=follow`.
        if (moves.close.from.includes(state)) await requireNothingUnsent(stores, id);
      }
      const session = await makeMove(stores, params.session, params.move, now);
      try {
        if (params.move === 'close') await finish(session.id, requestId);
      } finally {
        changed(session.id);
      }
      return { status: 200, body: session };
    }),
  ];
};
