/** Inviting by the register of now: what one request asks for, and what the rules of an earlier session ask for again. */
import { makeGuestId } from '../platform/ids.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { dayIn } from '../platform/time.ts';
import { alsoHolds } from '../roster/same-person.ts';
import { isRetired } from '../roster/tenure.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import type { Invitation } from './invitation-schema.ts';
import {
  invitationOfGuest,
  invitationOfUnit,
  type Register,
  strangeDistrict,
  type UnitsAsked,
  unitsAsked,
} from './invite-rules.ts';
import type { GuestInput, InviteRequest } from './invite-schema.ts';
import { type RosterRule, ruleOf } from './roster-rule.ts';

type Ports = Pick<Stores, 'units' | 'invitations' | 'rosterRules'>;

export interface Invited {
  invited: number;
  alreadyInvited: number;
  /** Invited before and revoked since: their codes are re-issued one by one. */
  revoked: number;
  /** The guests' invitations, in the order of the request. */
  guests: string[];
}

/**
 * The whole register, read strongly: who else a person is can only be told over all of it. Nobody holds the office of a unit that is
 * no longer there on the session's day.
 */
export const readRegister = async (
  { units: store }: Pick<Stores, 'units'>,
  { regency, zone, startsAt }: Pick<Session, 'regency' | 'zone' | 'startsAt'>,
): Promise<Register> => {
  const units = await store.all(regency, { consistent: true });
  const day = dayIn(zone, startsAt);
  return { units, alsoHolds: alsoHolds(units.filter((unit) => !isRetired(unit, day))) };
};

/** Throws for what is wrong about a request in a session, naming the place. */
const check = ({ districts = [], wave }: InviteRequest, session: Session): void => {
  const strange = strangeDistrict(districts, session.regency);
  if (strange >= 0) throw fieldProblem('REGION_UNKNOWN', `/body/districts/${strange}`);
  if (wave !== undefined && !session.waves.some(({ id }) => id === wave))
    throw fieldProblem('WAVE_UNKNOWN', '/body/wave');
};

/** Whoever is named one by one must be there: a list that is wrong in one place invites nobody. */
export const checkNamed = ({ units = [] }: Pick<InviteRequest, 'units'>, { unknown, retired }: UnitsAsked): void => {
  for (const [code, ids] of [['UNIT_UNKNOWN', unknown] as const, ['UNIT_RETIRED', retired] as const])
    if (ids.length > 0)
      throw new Problem(code, {
        errors: ids.map((id) => ({ pointer: `/body/units/${units.indexOf(id)}`, rule: code })),
      });
};

const guestId = (session: string, key: string, index: number, { name = '', office, institution = '' }: GuestInput) =>
  makeGuestId(session, key, index, [name, office, institution]);

const noRegister: Register = { units: [], alsoHolds: new Map() };

/** Of those that were there before, how many are revoked. */
const revokedAmong = async (stores: Ports, session: string, asked: readonly Invitation[]): Promise<number> => {
  const ids = new Set(asked.map(({ id }) => id));
  const standing = await stores.invitations.all(session, { consistent: true });
  return standing.filter(({ id, revokedAt }) => ids.has(id) && revokedAt !== undefined).length;
};

/** Invites what the request asks for. The rule is kept first, so that a call that breaks off is completed by its repeat. */
export const inviteByRequest = async (
  stores: Ports,
  session: Session,
  request: InviteRequest,
  { key, now }: { key: string; now: Date },
): Promise<Invited> => {
  check(request, session);
  const occasion = { session: session.id, invitedAt: now.toISOString(), wave: request.wave };
  const wantsUnits = [request.classes, request.districts, request.units].some((asked) => asked?.length);
  const register = wantsUnits ? await readRegister(stores, session) : noRegister;
  const asked = unitsAsked(request, register.units, dayIn(session.zone, session.startsAt));
  checkNamed(request, asked);
  const guests = (request.guests ?? []).map((guest, index) =>
    invitationOfGuest(occasion, guest, guestId(session.id, key, index, guest)),
  );
  await stores.rosterRules.keep(session.id, ruleOf(request, key, occasion.invitedAt));
  const invitations = [...asked.units.map((unit) => invitationOfUnit(occasion, unit, register.alsoHolds)), ...guests];
  const invited = await stores.invitations.add(invitations);
  const before = invitations.length - invited;
  const revoked = before > 0 ? await revokedAmong(stores, session.id, invitations) : 0;
  return { invited, alreadyInvited: before - revoked, revoked, guests: guests.map(({ id }) => id) };
};

/** Invitations to a session by the rules of another, each unit once; a unit that is no longer there is passed over. */
export const invitationsByRules = (
  rules: readonly RosterRule[],
  register: Register,
  session: Session,
  invitedAt: string,
): Invitation[] => {
  const occasion = { session: session.id, invitedAt };
  const day = dayIn(session.zone, session.startsAt);
  const units = rules.flatMap((rule) => unitsAsked(rule, register.units, day).units);
  const guests = rules.flatMap(({ hash, guests: asked }) =>
    asked.map((guest, index) => invitationOfGuest(occasion, guest, guestId(session.id, hash, index, guest))),
  );
  const once = new Map(units.map((unit) => [unit.id, unit]));
  return [...[...once.values()].map((unit) => invitationOfUnit(occasion, unit, register.alsoHolds)), ...guests];
};
