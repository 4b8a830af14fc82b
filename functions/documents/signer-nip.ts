/** The number of whoever signs a paper that is an account; letters show none (rule 10). */
import { matchKey } from '../roster/person-name.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Session } from '../sessions/session-schema.ts';

/** Letters name the regency behind an office, registers mostly do not: `Inspektur Kabupaten Lahat` is the `Inspektur`. */
const officeKey = (office: string, regency: string): string => {
  const key = office.replace(/\s+/g, ' ').trim().toLowerCase();
  const behind = ` ${regency.trim().toLowerCase()}`;
  return key.endsWith(behind) ? key.slice(0, -behind.length) : key;
};

/** Where the register has the same person in the same office; a name alone is no proof, since namesakes are common. */
export const signerNip = (
  signer: NonNullable<Session['letter']>['signer'],
  units: readonly Pick<Unit, 'office' | 'holder'>[],
  regency: string,
): string | null => {
  if (signer?.name === undefined) return null;
  const [name, office] = [matchKey(signer.name), officeKey(signer.office, regency)];
  const found = units.find(
    (unit) => officeKey(unit.office, regency) === office && unit.holder && matchKey(unit.holder.name) === name,
  );
  return found?.holder?.nip ?? null;
};
