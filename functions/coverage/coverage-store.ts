/** The stored coverage of sessions. */
import { coverageKey, regencyPartition } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { type CoverageRecord, packCoverage, unpackCoverage } from './coverage-record.ts';

export interface CoverageStore {
  get(session: string): Promise<CoverageRecord | undefined>;
  all(regency: string): Promise<CoverageRecord[]>;
  /** Writes a record unless one of later data stands there; so computations that overtake each other end right. */
  put(record: CoverageRecord): Promise<void>;
}

export const makeCoverageStore = (table: Table): CoverageStore => ({
  get: async (session) => {
    const item = await table.get(coverageKey(session));
    return item && unpackCoverage(item);
  },
  all: async (regency) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: 'COV#' })).map((item) => unpackCoverage(item)),
  put: async (record) => {
    await table.put(
      { ...coverageKey(record.session), ...packCoverage(record) },
      { expression: 'attribute_not_exists(pk) OR asOf <= :asOf', values: { ':asOf': record.asOf } },
    );
  },
});
