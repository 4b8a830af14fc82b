/** What a file of an export holds against what stands in a table: item by item, as the engine types them. */
import { keyOf, type RawItem, type RawItems } from '../platform/raw-items.ts';
import { isMadeAgain, kindOf, listRegency, ownerOf, ownItems } from '../platform/regency-items.ts';
import type { Key } from '../platform/table.ts';
import { readArchive } from './archive.ts';
import type { Archive } from './archive-schema.ts';
import type { Counts } from './counts.ts';
import { itemText } from './raw-json.ts';

export interface Compared {
  /** In both, and the same. */
  same: number;
  /** In both, and not the same; by kind. */
  different: Counts;
  /** In the file alone. */
  absent: number;
  /** In the table alone; by kind. */
  extra: Counts;
}

/** What is made again from the rest may differ, and is no reason to refuse anything. */
const isCompared = (key: Key): boolean => !isMadeAgain(key);
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
/** Items of the file in memory at a time. */
const lotSize = 400;

const countIn = (counts: Counts, key: Key, by: number): void => {
  const kind = kindOf(key);
  counts[kind] = (counts[kind] ?? 0) + by;
  if (counts[kind] === 0) delete counts[kind];
};

/** Keys of everything of these regencies in the table, and of whatever stands in the partitions that the file knows of. */
async function* keysInTable(
  items: RawItems,
  regencies: readonly string[],
  known: ReadonlySet<string>,
): AsyncGenerator<Key[]> {
  const partitions = new Set(known);
  for (const code of regencies) {
    const listed = await listRegency(items, code);
    for (const pk of listed.partitions) partitions.add(pk);
    yield listed.heads.map(keyOf);
    for await (const page of ownItems(items, code, true)) yield page.map(keyOf);
  }
  for (const pk of partitions) for await (const page of items.pages({ pk, keysOnly: true })) yield page.map(keyOf);
}

type IsMeant = (item: RawItem) => boolean;

/** What else is asked of a file while it is read, before it is held against anything; each throws what is wrong. */
export interface FileCheck {
  item: (item: RawItem) => void;
  end: (archive: Archive) => void;
}
const anything: FileCheck = { item: () => {}, end: () => {} };

/** Reads a file to its end and says which partitions it has, beside the regencies' own; those are read in any case. */
const readPartitions = async (
  file: string,
  isMeant: IsMeant,
  check: FileCheck,
): Promise<{ archive: Archive; partitions: Set<string> }> => {
  const partitions = new Set<string>();
  const archive = await readArchive(file, (item) => {
    const { pk } = keyOf(item);
    if (!/^(R#|N$)/.test(pk) && isMeant(item)) partitions.add(pk);
    check.item(item);
  });
  check.end(archive);
  return { archive, partitions };
};

/** How many items of these regencies stand in the table, without what is made again. */
const countInTable = async (
  items: RawItems,
  regencies: readonly string[],
  known: ReadonlySet<string>,
): Promise<Counts> => {
  const counts: Counts = {};
  for await (const keys of keysInTable(items, regencies, known))
    for (const key of keys.filter(isCompared)) countIn(counts, key, 1);
  return counts;
};

/** Of one of the file's regencies, or of all. @throws Refusal what is wrong with the file. */
export const compareArchive = async (
  items: RawItems,
  file: string,
  { only, check = anything }: { only?: string; check?: FileCheck } = {},
): Promise<{ archive: Archive } & Compared> => {
  const isMeant: IsMeant = (item) => only === undefined || ownerOf(keyOf(item)) === only;
  const { archive, partitions } = await readPartitions(file, isMeant, check);
  const extra = await countInTable(items, only === undefined ? archive.manifest.regencies : [only], partitions);
  const compared: Compared = { same: 0, different: {}, absent: 0, extra };
  if (Object.keys(extra).length === 0) return { archive, ...compared, absent: archive.trailer.items };
  let lot: RawItem[] = [];
  const settle = async (): Promise<void> => {
    const found = new Map((await items.found(lot.map(keyOf))).map((item) => [nameOf(keyOf(item)), itemText(item)]));
    for (const item of lot) {
      const text = found.get(nameOf(keyOf(item)));
      if (text === undefined) compared.absent += 1;
      else countIn(extra, keyOf(item), -1);
      if (text !== undefined && text !== itemText(item)) countIn(compared.different, keyOf(item), 1);
      if (text === itemText(item)) compared.same += 1;
    }
    lot = [];
  };
  await readArchive(file, async (item) => {
    if (!isCompared(keyOf(item)) || !isMeant(item)) return;
    lot.push(item);
    if (lot.length === lotSize) await settle();
  });
  await settle();
  return { archive, ...compared };
};
