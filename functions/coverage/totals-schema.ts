/**
 * Totals of a regency and of a province: stored, recomputed from the coverage of sessions, never counted up. What a province or the nation
 * reads does not grow with attendees, units or sessions.
 */
import * as z from 'zod';
import { Instant, ProvinceCode, RegencyCode, Year } from '../platform/base-schema.ts';

const count = z.number().int().nonnegative();

/** As in a regency's report: each unit once over the sessions counted. */
export const TotalFigures = z
  .object({
    sessions: count,
    expected: count,
    covered: count,
    inPerson: count,
    acting: count,
    delegated: count,
    due: count,
    signed: count,
  })
  .meta({ id: 'TotalFigures' });
export type TotalFigures = z.infer<typeof TotalFigures>;

/** What is stored of a regency: over all its sessions, and year by year. */
export const RegencyTotals = z.object({
  regency: RegencyCode,
  asOf: Instant,
  lastSessionAt: Instant.nullable(),
  openSessions: count,
  openConflicts: count,
  all: TotalFigures,
  /** By the year that sessions started in, in the regency's zone. */
  years: z.record(Year, TotalFigures),
});
export type RegencyTotals = z.infer<typeof RegencyTotals>;

/** Of a province: sums of its regencies, each unit in one of them. */
export const ProvinceTotals = RegencyTotals.omit({ regency: true }).extend({
  province: ProvinceCode,
  /** Tenants of the province that are registered, and of them those that ever held a session; by year in `held`. */
  registered: count,
  held: z.object({ all: count, years: z.record(Year, count) }),
});
export type ProvinceTotals = z.infer<typeof ProvinceTotals>;

export const TotalsQuery = z.object({ year: Year.optional() });

const row = {
  name: z.string(),
  figures: TotalFigures,
  lastSessionAt: Instant.nullable(),
  openSessions: count,
  openConflicts: count,
  /** Null where nothing was ever computed. */
  asOf: Instant.nullable(),
};

/** The regencies of a province side by side, in the order of codes; those without a session too, and those not registered yet. */
export const ProvinceCoverage = z
  .object({
    province: ProvinceCode,
    name: z.string(),
    /** When the oldest of the rows was computed; null when there are none. */
    asOf: Instant.nullable(),
    years: z.array(Year),
    figures: TotalFigures,
    /** Regencies and cities in the province; registered here; with a session in the year asked for. */
    regencies: z.object({ all: count, registered: count, held: count }),
    rows: z.array(z.object({ regency: RegencyCode, registered: z.boolean(), ...row })),
  })
  .meta({ id: 'ProvinceCoverage' });
export type ProvinceCoverage = z.infer<typeof ProvinceCoverage>;

/** The provinces side by side, in the order of codes. */
export const NationCoverage = z
  .object({
    asOf: Instant.nullable(),
    years: z.array(Year),
    figures: TotalFigures,
    regencies: z.object({ all: count, registered: count, held: count }),
    rows: z.array(
      z.object({
        province: ProvinceCode,
        ...row,
        regencies: z.object({ all: count, registered: count, held: count }),
      }),
    ),
  })
  .meta({ id: 'NationCoverage' });
export type NationCoverage = z.infer<typeof NationCoverage>;
