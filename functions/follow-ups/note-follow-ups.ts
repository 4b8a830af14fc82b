/** Noting what units undertook: one follow-up a unit, and one for the regency as a whole where it is asked for. */
import type * as z from 'zod';
import { strangeDistrict, unitsAsked } from '../invitations/invite-rules.ts';
import { checkNamed } from '../invitations/invite-units.ts';
import { fingerprintOf } from '../platform/fingerprint.ts';
import { makeFollowUpId, regencyOfSession } from '../platform/ids.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { dayIn } from '../platform/time.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Stores } from '../stores.ts';
import type { FollowUp, FollowUpRequest } from './follow-up-schema.ts';
import type { NotedRequest } from './follow-up-store.ts';

type Request = z.output<typeof FollowUpRequest>;

interface Call {
  key: string;
  now: Date;
  /** The member of staff. */
  by: string;
}

/** A session of another regency is as unknown as one that nobody planned. */
const checkSession = async ({ sessions }: Stores, regency: string, session: string): Promise<void> => {
  const found = regencyOfSession(session) === regency ? await sessions.get(session) : undefined;
  if (!found) throw new Problem('SESSION_UNKNOWN');
};

/** Whom the request means by the register of now. */
const decide = async (
  stores: Stores,
  regency: Regency,
  request: Request,
  { now, by }: Call,
): Promise<Omit<NotedRequest, 'fingerprint'>> => {
  const strange = strangeDistrict(request.districts ?? [], regency.code);
  if (strange >= 0) throw fieldProblem('REGION_UNKNOWN', `/body/districts/${strange}`);
  if (request.session !== undefined) await checkSession(stores, regency.code, request.session);
  const register = await stores.units.all(regency.code, { consistent: true });
  const asked = unitsAsked(request, register, dayIn(regency.zone, now.toISOString()));
  checkNamed(request, asked);
  const whole = request.regency === true;
  if (asked.units.length === 0 && !whole) throw new Problem('FOLLOW_UP_FOR_NOBODY');
  return { units: asked.units.map(({ id }) => id), regency: whole, at: now.toISOString(), by };
};

const followUpOf = (
  { regency, key }: { regency: string; key: string },
  { kind, phase, text, due, session }: Request,
  { at, by }: NotedRequest,
  unit?: Pick<Unit, 'id'> & Partial<Unit>,
): FollowUp => ({
  id: makeFollowUpId(regency, key, unit?.id),
  regency,
  ...(session !== undefined && { session }),
  ...(unit && { unit: unit.id }),
  ...(unit?.name !== undefined && { unitName: unit.name }),
  ...(unit?.class !== undefined && { class: unit.class }),
  ...(unit?.district !== undefined && { district: unit.district }),
  kind,
  phase,
  text,
  due,
  createdAt: at,
  createdBy: by,
  version: 1,
});

/**
 * Notes the follow-ups of a request; how many stand by it. Whom it means is kept first, so that a call that breaks off is completed by
 * its repeat, and a repeat means the same units after the register has changed.
 */
export const noteFollowUps = async (
  stores: Stores,
  regency: Regency,
  request: Request,
  call: Call,
): Promise<number> => {
  const { code } = regency;
  const name = makeFollowUpId(code, call.key, 'request');
  const fingerprint = fingerprintOf(request);
  const noted =
    (await stores.followUps.request(code, name)) ??
    (await stores.followUps.keepRequest(code, name, {
      fingerprint,
      ...(await decide(stores, regency, request, call)),
    }));
  if (noted.fingerprint !== fingerprint) throw new Problem('IDEMPOTENCY_KEY_REUSED');
  const known = new Map((await stores.units.some(code, noted.units)).map((unit) => [unit.id, unit]));
  const of = { regency: code, key: call.key };
  const followUps = [
    ...noted.units.map((id) => followUpOf(of, request, noted, known.get(id) ?? { id })),
    ...(noted.regency ? [followUpOf(of, request, noted)] : []),
  ];
  await stores.followUps.add(followUps);
  return followUps.length;
};
