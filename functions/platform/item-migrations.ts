/**
 * How items that an older version of Hadir stored become what this version reads. A migration's place in the list is the schema version
 * that it leads to: the first one leads to 2, the next to 3, whatever kind it is of. So one number says what a whole export may hold. Append
 * only: a migration that was once released is never changed, moved or taken out, and it knows no other code, which goes on changing.
 *
 * A migration is a pure function of the item, and applying it again changes nothing: an UpdateItem puts attributes of today's shape beside
 * those of an older one, without raising the item's version, so it may meet an item that is halfway or all the way there.
 *
 * The engine does not migrate: expressions of conditions, filters and updates see the item as it is stored. An attribute that one of them
 * names is therefore not renamed and does not change its meaning; a new one stands beside it.
 *
 * Not here are older shapes that a pure and cheap function could not lead on: the salts inside packed openings of a seal, which would have
 * to be unpacked for every reader (seals/seal-store.ts), and attributes that are simply absent, for which the schemas have defaults.
 */
import { type ItemKind, itemKinds } from './keys.ts';
import type { Item } from './table.ts';

export interface Migration {
  kind: ItemKind;
  migrate: (item: Item) => Item;
}

/** A row told unit, class, presence and pledge in 11 characters; now two more number its district among `districts`, `00` being none. */
const coverageRowsTellDistricts = (item: Item): Item =>
  item.districts === undefined ? { ...item, units: String(item.units).replace(/.{11}/g, '$&00'), districts: [] } : item;

/** Before contents of records said by which formula they were made, there was the first one. */
const sealPartsTellTheirForm = (item: Item): Item => (item.form === undefined ? { ...item, form: 1 } : item);

export const itemMigrations: readonly Migration[] = [
  { kind: itemKinds.coverage, migrate: coverageRowsTellDistricts },
  { kind: itemKinds.sealPart, migrate: sealPartsTellTheirForm },
];
