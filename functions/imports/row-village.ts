/** The village of a row, by the country's list of villages. */
import { regions } from '../regions/regions.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterIssue } from './roster-schema.ts';
import type { RowUnit } from './row-unit.ts';

const label = /^(KELURAHAN|KEL|DESA|PEKON|NAGARI|GAMPONG|KALURAHAN)\b[.\s]*/;

const keyOf = (name: string): string =>
  name
    .toUpperCase()
    .trim()
    .replace(label, '')
    .replace(/[^\p{L}\d]+/gu, '');

interface Village {
  code: string;
  kind: string | undefined;
}

const lists = new Map<string, Map<string, Village[]>>();

/** The villages of a district by name; a kelurahan and a desa of one district may share theirs. */
const villagesOf = (district: string): Map<string, Village[]> => {
  const known = lists.get(district);
  if (known) return known;
  const list = new Map<string, Village[]>();
  for (const { code, name, kind } of regions.villagesOf(district))
    list.set(keyOf(name), [...(list.get(keyOf(name)) ?? []), { code, kind }]);
  lists.set(district, list);
  return list;
};

const villageNamed = (name: string, district: string, kind?: string): string | undefined => {
  const found = villagesOf(district).get(keyOf(name)) ?? [];
  const fitting = found.length > 1 && kind ? found.filter((village) => village.kind === kind) : found;
  return fitting.length === 1 ? fitting[0]?.code : undefined;
};

/** A village's own code is told by its name; where another unit lies, by the column for it. Only exact names count. */
export const readVillage = (
  cells: RosterCells,
  unit: RowUnit,
  district: string | undefined,
): { village?: string; issues: RosterIssue[] } => {
  if (district === undefined) return { issues: [] };
  const own = unit.class === 'KELURAHAN' || unit.class === 'DESA';
  const text = own ? unit.name : cells.text('village');
  if (text === '') return { issues: [] };
  const village = villageNamed(text, district, own ? unit.class : undefined);
  if (village !== undefined) return { village, issues: [] };
  return { issues: own ? [] : [cells.issue('VILLAGE_UNKNOWN', 'village')] };
};
