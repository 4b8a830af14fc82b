/** Who holds the office of a row. */
import type { ActingStatus } from '../platform/base-schema.ts';
import { readOffice } from '../roster/acting-office.ts';
import { Email, type Holder } from '../roster/holder-schema.ts';
import { splitTitles } from '../roster/person-name.ts';
import { normalisePhone } from '../roster/phone.ts';
import { readNipCell } from './nip-cell.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterIssue } from './roster-schema.ts';

export interface RowHolder {
  /** Null for a vacant office; absent where the row does not say who holds it. */
  holder?: Holder | null;
  issues: RosterIssue[];
}

const vacant =
  /^(\(?(jabatan )?(kosong|lowong|vacant|vakum|belum ada|belum terisi|belum definitif|tidak ada|nihil|n\/a|na)\)?)$|^\(?(kosong|lowong)\b/i;

/** `AHMAD NIP. 19800101 ...`: both in one cell, as lists for signature have it. */
const splitNip = (text: string): [name: string, nip: string] => {
  const at = text.search(/\bNIP\b|(?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d)/i);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
};

const readNip = (cells: RosterCells, inName: string): { nip?: string; issues: RosterIssue[] } => {
  const ofCell = readNipCell(cells.isBroken('nip') ? null : cells.raw('nip'));
  const isEmpty = Object.keys(ofCell).length === 0;
  const reading = isEmpty ? readNipCell(inName) : ofCell;
  if ('problem' in reading && reading.problem)
    return { issues: [cells.issue(reading.problem, isEmpty ? 'name' : 'nip')] };
  return { ...('nip' in reading && reading.nip && { nip: reading.nip }), issues: [] };
};

const readPhone = (cells: RosterCells): { phone?: string; issues: RosterIssue[] } => {
  const text = cells.text('phone');
  if (/^['\s0]*$/.test(text)) return { issues: [] };
  const phone = normalisePhone(text);
  return phone ? { ...phone, issues: [] } : { issues: [cells.issue('PHONE_INVALID', 'phone')] };
};

const readEmail = (cells: RosterCells): { email?: string; issues: RosterIssue[] } => {
  const text = cells
    .text('email')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (text === '' || /^0+$/.test(text)) return { issues: [] };
  const email = Email.safeParse(text);
  return email.success ? { email: email.data, issues: [] } : { issues: [cells.issue('EMAIL_INVALID', 'email')] };
};

/** What the row says of its holder beside the fields: how the office is held, and whether it says anything but the unit. */
export interface AboutHolder {
  actingInOffice: ActingStatus;
  /** `KETERANGAN`, which begins with `Plt.` where it tells of that. */
  remark: string;
  unitOnly: boolean;
}

/** By the column that says so, else before the office, else before the name, else at the beginning of the remark. */
const readActing = (
  cells: RosterCells,
  inName: ActingStatus,
  { actingInOffice, remark }: AboutHolder,
): ActingStatus => {
  const inRemark = /^\(?(plt|plh|pjs?)\b/i.test(remark) ? readOffice(remark).acting : 'DEFINITIVE';
  const told = [readOffice(cells.text('acting')).acting, actingInOffice, inName, inRemark];
  return told.find((acting) => acting !== 'DEFINITIVE') ?? 'DEFINITIVE';
};

/**
 * The holder, or null for a vacant office; what cannot be read of a NIP, phone or address is left out with a warning. A row of the unit
 * alone, and a look-up that failed, say nothing of who holds it.
 */
export const readHolder = (cells: RosterCells, about: AboutHolder): RowHolder => {
  if (cells.isBroken('name')) return { issues: [cells.issue('CELL_BROKEN', 'name')] };
  if (about.unitOnly) return { issues: [cells.issue('HOLDER_UNSAID', 'name')] };
  const [typed, nipInName] = splitNip(cells.text('name'));
  const { office: named, acting: actingInName } = readOffice(typed);
  if (!/\p{L}/u.test(named) || vacant.test(named))
    return { holder: null, issues: [cells.issue('HOLDER_MISSING', 'name')] };
  const nip = readNip(cells, nipInName);
  const phone = readPhone(cells);
  const email = readEmail(cells);
  const rank = cells.text('rank');
  const letter = cells.text('letter');
  const holder: Holder = {
    ...splitTitles(named),
    ...(nip.nip !== undefined && { nip: nip.nip }),
    ...(rank !== '' && { rank }),
    acting: readActing(cells, actingInName, about),
    ...(phone.phone !== undefined && { phone: phone.phone }),
    ...(email.email !== undefined && { email: email.email }),
    ...(letter !== '' && { letter }),
  };
  return { holder, issues: [...nip.issues, ...phone.issues, ...email.issues] };
};
