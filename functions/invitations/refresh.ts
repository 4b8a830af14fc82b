/**
 * Invitations take over what the register says by now, except where somebody has come or signed. Until the session opens that is also
 * what the unit is: a state office that was taken for an agency becomes a guest, and is not in the frozen roster.
 */
import { sideBySide } from '../platform/side-by-side.ts';
import { tryAgain } from '../platform/try-again.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import type { Invitation } from './invitation-schema.ts';
import { classingOf, differs, type FromRegister, isSettled, namingOf, type Register } from './invite-rules.ts';
import { readRegister } from './invite-units.ts';

const width = 32;

type Ports = Pick<Stores, 'units' | 'invitations' | 'sessions'>;
type Outcome = 'UPDATED' | 'SETTLED' | 'SAME';

/** What an invitation should say; of its unit's class only while nothing is frozen, told at the last moment before the write. */
const freshOf = async (
  stores: Ports,
  { id, frozen }: Pick<Session, 'id' | 'frozen'>,
  { alsoHolds }: Register,
  { invitation, unit }: { invitation: Invitation; unit: Unit },
): Promise<FromRegister> => {
  const [naming, classing] = [namingOf(unit, alsoHolds), classingOf(unit)];
  if (frozen !== null || !differs(invitation, classing)) return naming;
  const session = await stores.sessions.get(id, { consistent: true });
  return session?.frozen === null ? { ...naming, ...classing } : naming;
};

const refreshOne = (
  stores: Ports,
  session: Pick<Session, 'id' | 'regency' | 'frozen'>,
  register: Register,
  first: { invitation: Invitation; unit: Unit },
  at: string,
): Promise<Outcome> => {
  let found: { invitation: Invitation | undefined; unit: Unit | undefined } = first;
  return tryAgain(async () => {
    const { invitation, unit } = found;
    if (!invitation || !unit || invitation.revokedAt !== undefined) return 'SAME';
    const fresh = await freshOf(stores, session, register, { invitation, unit });
    if (!differs(invitation, fresh)) return 'SAME';
    if (isSettled(invitation)) return 'SETTLED';
    if (await stores.invitations.refresh(invitation, fresh, at)) return 'UPDATED';
    // Somebody answered, came, or refreshed it meanwhile: decided again on what stands there now, and in the register.
    found = {
      invitation: await stores.invitations.get(invitation.session, invitation.id, { consistent: true }),
      unit: await stores.units.get(session.regency, unit.id),
    };
    return undefined;
  });
};

/** A unit that has left the register keeps its invitation as it is. */
export const refreshAll = async (
  stores: Ports,
  session: Session,
  now: Date,
): Promise<{ updated: number; settled: number }> => {
  const [register, invitations] = await Promise.all([
    readRegister(stores, session),
    stores.invitations.all(session.id, { consistent: true }),
  ]);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const pairs = invitations.flatMap((invitation) => {
    const unit = invitation.class === undefined ? undefined : units.get(invitation.id);
    return unit ? [{ invitation, unit }] : [];
  });
  const outcomes = await sideBySide(pairs, width, (pair) =>
    refreshOne(stores, session, register, pair, now.toISOString()),
  );
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return { updated: count('UPDATED'), settled: count('SETTLED') };
};
