/** The names of units that stand in coverage records, which hold ids only. */
import type { InvitationStore } from '../invitations/invitation-store.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { UnitStore } from '../roster/unit-store.ts';

export interface NamePorts {
  units: Pick<UnitStore, 'some'>;
  invitations: Pick<InvitationStore, 'some'>;
}

const atATime = 4;

/**
 * As the register has them now; of a unit that was removed from it, as the invitation to a session has it. A hundred units a request, and
 * the sessions are asked for none but those that the register lacks.
 */
export const unitNames = async (
  ports: NamePorts,
  regency: string,
  wanted: readonly { unit: string; session: string }[],
): Promise<Map<string, string>> => {
  const sessionOf = new Map(wanted.map(({ unit, session }) => [unit, session]));
  const names = new Map<string, string>();
  const take = (found: readonly { id: string; name: string }[]): void => {
    for (const { id, name } of found) names.set(id, name);
  };
  take(await ports.units.some(regency, [...sessionOf.keys()]));
  const gone = [...sessionOf].filter(([unit]) => !names.has(unit));
  await sideBySide([...new Set(gone.map(([, session]) => session))], atATime, async (session) => {
    const ids = gone.filter(([, of]) => of === session).map(([unit]) => unit);
    take(await ports.invitations.some(session, ids));
  });
  return names;
};
