/** Stored totals as the API answers them: with names, and with rows for those that there is nothing of yet. */
import { earliest, figuresIn, heldIn, isRegency, sumFigures, yearsOf } from './totals-rules.ts';
import type { NationCoverage, ProvinceCoverage, ProvinceTotals, RegencyTotals } from './totals-schema.ts';

interface Named {
  code: string;
  name: string;
}

/** What of a row is the same for a regency and a province. */
const shared = (name: string, totals: Omit<RegencyTotals, 'regency'> | undefined, year: string | undefined) => ({
  name,
  figures: figuresIn(totals, year),
  lastSessionAt: totals?.lastSessionAt ?? null,
  openSessions: totals?.openSessions ?? 0,
  openConflicts: totals?.openConflicts ?? 0,
  asOf: totals?.asOf ?? null,
});

/** Every regency and city of the province; the province itself only where it is a tenant. */
export const provinceCoverage = (
  province: Named,
  totals: readonly RegencyTotals[],
  there: { regencies: readonly Named[]; registered: ReadonlySet<string> },
  year: string | undefined,
): ProvinceCoverage => {
  const known = new Map(totals.map((row) => [row.regency, row]));
  const itself = known.has(province.code) || there.registered.has(province.code) ? [province] : [];
  const rows = [...itself, ...there.regencies].map(({ code, name }) => ({
    regency: code,
    registered: there.registered.has(code),
    ...shared(name, known.get(code), year),
  }));
  return {
    province: province.code,
    name: province.name,
    asOf: earliest(rows.map(({ asOf }) => asOf)),
    years: yearsOf(totals),
    figures: sumFigures(rows.map(({ figures }) => figures)),
    regencies: {
      all: there.regencies.length,
      registered: [...there.registered].filter(isRegency).length,
      held: heldIn(totals, year),
    },
    rows,
  };
};

/** Every province, with how many regencies and cities it has. */
export const nationCoverage = (
  provinces: readonly (Named & { regencies: number })[],
  totals: readonly ProvinceTotals[],
  year: string | undefined,
): NationCoverage => {
  const known = new Map(totals.map((row) => [row.province, row]));
  const rows = provinces.map(({ code, name, regencies }) => {
    const own = known.get(code);
    const held = (year === undefined ? own?.held.all : own?.held.years[year]) ?? 0;
    return {
      province: code,
      ...shared(name, own, year),
      regencies: { all: regencies, registered: own?.registered ?? 0, held },
    };
  });
  const sum = (field: 'all' | 'registered' | 'held') => rows.reduce((total, row) => total + row.regencies[field], 0);
  return {
    asOf: earliest(rows.map(({ asOf }) => asOf)),
    years: yearsOf(totals),
    figures: sumFigures(rows.map(({ figures }) => figures)),
    regencies: { all: sum('all'), registered: sum('registered'), held: sum('held') },
    rows,
  };
};
