/** From a sheet to units: what can be used, and what is wrong with the rest. */

import type { Holder } from '../roster/holder-schema.ts';
import { UnitInput } from '../roster/unit-schema.ts';
import { type DistrictName, districtKey } from './district-match.ts';
import { cellsOf, type RosterCells } from './roster-cells.ts';
import { findColumns, plainTitle, type RosterField, type RosterHeader, titlesAt } from './roster-columns.ts';
import { type DataRow, isUnitOnly, type LeftOut, tableRows } from './roster-rows.ts';
import type { RosterIssue } from './roster-schema.ts';
import { makePersonsSeen, makeUnitsSeen } from './roster-seen.ts';
import {
  type KnownDistricts,
  type RowAbove,
  type RowDistrict,
  readDistrict,
  type TypedDistrict,
} from './row-district.ts';
import { type RowHolder, readHolder } from './row-holder.ts';
import { notHead, privateSchool, type RowUnit, readUnit } from './row-unit.ts';
import { readVillage } from './row-village.ts';
import { cellText, type Sheet } from './sheet.ts';

/** What a unit belongs to, as it is written; where it has a column of its own, an unknown one is worth a question. */
export interface ParentName {
  name: string;
  /** The letter of that column. */
  column?: string;
}

/** `holder` is null for a vacant office, and absent when the file does not say who holds it. */
export type RosterUnit = Omit<UnitInput, 'holder' | 'parent' | 'retiredOn'> & {
  holder?: Holder | null;
  parentName?: ParentName;
};

export interface RosterRow {
  /** As the spreadsheet numbers it. */
  row: number;
  /** Absent when an issue is an error. */
  unit?: RosterUnit;
  issues: RosterIssue[];
  /** A district's name that is no exact one. */
  typedDistrict?: TypedDistrict;
}

export interface RosterContext {
  regency: string;
  districts: readonly DistrictName[];
  /** Codes by the spellings that the organiser has explained. */
  spellings?: Readonly<Record<string, string>>;
  /** The header, where somebody has said which it is; found by its titles otherwise. */
  header?: RosterHeader;
}

const readCode = (cells: RosterCells): string =>
  cells
    .text('code')
    .replace(/['’\s]/g, '')
    .replace(/^0+$/, '');

const fieldOfPath = (path: readonly PropertyKey[]): RosterField => {
  const fields: Record<string, RosterField> = {
    office: 'office',
    code: 'code',
    holder: 'name',
    'holder.rank': 'rank',
    'holder.letter': 'letter',
  };
  return fields[path.join('.')] ?? fields[String(path[0])] ?? 'unit';
};

/** The unit as the register's schema takes it; its limits decide what is too long. */
const checked = (cells: RosterCells, unit: RosterUnit): { unit?: RosterUnit; issues: RosterIssue[] } => {
  const { parentName, ...input } = unit;
  const parsed = UnitInput.safeParse({ ...input, holder: unit.holder ?? null });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => fieldOfPath(path)));
    return { issues: [...fields].map((field) => cells.issue('FIELD_TOO_LONG', field)) };
  }
  const { holder, ...rest } = parsed.data;
  return {
    unit: { ...rest, ...(unit.holder !== undefined && { holder }), ...(parentName && { parentName }) },
    issues: [],
  };
};

const hasError = (issues: readonly RosterIssue[]): boolean => issues.some(({ severity }) => severity === 'error');

const parentOf = (cells: RosterCells, unit: RowUnit): ParentName | undefined => {
  const stated = cells.text('parent');
  if (stated !== '') return { name: stated, column: cells.letter('parent') };
  return unit.parent === undefined ? undefined : { name: unit.parent };
};

const assembled = (
  cells: RosterCells,
  unit: RowUnit,
  { district }: RowDistrict,
  holder: RowHolder | undefined,
): { unit?: RosterUnit; issues: RosterIssue[] } => {
  const code = readCode(cells);
  const parentName = parentOf(cells, unit);
  const { village, issues } = readVillage(cells, unit, district);
  const read = checked(cells, {
    class: unit.class,
    name: unit.name,
    office: unit.office,
    ...(district !== undefined && { district }),
    ...(village !== undefined && { village }),
    ...(code !== '' && { code }),
    ...(holder?.holder !== undefined && { holder: holder.holder }),
    ...(parentName && { parentName }),
  });
  return { ...read, issues: [...issues, ...read.issues] };
};

/** Longer than any name with all its titles and a NIP: what reads names and units need not be quick on it. */
const longestText = 300;

const tooLong = (cells: RosterCells): RosterIssue | undefined => {
  const field = (['unit', 'office', 'name'] as const).find((each) => cells.text(each).length > longestText);
  return field && cells.issue('FIELD_TOO_LONG', field);
};

/** What is the same for all rows of a file. */
interface FileFacts {
  header: RosterHeader;
  known: KnownDistricts;
  /** The names are titled as those of heads, so whatever office is written beside them they head their units. */
  headsOnly: boolean;
  /** The column of remarks. */
  remark: number;
}

