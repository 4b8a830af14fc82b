/** Coverage of a regency over several sessions: a unit is covered if it was represented at least once. */
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { showCoverage } from './coverage-rules.ts';
import type { RegencyCoverage } from './coverage-schema.ts';

export interface UnitTally {
  /** As of the latest session. */
  class: UnitClassCode;
  invited: number;
  represented: number;
  delegated: number;
  pledgeDue: number;
  pledgeSigned: number;
}

const emptyTally = (unitClass: UnitClassCode): UnitTally => ({
  class: unitClass,
  invited: 0,
  represented: 0,
  delegated: 0,
  pledgeDue: 0,
  pledgeSigned: 0,
});

/** Only sessions whose roster was frozen count: a plan is not a record. Oldest first. */
export const heldRecords = (records: readonly CoverageRecord[]): CoverageRecord[] =>
  records.filter((record) => record.frozenAt !== null).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

/** What became of each unit over the sessions. */
export const tallyUnits = (records: readonly CoverageRecord[]): Map<string, UnitTally> => {
  const tallies = new Map<string, UnitTally>();
  for (const record of heldRecords(records)) {
    for (const { unit, class: unitClass, presence, pledge } of record.units) {
      const tally = tallies.get(unit) ?? emptyTally(unitClass);
      tallies.set(unit, tally);
      tally.class = unitClass;
      tally.invited += 1;
      tally.represented += Number(presence !== 'MISSING' && presence !== 'ONLINE');
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

/** The report of a regency, newest session first; classes as they were on the day. */
export const regencyCoverage = (
  regency: { code: string; name: string },
  records: readonly CoverageRecord[],
  asOf: string,
): RegencyCoverage => {
  const tallies = [...tallyUnits(records).values()];
  const total = figures(tallies);
  const classes = [...new Set(tallies.map((tally) => tally.class))].sort((a, b) => classOrder(a) - classOrder(b));
  return {
    regency: regency.code,
    name: regency.name,
    asOf,
    units: { expected: total.expected, covered: total.covered, never: total.expected - total.covered },
    pledge: { due: total.pledgeDue, signed: total.pledgeSigned, notYet: total.pledgeDue - total.pledgeSigned },
    classes: classes.map((unitClass) => ({
      class: unitClass,
      ...figures(tallies.filter((tally) => tally.class === unitClass)),
    })),
    sessions: heldRecords(records)
      .reverse()
      .map((record) => showCoverage(record, () => undefined)),
  };
};
