/** The stored coverage of sessions, and what it was at the end of each day. */
import * as z from 'zod';
import { coverageDayKey, coverageDayPrefix, coverageKey, regencyPartition } from '../platform/keys.ts';
import { putOver, replaceItem } from '../platform/revisions.ts';
import type { Table } from '../platform/table.ts';
import type { DaySnapshot } from './changes-rules.ts';
import { type CoverageRecord, packCoverage, unpackCoverage } from './coverage-record.ts';
import { packUnits, unpackUnits } from './unit-rows.ts';

interface Computed {
  record: CoverageRecord;
  /** In the session's zone; null before it opens, when figures are a forecast. */
  day: string | null;
}

export interface CoverageStore {
  get(session: string, options?: { consistent?: boolean }): Promise<CoverageRecord | undefined>;
  all(regency: string, options?: { consistent?: boolean }): Promise<CoverageRecord[]>;
  /**
   * Keeps the record that `make` computes from everything that stands when this is called, and what it says of its units as the state of
   * its day. It is made at most twice: see {@link replaceItem}. Answers what was made last.
   */
  replace(session: string, make: () => Promise<Computed | undefined>): Promise<CoverageRecord | undefined>;
  /** The last state of a day up to and including `day`. */
  lastDay(session: string, day: string): Promise<DaySnapshot | undefined>;
}

const StoredDay = z.object({ asOf: z.string(), units: z.string(), districts: z.array(z.string()) });

/** Puts what a record of this revision says of its day over the state of an earlier one; false when a later one's stands there. */
const putDay = async (
  table: Table,
  { record: { session, asOf, units }, day }: Computed,
  revision: number,
  over: '<' | '<=',
): Promise<boolean> =>
  day === null ||
  table.put(
    { ...coverageDayKey(session, day), asOf, ...packUnits(units), revision },
    { expression: `attribute_not_exists(revision) OR revision ${over} :revision`, values: { ':revision': revision } },
  );

export const makeCoverageStore = (table: Table): CoverageStore => ({
  get: async (session, options) => {
    const item = await table.get(coverageKey(session), options);
    return item && unpackCoverage(item);
  },
  all: async (regency, { consistent = false } = {}) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: 'COV#', consistent })).map(unpackCoverage),
  replace: async (session, make) => {
    let made: Computed | undefined;
    await replaceItem(table, coverageKey(session), async (before) => {
      made = await make();
      if (!made) return true;
      // The day first: where the record stands, the state of its day does too, wherever a process dies.
      const isDayKept = await putDay(table, made, before + 1, '<');
      if (!(await putOver(table, { ...coverageKey(session), ...packCoverage(made.record) }, before))) return false;
      // What stands there is of one who began from the same revision, and whose record is refused now.
      if (!isDayKept) await putDay(table, made, before + 1, '<=');
      return true;
    });
    return made?.record;
  },
  lastDay: async (session, day) => {
    const { pk, sk } = coverageDayKey(session, day);
    const item = await table.last({ pk, from: coverageDayPrefix(session), to: sk });
    if (!item) return undefined;
    const { asOf, ...packed } = StoredDay.parse(item);
    return { asOf, units: unpackUnits(packed) };
  },
});
