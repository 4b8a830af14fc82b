/**
 * Totals of a regency from the coverage of its sessions, of a province from those of its regencies. Pure: made again from the same records
 * they are the same, so a repeated or a lost event cannot make them wrong.
 */
import type { Zone } from '../platform/base-schema.ts';
import { dayIn } from '../platform/time.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { heldRecords } from './period-rules.ts';
import type { ProvinceTotals, RegencyTotals, TotalFigures } from './totals-schema.ts';
import { periodFigures, tallyUnits } from './unit-tally-rules.ts';

export const noFigures: TotalFigures = {
  sessions: 0,
  expected: 0,
  covered: 0,
  inPerson: 0,
  acting: 0,
  delegated: 0,
  due: 0,
  signed: 0,
};

const figuresOf = (records: readonly CoverageRecord[]): TotalFigures => {
  const { units, pledge } = periodFigures([...tallyUnits(records).values()]);
  const { expected, covered, inPerson, acting, delegated } = units;
  return {
    sessions: records.length,
    expected,
    covered,
    inPerson,
    acting,
    delegated,
    due: pledge.due,
    signed: pledge.signed,
  };
};

/** The year that a session started in, in its regency's zone: one on New Year's morning is still the old year's in UTC. */
export const yearOf = (zone: Zone, startsAt: string): string => dayIn(zone, startsAt).slice(0, 4);

export const regencyTotals = (
  regency: { code: string; zone: Zone },
  records: readonly CoverageRecord[],
  asOf: string,
): RegencyTotals => {
  const held = heldRecords(records);
  const years = new Map<string, CoverageRecord[]>();
  for (const record of held) {
    const year = yearOf(regency.zone, record.startsAt);
    years.set(year, [...(years.get(year) ?? []), record]);
  }
  return {
    regency: regency.code,
    asOf,
    lastSessionAt: held.at(-1)?.startsAt ?? null,
    openSessions: held.filter(({ state }) => state === 'OPEN').length,
    openConflicts: held.reduce((sum, { openConflicts }) => sum + openConflicts, 0),
    all: figuresOf(held),
    years: Object.fromEntries([...years].map(([year, ofYear]) => [year, figuresOf(ofYear)])),
  };
};

export const sumFigures = (all: readonly TotalFigures[]): TotalFigures => {
  const sum = { ...noFigures };
  for (const figures of all)
    for (const field of Object.keys(sum) as (keyof TotalFigures)[]) sum[field] += figures[field];
  return sum;
};

/** The figures of a year, of all years without one; zeros where there was nothing. */
export const figuresIn = (
  totals: Pick<RegencyTotals, 'all' | 'years'> | undefined,
  year: string | undefined,
): TotalFigures => (year === undefined ? totals?.all : totals?.years[year]) ?? noFigures;

/** Every year that any of them has figures of, the latest first. */
export const yearsOf = (totals: readonly Pick<RegencyTotals, 'years'>[]): string[] =>
  [...new Set(totals.flatMap(({ years }) => Object.keys(years)))].sort().reverse();

/** A province that is a tenant itself has figures, and is none of its own regencies. */
export const isRegency = (code: string): boolean => code.includes('.');

export const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((late, instant) => ((instant ?? '') > (late ?? '') ? instant : late), null);

export const earliest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce(
    (early, instant) => (instant !== null && (early === null || instant < early) ? instant : early),
    null,
  );

const sumOf = (rows: readonly RegencyTotals[], field: 'openSessions' | 'openConflicts'): number =>
  rows.reduce((sum, row) => sum + row[field], 0);

/** How many of the regencies held a session, in a year or ever. */
export const heldIn = (rows: readonly RegencyTotals[], year?: string): number =>
  rows.filter((row) => isRegency(row.regency) && figuresIn(row, year).sessions > 0).length;

export const provinceTotals = (
  province: string,
  rows: readonly RegencyTotals[],
  /** The codes of all tenants of the province. */
  tenants: readonly string[],
  asOf: string,
): ProvinceTotals => {
  const years = yearsOf(rows);
  const byYear = <T>(of: (year: string) => T) => Object.fromEntries(years.map((year) => [year, of(year)]));
  return {
    province,
    asOf,
    lastSessionAt: latest(rows.map(({ lastSessionAt }) => lastSessionAt)),
    openSessions: sumOf(rows, 'openSessions'),
    openConflicts: sumOf(rows, 'openConflicts'),
    all: sumFigures(rows.map(({ all }) => all)),
    years: byYear((year) => sumFigures(rows.map((row) => figuresIn(row, year)))),
    registered: tenants.filter(isRegency).length,
    held: { all: heldIn(rows), years: byYear((year) => heldIn(rows, year)) },
  };
};
