/** Coverage of a regency over several sessions: a unit is covered if it was represented at least once. */
import { classOrder } from '../roster/unit-class.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { showCoverage } from './coverage-rules.ts';
import type { RegencyCoverage } from './coverage-schema.ts';

export interface UnitTally {
  invited: number;
  represented: number;
  delegated: number;
  pledgeDue: number;
  pledgeSigned: number;
}

const emptyTally = (): UnitTally => ({ invited: 0, represented: 0, delegated: 0, pledgeDue: 0, pledgeSigned: 0 });

/** Only sessions whose roster was frozen count: a plan is not a record. */
export const heldRecords = (records: readonly CoverageRecord[]): CoverageRecord[] =>
  records.filter((record) => record.frozenAt !== null);

/** What became of each unit over the sessions. */
export const tallyUnits = (records: readonly CoverageRecord[]): Map<string, UnitTally> => {
  const tallies = new Map<string, UnitTally>();
  for (const record of heldRecords(records)) {
    for (const { unit, presence, pledge } of record.units) {
      const tally = tallies.get(unit) ?? emptyTally();
      tallies.set(unit, tally);
      tally.invited += 1;
      tally.represented += Number(presence !== 'MISSING');
      tally.delegated += Number(presence === 'DELEGATED');
      tally.pledgeDue += Number(pledge !== 'NOT_DUE');
      tally.pledgeSigned += Number(pledge === 'SIGNED');
    }
  }
  return tallies;
};

const figures = (tallies: readonly UnitTally[]) => ({
  expected: tallies.length,
  covered: tallies.filter((tally) => tally.represented > 0).length,
  pledgeDue: tallies.filter((tally) => tally.pledgeDue > 0).length,
  pledgeSigned: tallies.filter((tally) => tally.pledgeSigned > 0).length,
});

/** The report of a regency, newest session first. */
export const regencyCoverage = (
  regency: { code: string; name: string },
  records: readonly CoverageRecord[],
  units: readonly Unit[],
  asOf: string,
): RegencyCoverage => {
  const tallies = tallyUnits(records);
  const total = figures([...tallies.values()]);
  const classOf = new Map(units.map((unit) => [unit.id, unit.class]));
  const classes = [...new Set([...tallies.keys()].flatMap((id) => classOf.get(id) ?? []))];
  return {
    regency: regency.code,
    name: regency.name,
    asOf,
    units: { expected: total.expected, covered: total.covered, never: total.expected - total.covered },
    pledge: { due: total.pledgeDue, signed: total.pledgeSigned, notYet: total.pledgeDue - total.pledgeSigned },
    classes: classes
      .sort((a, b) => classOrder(a) - classOrder(b))
      .map((unitClass) => ({
        class: unitClass,
        ...figures([...tallies].filter(([id]) => classOf.get(id) === unitClass).map(([, tally]) => tally)),
      })),
    sessions: [...records]
      .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
      .map((record) => showCoverage(record, () => undefined)),
  };
};
