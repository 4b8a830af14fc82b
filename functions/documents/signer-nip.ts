/** The number of whoever signs a paper that is an account; letters show none (rule 10). */
import { matchKey } from '../roster/person-name.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Session } from '../sessions/session-schema.ts';

/** Where the register has the same person in the same office. */
export const signerNip = (signer: NonNullable<Session['letter']>['signer'], units: readonly Unit[]): string | null => {
  if (signer?.name === undefined) return null;
  const [name, office] = [matchKey(signer.name), signer.office.trim().toLowerCase()];
  const found = units.find(
    (unit) => unit.office.trim().toLowerCase() === office && unit.holder && matchKey(unit.holder.name) === name,
  );
  return found?.holder?.nip ?? null;
};
