/** Whom a choice of classes and districts means, told from the register before anything is sent. */
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import type { ItemOf } from '../../../shared/api.ts';

export type UnitShown = ItemOf<'GET /api/regencies/:regency/units'>;
type Placed = Pick<UnitShown, 'class' | 'district' | 'districtName'>;

/** Not under the regency: their heads are invited as guests (rule 4). As `unitClasses` has it, whose schemas have no place in pages. */
export const guestClasses: readonly UnitClassCode[] = ['VERTICAL', 'GUEST_BODY'];

export interface Whom {
  classes: readonly string[];
  districts: readonly string[];
}

/** The field where single units are searched: whoever has chosen none is sent there. */
export const unitSearchId = 'cari-unit';

/** As the API understands it: those classes, in those districts where any is named. Without a class it is nobody. */
export const unitsMeant = <Unit extends Placed>(units: readonly Unit[], { classes, districts }: Whom): Unit[] =>
  units.filter(
    (unit) =>
      classes.includes(unit.class) &&
      (districts.length === 0 || (unit.district !== undefined && districts.includes(unit.district))),
  );

export const countByClass = (units: readonly Placed[]): ReadonlyMap<UnitClassCode, number> => {
  const counts = new Map<UnitClassCode, number>();
  for (const unit of units) counts.set(unit.class, (counts.get(unit.class) ?? 0) + 1);
  return counts;
};

export interface DistrictCount {
  code: string;
  name: string;
  units: number;
}

/** The districts that have units, by name, with how many. */
export const districtsOf = (units: readonly Placed[]): DistrictCount[] => {
  const found = new Map<string, DistrictCount>();
  for (const { district, districtName } of units) {
    if (district === undefined) continue;
    const known = found.get(district) ?? { code: district, name: districtName ?? district, units: 0 };
    found.set(district, { ...known, units: known.units + 1 });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'id') || (a.code < b.code ? -1 : 1));
};
