/** The unit a row means: its class, its name and its head's office. */
import type { ActingStatus } from '../platform/base-schema.ts';
import { readOffice } from '../roster/acting-office.ts';
import { humanUnitName } from '../roster/human-case.ts';
import { normalisedName } from '../roster/natural-key.ts';
import { type UnitClassCode, unitClasses } from '../roster/unit-class.ts';
import { classOfText, isGeneralOffice, officeOf, unitOfOffice, writtenOut } from '../roster/unit-naming.ts';
import { isNotHead } from './not-a-head.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterIssue } from './roster-schema.ts';

export interface RowUnit {
  class: UnitClassCode;
  name: string;
  office: string;
  acting: ActingStatus;
  /** What the unit column says, which may be the parent: `Kecamatan Lahat` on the row of a lurah. */
  typed: string;
  /** Where the unit column holds what the unit belongs to. */
  parent?: string;
}

/** The class told by a unit's name or its head's office, also of a school written out: `Sekolah Dasar Negeri 1`, `S D N 1`. */
export const classTold = (text: string): UnitClassCode | undefined =>
  classOfText(text) ?? classOfText(normalisedName(text.replace(/^kepala /i, '')));

/** `Kepala Sekolah Dasar Negeri 1 Lahat` heads a unit that is written out too. */
const schoolOfOffice = (office: string): string | undefined => {
  const [, school] = /^Kepala (Sekolah .+|S D N \d.*)$/i.exec(office) ?? [];
  return school !== undefined && classTold(school) !== undefined && !isGeneralOffice(office) ? school : undefined;
};

const classOfCell = (text: string): UnitClassCode | undefined => {
  const upper = text.toUpperCase().trim();
  const named = unitClasses.find(({ code, id, en }) => [code, id.toUpperCase(), en.toUpperCase()].includes(upper));
  return named?.code ?? classTold(text);
};

/** Units that have a parent which lists write in the unit column instead. */
const hasParent = (unit: string, unitClass: UnitClassCode | undefined): boolean =>
  unitClass === 'OPD'
    ? /^(Bagian|UPTD?|Asisten|Staf Ahli)\b/i.test(unit)
    : unitClass !== undefined && unitClass !== 'BUMD';

/**
 * The office tells the unit better when the column holds its parent: `Kepala Puskesmas Perumnas` at `Dinas Kesehatan`.
 */
const nameOf = (typed: string, fromOffice: string | undefined): string | undefined => {
  if (typed === '' || fromOffice === undefined) return typed || fromOffice;
  const [typedClass, officeClass] = [classTold(typed), classTold(fromOffice)];
  const parent = typedClass === 'OPD' || (typedClass === 'KECAMATAN' && officeClass !== 'OPD');
  const other = typedClass !== officeClass || hasParent(typed, 'OPD') !== hasParent(fromOffice, 'OPD');
  return parent && other && hasParent(fromOffice, officeClass) ? fromOffice : typed;
};

const kinds: Partial<Record<UnitClassCode, string>> = {
  KECAMATAN: 'Kecamatan',
  KELURAHAN: 'Kelurahan',
  DESA: 'Desa',
  PUSKESMAS: 'Puskesmas',
};

/** `Lahat` on a row whose class or office says that it is a district becomes `Kecamatan Lahat`. */
const withKind = (name: string, unitClass: UnitClassCode): string => {
  const kind = kinds[unitClass];
  return kind !== undefined && classOfText(name) === undefined ? `${kind} ${name}` : name;
};

/** `Kepala SMP NEGERI 2 JARAI`: the unit pasted behind a word in other case gets the unit's case. */
const withUnitCase = (office: string, unit: string): string =>
  ` ${office}`.toUpperCase().endsWith(` ${unit}`.toUpperCase())
    ? office.slice(0, office.length - unit.length) + unit
    : office;

/** `Camat` beside the district `Lahat`, `Lurah` beside the village: the place says which. */
const placeOf = (cells: RosterCells, office: string): string => {
  const headed = classOfText(office);
  if (headed === 'KECAMATAN') return cells.text('district');
  return headed === 'KELURAHAN' || headed === 'DESA' ? cells.text('village') : '';
};

/** What the row's unit is called, and its class where anything tells it. */
const named = (cells: RosterCells, typed: string, office: string, ofColumn: UnitClassCode | undefined) => {
  const name =
    nameOf(typed, unitOfOffice(office) ?? schoolOfOffice(office)) || humanUnitName(placeOf(cells, office)) || undefined;
  const unitClass =
    classOfCell(cells.text('class')) ?? classTold(name ?? '') ?? classTold(office) ?? (name && ofColumn);
  return { name, unitClass: unitClass || undefined };
};

/** The office of a row with the names of units as people write them. */
const officeIn = (cells: RosterCells) => readOffice(humanUnitName(cells.text('office')));

/** The issue of somebody who works in a unit and does not head it. */
export const notHead = (cells: RosterCells): RosterIssue | undefined =>
  isNotHead(officeIn(cells).office) ? cells.issue('NOT_A_HEAD', 'office') : undefined;

/** Schools without `Negeri`, `N` or a number in their name are mostly private. */
const isStateName = (name: string): boolean => /\bN(EG|EGERI)?\b|\b(SD|SMP|SMA|SMK)N\b|\d/i.test(name);

/** A school that a cell calls private, or whose name does not tell that it is the state's; its class is for state schools. */
export const privateSchool = (cells: RosterCells, { class: unitClass, name }: RowUnit): RosterIssue | undefined => {
  if (!['TK', 'SD', 'SMP', 'SMA'].includes(unitClass)) return undefined;
  const isNamed = /^(SD|SMP|SMA|SMK|SEKOLAH)\b/i.test(name) && !isStateName(name);
  return isNamed || cells.has(/^swasta$/i) ? cells.issue('PRIVATE_SCHOOL', 'unit') : undefined;
};

/**
 * The unit of a row, or the issue that makes the row unusable. `ofColumn` is the class that the unit column's title tells of
 * units that do not tell their own.
 */
export const readUnit = (cells: RosterCells, ofColumn?: UnitClassCode): { unit: RowUnit } | { issue: RosterIssue } => {
  const typed = writtenOut(humanUnitName(cells.text('unit')));
  const { office, acting } = officeIn(cells);
  const column = typed !== '' || cells.text('office') === '' ? 'unit' : 'office';
  const { name, unitClass } = named(cells, typed, office, ofColumn);
  if (name === undefined) {
    const unclear = office !== '' && !isGeneralOffice(office) && unitClass === undefined;
    return { issue: cells.issue(unclear ? 'CLASS_UNKNOWN' : 'UNIT_MISSING', column) };
  }
  if (unitClass === undefined) return { issue: cells.issue('CLASS_UNKNOWN', column) };
  const full = withKind(name, unitClass);
  const given = office !== '' && !isGeneralOffice(office);
  return {
    unit: {
      class: unitClass,
      name: full,
      office: given ? withUnitCase(office, full) : officeOf(full),
      acting,
      typed,
      ...(typed !== '' && name !== typed && { parent: typed }),
    },
  };
};
