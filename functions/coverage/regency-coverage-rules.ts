/** Coverage of a regency over several sessions: a unit is covered if it was represented at least once. */
import { classOrder } from '../roster/unit-class.ts';
import { byDistrictAndClass } from './cell-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { showCoverage } from './coverage-rules.ts';
import type { Period, RegencyCoverage } from './coverage-schema.ts';
import { latestAsOf } from './period-rules.ts';
import { periodFigures, shows, tallyUnits, type UnitTally } from './unit-tally-rules.ts';
import { type PeriodCell, worstOf } from './worst-rules.ts';

/** A district's name by its code. */
export type DistrictName = (code: string) => string | undefined;

export const nameOfDistrict = (district: string | null, nameOf: DistrictName): string | null =>
  district === null ? null : (nameOf(district) ?? district);

const groupBy = (tallies: readonly UnitTally[], keyOf: (tally: UnitTally) => string): UnitTally[][] => {
  const groups = new Map<string, UnitTally[]>();
  for (const tally of tallies) {
    const group = groups.get(keyOf(tally));
    if (group) group.push(tally);
    else groups.set(keyOf(tally), [tally]);
  }
  return [...groups.values()];
};

const cellOf = (tallies: readonly UnitTally[]): PeriodCell => {
  const { district, class: unitClass } = tallies[0] as UnitTally;
  const { units, pledge } = periodFigures(tallies);
  return {
    district,
    class: unitClass,
    expected: units.expected,
    covered: units.covered,
    due: pledge.due,
    signed: pledge.signed,
  };
};

const flat = (tallies: readonly UnitTally[]) => {
  const { units, pledge } = periodFigures(tallies);
  return { ...units, pledge };
};

/** Districts in the order of their codes, the units in none first. */
const districtsOf = (tallies: readonly UnitTally[], nameOf: DistrictName): RegencyCoverage['districts'] =>
  groupBy(tallies, ({ district }) => district ?? '')
    .map((group) => {
      const { district } = group[0] as UnitTally;
      return { district, districtName: nameOfDistrict(district, nameOf), ...flat(group) };
    })
    .sort((a, b) => (a.district ?? '').localeCompare(b.district ?? ''));

const classesOf = (tallies: readonly UnitTally[]): RegencyCoverage['classes'] =>
  groupBy(tallies, (tally) => tally.class)
    .map((group) => ({ class: (group[0] as UnitTally).class, ...flat(group) }))
    .sort((a, b) => classOrder(a.class) - classOrder(b.class));

const sessionsOf = (records: readonly CoverageRecord[]): RegencyCoverage['sessions'] =>
  [...records].reverse().map((record) => {
    const { districts: _, cells: __, ...shown } = showCoverage(record, () => undefined);
    return { ...shown, phase: record.phase, seal: record.seal };
  });

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

export interface RegencyReport {
  regency: { code: string; name: string };
  period: Period;
  /** Those of the period, oldest first; see `recordsIn`. */
  records: readonly CoverageRecord[];
  doors: RegencyCoverage['doors'];
  nameOf: DistrictName;
  now: string;
}

/** The report of a regency over a period; classes and districts as they were on the day of each unit's latest session. */
export const regencyCoverage = ({ regency, period, records, doors, nameOf, now }: RegencyReport): RegencyCoverage => {
  const tallies = [...tallyUnits(records).values()];
  const cells = groupBy(tallies, (tally) => `${tally.district ?? ''}/${tally.class}`)
    .map(cellOf)
    .sort(byDistrictAndClass);
  return {
    regency: regency.code,
    name: regency.name,
    asOf: latestAsOf(records, now),
    period: { from: period.from ?? null, to: period.to ?? null, phase: period.phase ?? null },
    ...periodFigures(tallies),
    conflicts: { open: sum(records, ({ openConflicts }) => openConflicts) },
    doors,
    amendments: { added: sum(records, ({ added }) => added), revoked: sum(records, ({ revoked }) => revoked) },
    repeated: { missed: tallies.filter(shows.missed).length, delegated: tallies.filter(shows.delegated).length },
    classes: classesOf(tallies),
    districts: districtsOf(tallies, nameOf),
    cells,
    worst: worstOf(cells).map(({ district, ...rest }) => ({
      district,
      districtName: nameOfDistrict(district, nameOf),
      ...rest,
    })),
    sessions: sessionsOf(records),
  };
};
