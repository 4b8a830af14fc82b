/**
 * Stored totals. Each is made from other items by whoever has just written one of them, several at a time and in any order. So what is
 * written is conditional on nobody else having written since before it was made. Clocks, which are not quite the same everywhere, do not
 * decide.
 */
import type * as z from 'zod';
import { nationPartition, provincePartition, provinceTotalsKey, regencyTotalsKey } from '../platform/keys.ts';
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
  const revisionOf = async (key: Key): Promise<number> =>
    Number((await table.get(key, { consistent: true }))?.revision ?? 0);
  const putOver = (key: Key, before: number, item: Item): Promise<boolean> =>
    table.put(
      { ...key, ...item, revision: before + 1 },
      before === 0
        ? { expression: 'attribute_not_exists(pk)' }
        : { expression: 'revision = :before', values: { ':before': before } },
    );
  /**
   * Whoever writes has read the revision before what they make it from. So the writer of the next revision but one began after this did,
   * and has seen all that stood then: their totals are as good as ours. That also leaves no third round.
   */
  const replace = async <T extends Item>(
    key: Key,
    schema: z.ZodType<T>,
    make: () => Promise<T | undefined>,
  ): Promise<void> => {
    const first = await revisionOf(key);
    for (let before = first; before < first + 2; before = await revisionOf(key)) {
      const made = await make();
      // Read as whoever asks will read it: what they could not is not kept.
      if (!made || (await putOver(key, before, schema.parse(made)))) return;
    }
  };
  return {
    replaceRegency: (code, make) => replace(regencyTotalsKey(code), RegencyTotals, make),
    replaceProvince: (code, make) => replace(provinceTotalsKey(code), ProvinceTotals, make),
    ofProvince: async (province, { consistent = false } = {}) =>
      readable(RegencyTotals, await table.queryAll({ pk: provincePartition(province), prefix: 'R#', consistent })),
    ofNation: async () => readable(ProvinceTotals, await table.queryAll({ pk: nationPartition, prefix: 'P#' })),
  };
};
