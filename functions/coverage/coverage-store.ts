/** The stored coverage of sessions, and what it was at the end of each day. */
import * as z from 'zod';
import { coverageDayKey, coverageDayPrefix, coverageKey, regencyPartition } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import type { DaySnapshot } from './changes-rules.ts';
import { type CoverageRecord, packCoverage, unpackCoverage } from './coverage-record.ts';
import { packUnits, unpackUnits } from './unit-rows.ts';

export interface CoverageStore {
  get(session: string, options?: { consistent?: boolean }): Promise<CoverageRecord | undefined>;
  all(regency: string, options?: { consistent?: boolean }): Promise<CoverageRecord[]>;
  /** Writes a record unless one of later data stands there; so computations that overtake each other end right. */
  put(record: CoverageRecord): Promise<void>;
  /** Keeps what a record says of its units as the state of a day, unless one of later data stands there. */
  putDay(record: Pick<CoverageRecord, 'session' | 'asOf' | 'units'>, day: string): Promise<void>;
  /** The last state of a day up to and including `day`. */
  lastDay(session: string, day: string): Promise<DaySnapshot | undefined>;
}

const StoredDay = z.object({ asOf: z.string(), units: z.string(), districts: z.array(z.string()) });

const unlessOlder = (asOf: string) => ({
  expression: 'attribute_not_exists(pk) OR asOf <= :asOf',
  values: { ':asOf': asOf },
});

export const makeCoverageStore = (table: Table): CoverageStore => ({
  get: async (session, options) => {
    const item = await table.get(coverageKey(session), options);
    return item && unpackCoverage(item);
  },
  all: async (regency, { consistent = false } = {}) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: 'COV#', consistent })).map(unpackCoverage),
  put: async (record) => {
    await table.put({ ...coverageKey(record.session), ...packCoverage(record) }, unlessOlder(record.asOf));
  },
  putDay: async ({ session, asOf, units }, day) => {
    await table.put({ ...coverageDayKey(session, day), asOf, ...packUnits(units) }, unlessOlder(asOf));
  },
  lastDay: async (session, day) => {
    const { pk, sk } = coverageDayKey(session, day);
    const item = await table.last({ pk, from: coverageDayPrefix(session), to: sk });
    if (!item) return undefined;
    const { asOf, ...packed } = StoredDay.parse(item);
    return { asOf, units: unpackUnits(packed) };
  },
});
