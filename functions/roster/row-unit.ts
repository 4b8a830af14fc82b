/** The unit a row means: its class, its name and its head's office. */
import type { ActingStatus } from '../platform/base-schema.ts';
import { readOffice } from './acting-office.ts';
import { humanUnitName } from './human-case.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterIssue } from './roster-schema.ts';
import { type UnitClassCode, unitClasses } from './unit-class.ts';
import { classOfText, isGeneralOffice, officeOf, unitOfOffice, writtenOut } from './unit-naming.ts';

export interface RowUnit {
  class: UnitClassCode;
  name: string;
  office: string;
  acting: ActingStatus;
  /** What the unit column says, which may be the parent: `Kecamatan Lahat` on the row of a lurah. */
  typed: string;
}

const classOfCell = (text: string): UnitClassCode | undefined => {
  const upper = text.toUpperCase().trim();
  const named = unitClasses.find(({ code, id, en }) => [code, id.toUpperCase(), en.toUpperCase()].includes(upper));
  return named?.code ?? classOfText(text);
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
  const [typedClass, officeClass] = [classOfText(typed), classOfText(fromOffice)];
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
  office.toUpperCase().endsWith(unit.toUpperCase()) ? office.slice(0, office.length - unit.length) + unit : office;

/** The unit of a row, or the issue that makes the row unusable. */
export const readUnit = (cells: RosterCells): { unit: RowUnit } | { issue: RosterIssue } => {
  const typed = writtenOut(humanUnitName(cells.text('unit')));
  const { office, acting } = readOffice(humanUnitName(cells.text('office')));
  const column = typed !== '' || cells.text('office') === '' ? 'unit' : 'office';
  const name = nameOf(typed, unitOfOffice(office));
  const unitClass = classOfCell(cells.text('class')) ?? classOfText(name ?? '') ?? classOfText(office);
  if (name === undefined || name === '') {
    const unclear = office !== '' && !isGeneralOffice(office) && unitClass === undefined;
    return { issue: cells.issue(unclear ? 'CLASS_UNKNOWN' : 'UNIT_MISSING', column) };
  }
  if (unitClass === undefined) return { issue: cells.issue('CLASS_UNKNOWN', column) };
  const full = withKind(name, unitClass);
  const given = office !== '' && !isGeneralOffice(office);
  return {
    unit: { class: unitClass, name: full, office: given ? withUnitCase(office, full) : officeOf(full), acting, typed },
  };
};
