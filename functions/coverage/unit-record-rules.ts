/** A unit's record over a period, as the API answers it. */
import type * as z from 'zod';
import type { CoverageRecord } from './coverage-record.ts';
import type { UnitOverTime, UnitRecord } from './coverage-schema.ts';
import { type DistrictName, nameOfDistrict } from './regency-coverage-rules.ts';
import { shows, type UnitTally } from './unit-tally-rules.ts';

export interface UnitFilter {
  show?: keyof typeof shows | undefined;
  class?: string | undefined;
  /** `-`: in no district. */
  district?: string | undefined;
}

export const isWanted = (tally: UnitTally, { show, class: ofClass, district }: UnitFilter): boolean =>
  (show === undefined || shows[show](tally)) &&
  (ofClass === undefined || ofClass === tally.class) &&
  (district === undefined || district === (tally.district ?? '-'));

/** Without the name of whoever holds the office: above the regency nobody is named. */
export const unitRecord = (
  { unit, class: unitClass, district, ...tally }: UnitTally,
  name: string,
  nameOf: DistrictName,
): z.infer<typeof UnitRecord> => ({
  unit,
  name,
  class: unitClass,
  district,
  districtName: nameOfDistrict(district, nameOf),
  invited: tally.invited,
  represented: tally.represented,
  delegated: tally.delegated,
  missed: tally.missed,
  missedInARow: tally.missedInARow,
  pledgeDue: tally.pledgeDue,
  pledgeSigned: tally.pledgeSigned,
});

/** Newest first. */
export const sessionsOfUnit = (
  records: readonly CoverageRecord[],
  unit: string,
): z.infer<typeof UnitOverTime>['sessions'] =>
  [...records].reverse().flatMap((record) => {
    const state = record.units.find((one) => one.unit === unit);
    if (!state) return [];
    const { session, kind, title, startsAt, phase, state: sessionState } = record;
    return [
      { session, kind, title, startsAt, phase, state: sessionState, presence: state.presence, pledge: state.pledge },
    ];
  });
