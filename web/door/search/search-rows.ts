/** The door's list as the search takes it; a row is made once for each entry, since eleven thousand cost a cheap phone a second. */
import type { DoorListEntry } from '../core/door.ts';
import { type Findable, makeRows, type Row } from '../list/match.ts';

export type Searchable = Findable & { entry: DoorListEntry };

const searchable = (entry: DoorListEntry): Searchable => {
  const { id, office, unit, districtName, name, titlesBefore, titlesAfter } = entry;
  return {
    id,
    office,
    name: unit,
    districtName,
    holder: name === null ? null : { name, titlesBefore, titlesAfter },
    entry,
  };
};

const known = new WeakMap<DoorListEntry, Row<Searchable>>();
const rowOf = (entry: DoorListEntry): Row<Searchable> | undefined => {
  const row = known.get(entry) ?? makeRows([searchable(entry)])[0];
  if (row) known.set(entry, row);
  return row;
};

export const rowsOf = (entries: Iterable<DoorListEntry>): Row<Searchable>[] =>
  Array.from(entries, rowOf).filter((row) => row !== undefined);
