/** Items as JSON, one text for one item: names and sets in order, bytes as base64. So two copies of an item are the same text. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { RawItem } from '../platform/raw-items.ts';

type Json = Record<string, unknown>;
type Name = 'S' | 'N' | 'B' | 'SS' | 'NS' | 'BS' | 'M' | 'L' | 'BOOL' | 'NULL';

const sorted = <T>(all: readonly T[]): T[] => [...all].sort((one, other) => (one < other ? -1 : 1));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Names are compared as texts of code units, the same on every machine. */
const mapJson = (map: Record<string, AttributeValue>): Json =>
  Object.fromEntries(sorted(Object.keys(map)).map((name) => [name, toJson(map[name] as AttributeValue)]));

const toJson = (value: AttributeValue): Json => {
  if (value.B) return { B: base64(value.B) };
  if (value.M) return { M: mapJson(value.M) };
  if (value.L) return { L: value.L.map(toJson) };
  if (value.SS) return { SS: sorted(value.SS) };
  if (value.NS) return { NS: sorted(value.NS) };
  if (value.BS) return { BS: sorted(value.BS.map(base64)) };
  return value as unknown as Json;
};

const readers: Record<Name, (json: never) => unknown> = {
  S: (text: string) => text,
  N: (text: string) => text,
  BOOL: (value: boolean) => value,
  NULL: (value: boolean) => value,
  B: (text: string) => Buffer.from(text, 'base64'),
  M: (map: Json) => mapFrom(map),
  L: (list: Json[]) => list.map(fromJson),
  SS: (texts: string[]) => texts,
  NS: (texts: string[]) => texts,
  BS: (texts: string[]) => texts.map((text) => Buffer.from(text, 'base64')),
};

/** Own entries only: an attribute may be called like something that every object has. */
const mapFrom = (map: Json): RawItem =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, fromJson(value as Json)]));

const fromJson = (json: Json): AttributeValue => {
  const [entry, ...others] = Object.entries(json);
  const read = entry && Object.hasOwn(readers, entry[0]) ? readers[entry[0] as Name] : undefined;
  if (!entry || !read || others.length > 0) throw new TypeError('not a typed value of DynamoDB');
  return { [entry[0]]: read(entry[1] as never) } as unknown as AttributeValue;
};

export const itemText = (item: RawItem): string => JSON.stringify({ Item: mapJson(item) });

/** Throws what is not as {@link itemText} writes it. */
export const itemFrom = (line: unknown): RawItem => {
  const { Item } = line as { Item?: unknown };
  if (typeof Item !== 'object' || Item === null) throw new TypeError('not an item');
  return mapFrom(Item as Json);
};
