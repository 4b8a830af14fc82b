/** From a sheet to units: what can be used, and what is wrong with the rest. */
import type { DistrictName } from './district-match.ts';
import { naturalKey } from './natural-key.ts';
import { cellsOf, type RosterCells } from './roster-cells.ts';
import { findColumns, type RosterColumns, type RosterField } from './roster-columns.ts';
import { dataRows } from './roster-rows.ts';
import type { RosterIssue } from './roster-schema.ts';
import { type RowAbove, readDistrict } from './row-district.ts';
import { type RowHolder, readHolder } from './row-holder.ts';
import { type RowUnit, readUnit } from './row-unit.ts';
import type { Sheet } from './sheet.ts';
import { type Holder, UnitInput } from './unit-schema.ts';

/** `holder` is null for a vacant office, and absent when the file has no column for names. */
export type RosterUnit = Omit<UnitInput, 'holder' | 'village'> & { holder?: Holder | null };

export interface RosterRow {
  /** As the spreadsheet numbers it. */
  row: number;
  /** Absent when an issue is an error. */
  unit?: RosterUnit;
  issues: RosterIssue[];
}

export interface RosterContext {
  regency: string;
  districts: readonly DistrictName[];
}

const readCode = (cells: RosterCells): string => cells.text('code').replace(/['\s]/g, '').replace(/^0+$/, '');

const fieldOfPath = (path: readonly PropertyKey[]): RosterField => {
  const fields: Record<string, RosterField> = { office: 'office', code: 'code', holder: 'name', 'holder.rank': 'rank' };
  return fields[path.join('.')] ?? fields[String(path[0])] ?? 'unit';
};

/** The unit as the register's schema takes it; its limits decide what is too long. */
const checked = (cells: RosterCells, unit: RosterUnit): { unit?: RosterUnit; issues: RosterIssue[] } => {
  const parsed = UnitInput.safeParse({ ...unit, holder: unit.holder ?? null });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => fieldOfPath(path)));
    return { issues: [...fields].map((field) => cells.issue('FIELD_TOO_LONG', field)) };
  }
  const { holder, ...rest } = parsed.data;
  return { unit: { ...rest, ...(unit.holder !== undefined && { holder }) }, issues: [] };
};

const hasError = (issues: readonly RosterIssue[]): boolean => issues.some(({ severity }) => severity === 'error');

const readRow = (cells: RosterCells, unit: RowUnit, district: { district?: string }, holder: RowHolder | undefined) => {
  const code = readCode(cells);
  return checked(cells, {
    class: unit.class,
    name: unit.name,
    office: unit.office,
    ...(district.district !== undefined && { district: district.district }),
    ...(code !== '' && { code }),
    ...(holder && { holder: holder.holder }),
  });
};

/** Reads rows in order, since a row may take its district from the one above or repeat a unit. */
const makeReader = (columns: RosterColumns, districts: readonly DistrictName[]) => {
  const firstRows = new Map<string, number>();
  let above: RowAbove | undefined;

  return (cells: RosterCells, row: number, afterGap: boolean): RosterRow => {
    if (afterGap) above = undefined;
    const found = readUnit(cells);
    if ('issue' in found) {
      above = undefined;
      return { row, issues: [found.issue] };
    }
    const district = readDistrict(cells, found.unit, districts, above);
    above = { class: found.unit.class, district: district.district };
    const holder = columns.name === undefined ? undefined : readHolder(cells, found.unit.acting);
    const { unit, issues } = readRow(cells, found.unit, district, holder);
    const all = [...district.issues, ...(holder?.issues ?? []), ...issues];
    if (!unit || hasError(all)) return { row, issues: all };

    const key = naturalKey(unit);
    const first = firstRows.get(key);
    if (first !== undefined) return { row, issues: [...all, cells.issue('DUPLICATE_UNIT', 'unit', first)] };
    firstRows.set(key, row);
    return { row, unit, issues: all };
  };
};

/**
 * The data rows of a sheet in their order, each with its unit or with the error that makes it unusable. No rows when
 * the sheet has no header, see findColumns. `districts` are those of the regency; a province has none.
 */
export const parseRoster = (sheet: Sheet, { districts }: RosterContext): RosterRow[] => {
  const header = findColumns(sheet);
  if (!header) return [];
  const read = makeReader(header.columns, districts);
  return dataRows(sheet, header).map(({ row, afterGap }) => read(cellsOf(row, header.columns), row.row, afterGap));
};
