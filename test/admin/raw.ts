/** Tables and export files as texts that can be compared: one an item, in the order of their keys. */
import { readArchive } from '../../functions/admin/archive.ts';
import { itemText } from '../../functions/admin/raw-json.ts';
import { keyOf, type RawItem, type RawItems } from '../../functions/platform/raw-items.ts';
import { isMadeAgain } from '../../functions/platform/regency-items.ts';
import type { Key } from '../../functions/platform/table.ts';

const texts = (items: readonly RawItem[], isWanted: (key: Key) => boolean): string[] =>
  items
    .filter((item) => isWanted(keyOf(item)))
    .map(itemText)
    .sort();

const everything = () => true;
/** What is the same in every copy. */
export const isKept = (key: Key): boolean => !isMadeAgain(key);

export const inFile = async (file: string, isWanted: (key: Key) => boolean = everything): Promise<string[]> => {
  const items: RawItem[] = [];
  await readArchive(file, (item) => void items.push(item));
  return texts(items, isWanted);
};

export const inTable = async (items: RawItems, isWanted: (key: Key) => boolean = everything): Promise<string[]> => {
  const keys: Key[] = [];
  for await (const page of items.allKeys()) keys.push(...page);
  return texts(await items.found(keys), isWanted);
};
