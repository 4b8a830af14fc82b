/**
 * Series: the next session of a kind, drafted from the one before. Its roster is asked for anew by the same rules, on the register
 * of now: new units of an invited class come in, and retired ones stay out. No code, answer, seat or wave of anybody is taken over, and
 * somebody whose single invitation was revoked on the old day is invited again, because the rule that named their class still does.
 */
import type * as z from 'zod';
import { isInvited } from '../invitations/invitation-rules.ts';
import { invitationsByRules, readRegister } from '../invitations/invite-units.ts';
import type { RosterRule } from '../invitations/roster-rule.ts';
import { fingerprintOf } from '../platform/fingerprint.ts';
import { makeSessionId } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import { dayIn } from '../platform/time.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { isRetired } from '../roster/tenure.ts';
import type { Stores } from '../stores.ts';
import { copyOf, droppedBases } from './copy-rules.ts';
import { findSession } from './find-session.ts';
import { editableStates } from './session-rules.ts';
import type { CopyRequest, Session, SessionCopied } from './session-schema.ts';

type Request = z.output<typeof CopyRequest>;
type Copied = z.output<typeof SessionCopied>;

/** Drafts the copy, or finds the one that this key has drafted. */
const draft = async (stores: Stores, source: Session, request: Request, key: string): Promise<Session> => {
  const regency = await findRegency(stores.regencies, source.regency);
  const id = makeSessionId(regency.code, `copy ${source.id} ${key}`);
  const fingerprint = fingerprintOf(request);
  const written = await stores.sessions.create(copyOf(source, request, { id, zone: regency.zone }), fingerprint);
  if (written.result === 'taken') throw new Problem('IDEMPOTENCY_KEY_REUSED');
  return written.session;
};

/** The units that the old session invited or its rules name one by one: whom the new one would have too if they were there. */
const unitsOf = async (stores: Stores, source: string, rules: readonly RosterRule[]): Promise<Set<string>> => {
  const invitations = await stores.invitations.all(source, { consistent: true });
  const invited = invitations.filter((invitation) => invitation.class !== undefined).map(({ id }) => id);
  return new Set([...invited, ...rules.flatMap(({ units }) => units)]);
};

/** Copies a session. A repeat completes what broke off until the copy opens; afterwards it only tells who is invited. */
export const copySessionTo = async (
  stores: Stores,
  sourceId: string,
  request: Request,
  { key, now }: { key: string; now: Date },
): Promise<Copied> => {
  const source = await findSession(stores.sessions, sourceId);
  const session = await draft(stores, source, request, key);
  const rules = await stores.rosterRules.all(source.id);
  const register = await readRegister(stores, session);
  if (editableStates.includes(session.state)) {
    for (const rule of rules) await stores.rosterRules.keep(session.id, { ...rule, at: now.toISOString() });
    await stores.invitations.add(invitationsByRules(rules, register, session, now.toISOString()));
  }
  const day = dayIn(session.zone, session.startsAt);
  const there = new Set(register.units.filter((unit) => !isRetired(unit, day)).map(({ id }) => id));
  const before = await unitsOf(stores, source.id, rules);
  return {
    session,
    // What stands there, not what the rules would give: somebody acts on this figure.
    invited: (await stores.invitations.all(session.id, { consistent: true })).filter(isInvited).length,
    rules: rules.length,
    droppedLegalBases: droppedBases(source, request, session.zone),
    gone: [...before].filter((id) => !there.has(id)).length,
  };
};
