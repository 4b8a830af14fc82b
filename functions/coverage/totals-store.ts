/** Stored totals of regencies and provinces, decided by their revisions. */
import type * as z from 'zod';
import { nationPartition, provincePartition, provinceTotalsKey, regencyTotalsKey } from '../platform/keys.ts';
import { putOver, replaceItem } from '../platform/revisions.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { ProvinceTotals, RegencyTotals } from './totals-schema.ts';

export interface TotalsStore {
  /**
   * Keeps what `make` reads and computes from everything that stands when this is called. It makes it at most twice: it leaves off where
   * somebody else has kept what they made from that, or from more; and where there is nothing to be kept.
   */
  replaceRegency(code: string, make: () => Promise<RegencyTotals | undefined>): Promise<void>;
  replaceProvince(code: string, make: () => Promise<ProvinceTotals>): Promise<void>;
  /** Of the regencies of a province, in the order of codes; without what cannot be read, which its regency's next totals replace. */
  ofProvince(province: string, options?: { consistent?: boolean }): Promise<RegencyTotals[]>;
  /** Of all provinces, in the order of codes, in the same way. */
  ofNation(): Promise<ProvinceTotals[]>;
}

const readable = <T>(schema: z.ZodType<T>, items: readonly Item[]): T[] =>
  items.flatMap((item) => {
    const { success, data } = schema.safeParse(item);
    return success ? [data] : [];
  });

export const makeTotalsStore = (table: Table): TotalsStore => {
  const replace = <T extends Item>(key: Key, schema: z.ZodType<T>, make: () => Promise<T | undefined>): Promise<void> =>
    replaceItem(table, key, async (before) => {
      const made = await make();
      // Read as whoever asks will read it: what they could not is not kept.
      return !made || putOver(table, { ...key, ...schema.parse(made) }, before);
    });
  return {
    replaceRegency: (code, make) => replace(regencyTotalsKey(code), RegencyTotals, make),
    replaceProvince: (code, make) => replace(provinceTotalsKey(code), ProvinceTotals, make),
    ofProvince: async (province, { consistent = false } = {}) =>
      readable(RegencyTotals, await table.queryAll({ pk: provincePartition(province), prefix: 'R#', consistent })),
    ofNation: async () => readable(ProvinceTotals, await table.queryAll({ pk: nationPartition, prefix: 'P#' })),
  };
};
