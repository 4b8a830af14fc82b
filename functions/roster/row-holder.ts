/** Who holds the office of a row. */
import type { ActingStatus } from '../platform/base-schema.ts';
import { readOffice } from './acting-office.ts';
import { readNipCell } from './nip-cell.ts';
import { splitTitles } from './person-name.ts';
import { normalisePhone } from './phone.ts';
import type { RosterCells } from './roster-cells.ts';
import type { RosterIssue } from './roster-schema.ts';
import type { Cell } from './sheet.ts';
import type { Holder } from './unit-schema.ts';

export interface RowHolder {
  holder: Holder | null;
  issues: RosterIssue[];
}

const vacant =
  /^(\(?(jabatan )?(kosong|lowong|vacant|vakum|belum ada|belum terisi|belum definitif|tidak ada|nihil|n\/a|na)\)?)$/i;

/** `AHMAD NIP. 19800101 ...`: both in one cell, as lists for signature have it. */
const splitNip = (text: string): [name: string, nip: string] => {
  const at = text.search(/\bNIP\b|(?<!\d)\d{8}\s?\d{6}\s?\d\s?\d{3}(?!\d)/i);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
};

const readNip = (cells: RosterCells, inName: string): { nip?: string; issues: RosterIssue[] } => {
  const cell: Cell = cells.raw('nip');
  const reading = readNipCell(cell === null ? inName : cell);
  if ('problem' in reading && reading.problem)
    return { issues: [cells.issue(reading.problem, cell === null ? 'name' : 'nip')] };
  return { ...('nip' in reading && reading.nip && { nip: reading.nip }), issues: [] };
};

const readPhone = (cells: RosterCells): { phone?: string; issues: RosterIssue[] } => {
  const text = cells.text('phone');
  if (/^['\s0]*$/.test(text)) return { issues: [] };
  const phone = normalisePhone(text);
  return phone ? { ...phone, issues: [] } : { issues: [cells.issue('PHONE_INVALID', 'phone')] };
};

/** The holder, or null for a vacant office; what cannot be read of a NIP or phone is left out with a warning. */
export const readHolder = (cells: RosterCells, actingInOffice: ActingStatus): RowHolder => {
  const [typed, nipInName] = splitNip(cells.text('name'));
  const { office: named, acting: actingInName } = readOffice(typed);
  if (!/\p{L}/u.test(named) || vacant.test(named))
    return { holder: null, issues: [cells.issue('HOLDER_MISSING', 'name')] };
  const nip = readNip(cells, nipInName);
  const phone = readPhone(cells);
  const rank = cells.text('rank');
  const holder: Holder = {
    ...splitTitles(named),
    ...(nip.nip !== undefined && { nip: nip.nip }),
    ...(rank !== '' && { rank }),
    acting: actingInOffice === 'DEFINITIVE' ? actingInName : actingInOffice,
    ...(phone.phone !== undefined && { phone: phone.phone }),
  };
  return { holder, issues: [...nip.issues, ...phone.issues] };
};
