/** Protocol order among units: by class, then by name as people count. */
import { classOrder, type UnitClassCode } from './unit-class.ts';

export interface Ordered {
  id: string;
  class?: UnitClassCode | undefined;
  name: string;
  office: string;
}

/** `SDN 2` before `SDN 10`. */
const byName = new Intl.Collator('id', { numeric: true, sensitivity: 'base' }).compare;

/** Whatever has no class comes after all that have one. */
const afterAll = 999;
const rank = ({ class: unitClass }: Ordered): number => (unitClass === undefined ? afterAll : classOrder(unitClass));

/** A total order: of two that bear the same names, by their ids. */
export const inClassOrder = (a: Ordered, b: Ordered): number =>
  rank(a) - rank(b) || byName(a.name, b.name) || byName(a.office, b.office) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
