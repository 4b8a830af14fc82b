/** Drafts a make-up session and invites exactly the units that owe something to the first one. */
import type * as z from 'zod';
import { isInvited } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { invitationsByRules, readRegister } from '../invitations/invite-units.ts';
import type { RosterRule } from '../invitations/roster-rule.ts';
import { fingerprintOf } from '../platform/fingerprint.ts';
import { digest, makeSessionId, toBase32 } from '../platform/ids.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { regions } from '../regions/regions.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { Stores } from '../stores.ts';
import { droppedBases } from './copy-rules.ts';
import { findSession } from './find-session.ts';
import { makeUpOf, owing } from './make-up-rules.ts';
import { editableStates } from './session-rules.ts';
import type { MakeUp, MakeUpRequest, Session } from './session-schema.ts';

type Request = z.output<typeof MakeUpRequest>;
type Made = z.output<typeof MakeUp>;
type MakeUpRule = RosterRule & { makeUp: NonNullable<RosterRule['makeUp']> };

interface Call {
  key: string;
  now: Date;
}

const findClosed = async (stores: Stores, id: string): Promise<Session> => {
  const source = await findSession(stores.sessions, id);
  if (source.state !== 'CLOSED') throw new Problem('SESSION_WRONG_STATE', { state: source.state });
  return source;
};

const regionNameOf = (source: Session, { venue }: Request): string => {
  if (!venue) return source.venue.regionName;
  const name = regions.nameOf(venue.region);
  if (name === undefined) throw fieldProblem('REGION_UNKNOWN', '/body/venue/region');
  return name;
};

/** Who owes something at this moment; an empty list is refused. */
const decide = async (
  stores: Stores,
  source: Session,
  invitations: readonly Invitation[],
  request: Request,
): Promise<Pick<MakeUpRule, 'units'> & { missing: number; notPledged: number }> => {
  const frozen = await stores.invitations.frozenRoster(source);
  const units = owing(invitations, frozen ?? new Set(), source, request.for);
  if (units.length === 0) throw new Problem('MAKE_UP_FOR_NOBODY');
  const count = (name: 'missing' | 'notPledged') => units.filter((unit) => unit[name]).length;
  return {
    units: units.map(({ invitation }) => invitation.id).sort(),
    missing: count('missing'),
    notPledged: count('notPledged'),
  };
};

/**
 * Whom the make-up session `id` asks, decided once and kept as its roster rule before anything else is written: heads go on signing by
 * their links after the first session was closed, and a repeat must mean the same units. Of two calls at once the first rule stands.
 */
const ruleOf = async (
  stores: Stores,
  { source, id, request }: { source: Session; id: string; request: Request },
  invitations: readonly Invitation[],
  { now }: Call,
): Promise<MakeUpRule> => {
  const fingerprint = fingerprintOf(request);
  const hash = toBase32(digest(10, 'make-up', source.id));
  const find = async () => (await stores.rosterRules.all(id)).find((rule) => rule.hash === hash);
  let rule = await find();
  if (!rule) {
    const { units, missing, notPledged } = await decide(stores, source, invitations, request);
    const makeUp = { request: fingerprint, missing, notPledged };
    const at = now.toISOString();
    await stores.rosterRules.keep(id, { hash, classes: [], districts: [], units, guests: [], at, makeUp });
    rule = await find();
  }
  if (rule?.makeUp?.request !== fingerprint) throw new Problem('IDEMPOTENCY_KEY_REUSED');
  return { ...rule, makeUp: rule.makeUp };
};

const classesOf = (units: readonly string[], invitations: readonly Invitation[]): UnitClassCode[] => {
  const asked = new Set(units);
  return invitations.flatMap(({ id, class: unitClass }) => (asked.has(id) && unitClass ? [unitClass] : []));
};

/** The draft of this id, or the one that stands there by an earlier call of the same request. */
const draft = async (stores: Stores, session: Session, { makeUp }: MakeUpRule): Promise<Session> => {
  const written = await stores.sessions.create(session, makeUp.request);
  if (written.result === 'taken') throw new Problem('IDEMPOTENCY_KEY_REUSED');
  return written.session;
};

/**
 * Makes up for a closed session. A repeat completes what broke off until the new session opens, and answers the same: the rule holds
 * whom it asks and how many of them owed what. A unit that the register has no more on the new day, or that is not the regency's any more, is not
 * invited and counted as gone.
 */
export const makeUpFor = async (stores: Stores, sourceId: string, request: Request, call: Call): Promise<Made> => {
  const source = await findClosed(stores, sourceId);
  const { code, zone } = await findRegency(stores.regencies, source.regency);
  const regionName = regionNameOf(source, request);
  const id = makeSessionId(code, `make-up ${source.id} ${call.key}`);
  const before = await stores.invitations.all(source.id, { consistent: true });
  const rule = await ruleOf(stores, { source, id, request }, before, call);
  const classes = classesOf(rule.units, before);
  const session = await draft(stores, makeUpOf(source, request, { id, zone, regionName, classes }), rule);
  const register = await readRegister(stores, session);
  // What became a guest's office (a vertical agency) since then owes nothing any more.
  const invitations = invitationsByRules([rule], register, session, call.now.toISOString()).filter(
    ({ kind }) => kind === 'unit',
  );
  if (editableStates.includes(session.state)) await stores.invitations.add(invitations);
  const standing = (await stores.invitations.all(session.id, { consistent: true })).filter(isInvited);
  return {
    session,
    // What stands there, not what the rule would give: somebody acts on this figure.
    invited: standing.length,
    missing: rule.makeUp.missing,
    notPledged: rule.makeUp.notPledged,
    gone: rule.units.length - invitations.length,
    droppedLegalBases: droppedBases(source, request, zone),
  };
};
