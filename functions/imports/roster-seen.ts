/** What the rows so far hold: units that may stand once only, and persons who are worth a question the second time. */

import type { Holder } from '../roster/holder-schema.ts';
import { nameKey, normalisedName } from '../roster/natural-key.ts';
import { matchKey } from '../roster/person-name.ts';
import type { UnitInput } from '../roster/unit-schema.ts';

type Named = Pick<UnitInput, 'class' | 'name'> & { district?: string | undefined; code?: string | undefined };

export interface Clash {
  code: 'DUPLICATE_UNIT' | 'DUPLICATE_CODE';
  row: number;
}

const ownName = (unit: Named): string => `${unit.class}#${normalisedName(unit.name)}`;

export const makeUnitsSeen = () => {
  const units = new Map<string, { row: number; code: string | undefined }>();
  const codes = new Map<string, { row: number; name: string }>();

  /** The row that makes this one unusable: it has the same unit, or another unit with the same code. */
  const clash = (unit: Named): Clash | undefined => {
    const coded = unit.code === undefined ? undefined : codes.get(unit.code.toUpperCase());
    if (coded) return { code: coded.name === ownName(unit) ? 'DUPLICATE_UNIT' : 'DUPLICATE_CODE', row: coded.row };
    const namesake = units.get(nameKey(unit));
    // Two codes make two units of one name.
    const other = namesake?.code !== undefined && unit.code !== undefined;
    return namesake && !other ? { code: 'DUPLICATE_UNIT', row: namesake.row } : undefined;
  };

  const add = (unit: Named, row: number): void => {
    if (!units.has(nameKey(unit))) units.set(nameKey(unit), { row, code: unit.code });
    if (unit.code !== undefined) codes.set(unit.code.toUpperCase(), { row, name: ownName(unit) });
  };
  return { clash, add };
};

type Person = Pick<Holder, 'name' | 'nip' | 'phone'>;
interface Bearer extends Person {
  row: number;
}

/** The first row with a name and phone, and the first of those without a NIP, which contradicts nobody's. */
interface Bearers {
  first: number;
  withoutNip?: number;
}

export const makePersonsSeen = () => {
  const byNip = new Map<string, number>();
  /** Null once there was a second. */
  const onlyWithPhone = new Map<string, Bearer | null>();
  /** By name and phone, of phones that were seen twice: taking titles off every name of a large file takes a second. */
  const byName = new Map<string, Bearers>();

  const note = (key: string, { row, nip }: Bearer): void => {
    const known = byName.get(key) ?? { first: row };
    byName.set(key, nip === undefined ? { ...known, withoutNip: known.withoutNip ?? row } : known);
  };

  /**
   * Adds who holds an office on this row; the answer is an earlier row of the same person: by the NIP, or by name and phone where
   * the NIPs do not differ.
   */
  return (row: number, person: Person): number | undefined => {
    const { nip, phone, name } = person;
    const sameNip = byNip.get(nip ?? '');
    if (nip !== undefined) byNip.set(nip, sameNip ?? row);
    if (phone === undefined) return sameNip;
    const only = onlyWithPhone.get(phone);
    onlyWithPhone.set(phone, only === undefined ? { ...person, row } : null);
    if (only === undefined) return sameNip;
    if (only) note(`${phone}#${matchKey(only.name)}`, only);
    const key = `${phone}#${matchKey(name)}`;
    const known = byName.get(key);
    note(key, { ...person, row });
    // Whoever has the same NIP was found by it.
    return sameNip ?? (nip === undefined ? known?.first : known?.withoutNip);
  };
};
