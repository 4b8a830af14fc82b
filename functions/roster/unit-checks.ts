/** What a unit of the register must agree with: the regions, what it belongs to, the other units. */
import { isDeepStrictEqual } from 'node:util';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { regions } from '../regions/regions.ts';
import type { Stores } from '../stores.ts';
import { naturalKey } from './natural-key.ts';
import type { Unit, UnitFacts, UnitInput } from './unit-schema.ts';

/** A unit lies in its own regency: its district is one of the regency's, its village one of that district's. */
export const checkRegions = (regency: string, { district, village }: UnitFacts): void => {
  const inside = (code: string, region: string) => code.startsWith(`${region}.`) && regions.nameOf(code) !== undefined;
  const isDistrict = district === undefined || (inside(district, regency) && district.split('.').length === 3);
  if (!isDistrict) throw fieldProblem('REGION_UNKNOWN', '/body/district');
  if (village !== undefined && !inside(village, district ?? regency))
    throw fieldProblem('REGION_UNKNOWN', '/body/village');
};

/**
 * What a unit belongs to is another unit of the same regency that does not, over however many, belong to it. The undoing of an
 * import may take a parent away later, so only a new one is checked: an older one is no fault of whoever edits something else.
 */
export const checkParent = async (
  units: Stores['units'],
  regency: string,
  id: string | undefined,
  parent: string | undefined,
): Promise<void> => {
  if (parent === undefined) return;
  const refused = fieldProblem('INPUT_INVALID', '/body/parent', 'UNIT_UNKNOWN');
  const seen = new Set<string>();
  for (let above: string | undefined = parent; above !== undefined && !seen.has(above); ) {
    if (above === id) throw refused;
    seen.add(above);
    const found: Unit | undefined = await units.get(regency, above);
    if (!found && above === parent) throw refused;
    above = found?.parent;
  }
};

/** The unit of the register that is the same by its code, or without one by its class, name and district. */
export const sameUnit = (register: readonly Unit[], facts: UnitFacts, own?: string): Unit | undefined => {
  const key = naturalKey(facts);
  return register.find((unit) => unit.id !== own && naturalKey(unit) === key);
};

/** The caller is told which unit is in the way, and at which field. */
export const unitExists = ({ id }: Unit, { code }: UnitFacts): Problem => {
  const pointer = code === undefined ? '/body/name' : '/body/code';
  return new Problem('UNIT_EXISTS', { unit: id, errors: [{ pointer, rule: 'UNIT_EXISTS' }] });
};

/** Whether a unit is just what somebody asks to add: the call was sent again. */
export const isAsSent = (unit: Unit, sent: UnitInput): boolean => {
  const { id: _id, version: _version, naturalKey: _key, registeredOn: _since, past: _past, ...input } = unit;
  return isDeepStrictEqual(input, sent);
};
