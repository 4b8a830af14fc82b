/**
 * Erases a regency from a table: everything that an export lists, then whatever else in the table is the regency's own, then its totals.
 * Sessions go first, so that nobody counts or seals what is half there, and the entry in the list of tenants last. Whatever moment it breaks
 * off in, running it again goes on: what it does not find through a session any more, it finds by the partition's own name.
 */
import { makeRecomputeTotals, provinceOf } from '../coverage/recompute-totals.ts';
import { keyOf, type RawItem, type RawItems } from '../platform/raw-items.ts';
import { kindOf, listRegency, ownerOf, ownItems, totalsKeysOf } from '../platform/regency-items.ts';
import type { Key } from '../platform/table.ts';
import type { Stores } from '../stores.ts';
import { compareArchive } from './compare-archive.ts';
import { addCounts, type Counts, sayCounts } from './counts.ts';
import { Refusal } from './refusal.ts';

export interface ErasePorts {
  items: RawItems;
  stores: Stores;
  now: () => Date;
}
export interface EraseRequest {
  regency: string;
  /** The file of an export made before; undefined where the operator said that none is wanted. */
  archive?: string | undefined;
}
export interface Erased {
  /** Removed, by kind. */
  counts: Counts;
}

/** An older file may be another day's, also where nothing differs that can be seen. */
const longestMs = 86_400_000;

/**
 * The file holds everything that stands there now, as it stands there. It may hold more: that is what an erasure left that broke off.
 *
 * @throws Refusal ARCHIVE_OTHER_REGENCY, ARCHIVE_OLD, ARCHIVE_OUTDATED, or what is wrong with the file
 */
const requireCopy = async ({ items, now }: ErasePorts, regency: string, file: string): Promise<void> => {
  const { archive, different, extra } = await compareArchive(items, file, { only: regency });
  const { regencies, at } = archive.manifest;
  if (!regencies.includes(regency)) throw new Refusal('ARCHIVE_OTHER_REGENCY', file, regencies.join(', '));
  if (Math.abs(now().getTime() - Date.parse(at)) > longestMs) throw new Refusal('ARCHIVE_OLD', file, at);
  const missing = sayCounts(addCounts(different, extra));
  if (missing) throw new Refusal('ARCHIVE_OUTDATED', file, missing);
};

/** Of a lot: removed, and counted. */
const makeRemover = (items: RawItems, counts: Counts) => async (keys: readonly Key[]) => {
  await items.remove(keys);
  for (const key of keys) counts[kindOf(key)] = (counts[kindOf(key)] ?? 0) + 1;
};

const keysOf = (all: readonly RawItem[], ...wanted: string[]): Key[] =>
  all.map(keyOf).filter((key) => wanted.includes(kindOf(key)));

const eraseItems = async (items: RawItems, regency: string): Promise<Counts> => {
  const counts: Counts = {};
  const remove = makeRemover(items, counts);
  const { heads, partitions } = await listRegency(items, regency);
  await remove(keysOf(heads, 'session'));
  for (const pk of partitions)
    for await (const page of items.pages({ pk, keysOnly: true })) await remove(page.map(keyOf));
  for await (const page of ownItems(items, regency, true)) await remove(page.map(keyOf));
  // Whatever an import's lost race, an erasure that broke off, or a phone in the hall left in partitions that nothing leads to.
  const last = new Set(['regency', 'tenant']);
  for await (const page of items.allKeys())
    await remove(page.filter((key) => ownerOf(key) === regency && !last.has(kindOf(key))));
  await remove(keysOf(heads, 'regency'));
  await remove(keysOf(heads, 'tenant'));
  return counts;
};

/** The regency's row goes; the province's is made again from the others', or goes too where there are none. */
const eraseTotals = async ({ items, stores, now }: ErasePorts, regency: string): Promise<void> => {
  const { own, province } = totalsKeysOf(regency);
  await items.remove([own]);
  const others = await stores.regencies.all(provinceOf(regency), { consistent: true });
  if (others.length > 0) await makeRecomputeTotals({ ...stores, now })([regency]);
  else await items.remove([province]);
};

export const eraseRegency = async (ports: ErasePorts, { regency, archive }: EraseRequest): Promise<Erased> => {
  if (archive !== undefined) await requireCopy(ports, regency, archive);
  const counts = await eraseItems(ports.items, regency);
  await eraseTotals(ports, regency);
  return { counts };
};
