/** What is different now from the end of the day before. */
import type { Zone } from '../platform/base-schema.ts';
import { dayIn, offsetHours } from '../platform/time.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import { isRepresented, type UnitState } from './cell-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { CoverageChanges } from './coverage-schema.ts';

/** What a session's units were when its figures were last computed on a day. */
export interface DaySnapshot {
  asOf: string;
  units: UnitState[];
}

/** The moment in which the day of an instant began in a zone, and the day before. */
export const todayIn = (zone: Zone, now: string): { since: string; yesterday: string } => {
  const midnight = Date.parse(`${dayIn(zone, now)}T00:00:00.000Z`) - offsetHours[zone] * 3_600_000;
  return {
    since: new Date(midnight).toISOString(),
    yesterday: dayIn(zone, new Date(midnight - 1).toISOString()),
  };
};

/** Sessions of which anything may have changed since: computed since then, and open by now. Newest first. */
export const touchedSince = (held: readonly CoverageRecord[], since: string): CoverageRecord[] =>
  held.filter(({ asOf }) => asOf >= since).reverse();

export interface Touched {
  record: CoverageRecord;
  before: DaySnapshot | undefined;
}

export interface UnitChange {
  unit: string;
  class: UnitClassCode;
  district: string | null;
  session: string;
}

const kinds = {
  represented: { now: true, of: ({ presence }) => isRepresented(presence) },
  noLongerRepresented: { now: false, of: ({ presence }) => isRepresented(presence) },
  signed: { now: true, of: ({ pledge }) => pledge === 'SIGNED' },
  noLongerSigned: { now: false, of: ({ pledge }) => pledge === 'SIGNED' },
} satisfies Record<string, { now: boolean; of: (unit: Pick<UnitState, 'presence' | 'pledge'>) => boolean }>;
type Kind = keyof typeof kinds;

const nothingYet: Pick<UnitState, 'presence' | 'pledge'> = { presence: 'MISSING', pledge: 'NOT_YET' };

const changedUnits = ({ record, before }: Touched, kind: Kind): UnitChange[] => {
  const { now, of } = kinds[kind];
  const was = new Map(before?.units.map((unit) => [unit.unit, unit]));
  return record.units
    .filter((unit) => of(unit) === now && of(was.get(unit.unit) ?? nothingYet) !== now)
    .map(({ unit, class: unitClass, district }) => ({ unit, class: unitClass, district, session: record.session }));
};

const countOf = (units: readonly UnitState[]) => ({
  represented: units.filter(kinds.represented.of).length,
  signed: units.filter(kinds.signed.of).length,
});

/**
 * A session that opened before today and has no snapshot was last computed by a version that kept none: what changed in it today cannot be
 * told, and calling everything in it new would be wrong.
 */
const isTold = ({ record, before }: Touched, since: string): boolean =>
  before !== undefined || (record.frozenAt !== null && record.frozenAt >= since);

const sessionOf = ({ record, before }: Touched): CoverageChanges['sessions'][number] => ({
  session: record.session,
  title: record.title,
  state: record.state,
  before: before ? { ...countOf(before.units), asOf: before.asOf } : null,
  now: {
    expected: record.units.length,
    due: record.units.filter(({ pledge }) => pledge !== 'NOT_DUE').length,
    ...countOf(record.units),
  },
});

/** A unit is named once for each session in which it changed. The sessions: those that anything changed in, or that opened today. */
export const changesOf = (touched: readonly Touched[], since: string) => {
  const told = touched.filter((one) => isTold(one, since));
  const units = (kind: Kind): UnitChange[] => told.flatMap((one) => changedUnits(one, kind));
  const moved = (one: Touched): boolean =>
    one.before === undefined || (Object.keys(kinds) as Kind[]).some((kind) => changedUnits(one, kind).length > 0);
  return {
    represented: units('represented'),
    noLongerRepresented: units('noLongerRepresented'),
    signed: units('signed'),
    noLongerSigned: units('noLongerSigned'),
    sessions: told.filter(moved).map(sessionOf),
  };
};