type Located = { unit: RowUnit; district: RowDistrict } | { issue: RosterIssue };

/** Reads rows in order, since a row may take its district from the one above or repeat a unit. */
const makeReader = ({ header: { columns, unitClass }, known, headsOnly, remark }: FileFacts) => {
  const units = makeUnitsSeen();
  const personSeen = makePersonsSeen();
  let above: RowAbove | undefined;

  const place = (cells: RosterCells, unit: RowUnit, heading: string | undefined): RowDistrict => {
    const district = readDistrict(cells, unit, known, above, heading);
    above = { class: unit.class, district: district.district };
    return district;
  };
  /** The unit, or why it cannot be one beside those above it. */
  const settled = (cells: RosterCells, row: number, unit: RosterUnit, issues: RosterIssue[]): RosterRow => {
    const clash = units.clash(unit);
    if (clash) {
      const field = clash.code === 'DUPLICATE_CODE' ? 'code' : 'unit';
      return { row, issues: [...issues, cells.issue(clash.code, field, clash.row)] };
    }
    units.add(unit, row);
    const other = unit.holder ? personSeen(row, unit.holder) : undefined;
    return { row, unit, issues: other === undefined ? issues : [...issues, cells.issue('SAME_HOLDER', 'name', other)] };
  };
  const holderOf = (cells: RosterCells, { row }: DataRow, unit: RowUnit): RowHolder | undefined =>
    columns.name === undefined
      ? undefined
      : readHolder(cells, {
          actingInOffice: unit.acting,
          remark: cellText(row.cells[remark]),
          unitOnly: isUnitOnly(row, columns),
        });

  /** The unit and where it lies, or why the row is none; somebody below its head does not take it, but its district goes on. */
  const located = (cells: RosterCells, heading: string | undefined): Located => {
    const long = tooLong(cells);
    const found = long ? { issue: long } : readUnit(cells, unitClass);
    const district = 'unit' in found && place(cells, found.unit, heading);
    const below = long || headsOnly ? undefined : notHead(cells);
    if (below) return { issue: below };
    if ('unit' in found && district) return { unit: found.unit, district };
    above = undefined;
    return { issue: 'issue' in found ? found.issue : cells.issue('UNIT_MISSING', 'unit') };
  };
  const completed = (cells: RosterCells, data: DataRow, found: RowUnit, district: RowDistrict): RosterRow => {
    const { row } = data.row;
    const holder = holderOf(cells, data, found);
    const { unit, issues } = assembled(cells, found, district, holder);
    const doubt = privateSchool(cells, found);
    const all = [...district.issues, ...(holder?.issues ?? []), ...issues, ...(doubt ? [doubt] : [])];
    const read = unit && !hasError(all) ? settled(cells, row, unit, all) : { row, issues: all };
    return { ...read, ...(district.typed && { typedDistrict: district.typed }) };
  };

  return (data: DataRow): RosterRow => {
    const cells = cellsOf(data.row, columns);
    if (data.afterGap) above = undefined;
    const found = located(cells, data.district);
    if ('issue' in found) return { row: data.row.row, issues: [found.issue] };
    return completed(cells, data, found.unit, found.district);
  };
};

/** Spellings are remembered as they were written, and found however the next file writes them. */
const spellingsOf = ({ districts, spellings = {} }: RosterContext): KnownDistricts => {
  const codes = new Map(Object.entries(spellings).map(([typed, code]) => [districtKey(typed), code]));
  const own = new Set(districts.map(({ code }) => code));
  const confirmed = (typed: string): string | undefined => {
    const code = codes.get(districtKey(typed));
    return code !== undefined && own.has(code) ? code : undefined;
  };
  return { districts, confirmed };
};

const factsOf = (sheet: Sheet, header: RosterHeader, known: KnownDistricts): FileFacts => {
  const titles = titlesAt(sheet, header).map(plainTitle);
  return {
    header,
    known,
    headsOnly: /\b(KEPALA|KEPSEK|CAMAT|LURAH|PIMPINAN)\b/.test(titles[header.columns.name ?? -1] ?? ''),
    remark: titles.findIndex((title) => /^(KET|KETERANGAN)$/.test(title)),
  };
};

export interface ParsedRoster {
  rows: RosterRow[];
  /** What below the header is no row, see tableRows. */
  leftOut: LeftOut[];
}

/**
 * The data rows of a sheet in their order, each with its unit or with the error that makes it unusable. No rows when
 * the sheet has no header, see findColumns. `districts` are those of the regency; a province has none.
 */
export const readRoster = (sheet: Sheet, context: RosterContext): ParsedRoster => {
  const header = context.header ?? findColumns(sheet);
  if (!header) return { rows: [], leftOut: [] };
  const { data, leftOut } = tableRows(sheet, header);
  return { rows: data.map(makeReader(factsOf(sheet, header, spellingsOf(context)))), leftOut };
};

/** The rows alone, see {@link readRoster}. */
export const parseRoster = (sheet: Sheet, context: RosterContext): RosterRow[] => readRoster(sheet, context).rows;
