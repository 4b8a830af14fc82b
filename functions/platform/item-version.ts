/**
 * The schema versions of items. An item that was written under a version above 1 says so in its attribute `v`; without it, it is of version
 * 1. The table, and it alone, puts `v` on what it writes whole, leads older items on when they are read (item-migrations.ts), and takes `v`
 * away before a store sees the item. Nothing is rewritten for its version's sake, and a kind that never changed pays no byte.
 *
 * What a newer version of Hadir wrote is not guessed at: reading it throws ITEM_NEWER, and no write of this one goes over it. So it is for
 * the seconds of a deployment that gives a kind its next shape, and for as long as a version that was taken back meets what it left.
 */
import { itemMigrations, type Migration } from './item-migrations.ts';
import { Problem } from './problem.ts';
import type { Item, Key } from './table.ts';

/** The version of the newest shape among these migrations. */
const newestOf = (migrations: readonly Migration[]): number => migrations.length + 1;

/** The version of everything that this Hadir writes; it reads every earlier one. For whoever moves items: an export bears it. */
export const itemSchemaVersion = newestOf(itemMigrations);

export interface ItemVersions {
  /** What stands in `v` of an item of this key that is written whole; undefined where it stays of version 1. */
  written(key: Key): number | undefined;
  /** The item in today's shape, without `v`. @throws Problem ITEM_NEWER */
  read(item: Item): Item;
}

interface Step {
  version: number;
  migrate: Migration['migrate'];
}

export const makeItemVersions = (migrations: readonly Migration[] = itemMigrations): ItemVersions => {
  const kinds: { pk: string; sk: string; steps: Step[]; version: number }[] = [];
  for (const [index, { kind, migrate }] of migrations.entries()) {
    const version = index + 2;
    const known = kinds.find(({ pk, sk }) => pk === kind.pk && sk === kind.sk);
    if (known) {
      known.steps.push({ version, migrate });
      known.version = version;
    } else kinds.push({ ...kind, steps: [{ version, migrate }], version });
  }
  const kindOf = (pk: string, sk: string) => kinds.find((kind) => sk.startsWith(kind.sk) && pk.startsWith(kind.pk));
  return {
    written: ({ pk, sk }) => kindOf(pk, sk)?.version,
    read: (item) => {
      const kind = kindOf(String(item.pk), String(item.sk));
      if (item.v === undefined && !kind) return item;
      const { v: version = 1, ...stored } = item;
      // A version that is no number is none that this Hadir wrote.
      if (typeof version !== 'number' || !(version <= (kind?.version ?? 1))) throw new Problem('ITEM_NEWER');
      return (kind?.steps ?? []).reduce<Item>((at, step) => (step.version > version ? step.migrate(at) : at), stored);
    },
  };
};

/** What a condition says, side by side: `a AND (b OR c) OR d` is two. */
const alternativesOf = (expression: string): string[] => {
  const found = [''];
  let depth = 0;
  // The engine takes the word in any case and over lines; `#or` is a name.
  for (const piece of expression.split(/(\s*(?<![\w#:.])OR(?!\w)\s*|[()])/i)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (depth === 0 && /^\s*or\s*$/i.test(piece)) found.push('');
    else found.push(`${found.pop()}${piece}`);
  }
  return found;
};

/**
 * A write's condition, and that what stands there is of no newer version than this Hadir knows of its kind (in `:itemVersion`, unless that
 * is undefined). It costs no unit; whoever is refused for it reads the item to say why, and is told. Of what is not there nothing is
 * greater. It is said to each alternative: so the embedded engine takes 0.07 ms longer to read a check-in's condition, with brackets around
 * the whole 0.2 (of 0.11 without).
 */
export const andNotNewer = (known: number | undefined, expression: string | undefined): string => {
  const notNewer = known === undefined ? 'attribute_not_exists(v)' : 'NOT v > :itemVersion';
  if (expression === undefined) return notNewer;
  return alternativesOf(expression)
    .map((alternative) => `${alternative} AND ${notNewer}`)
    .join(' OR ');
};
