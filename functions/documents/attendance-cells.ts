/** The attendance sheet's rows as cells of a workbook or a CSV. */

import type { Session } from '../sessions/session-schema.ts';
import type { AttendanceRow, AttendanceSection } from './attendance-rows.ts';
import { absentWord } from './paper-words.ts';
import type { WorkbookColumn } from './workbook.ts';

const sectionWords: Record<AttendanceSection, string> = {
  UNITS: 'Unit',
  GUESTS: 'Tamu',
  GROUPS: 'Rombongan',
  ONLINE: 'Daring (tidak dihitung hadir)',
};

const presenceWord = ({ presence, section }: AttendanceRow, session: Pick<Session, 'state'>): string => {
  if (presence === undefined) return '';
  if (presence === 'MISSING') return absentWord(session);
  const words = { ACTING: 'Dihadiri Pj/Pjs/Plt/Plh', DELEGATED: 'Diwakili', ONLINE: 'Daring', GROUP: 'Hadir' };
  if (presence === 'IN_PERSON') return section === 'GUESTS' ? 'Hadir' : 'Hadir sendiri';
  return words[presence];
};

type Column = WorkbookColumn & { of: (row: AttendanceRow, session: Session) => string | number };

const who: readonly Column[] = [
  { title: 'No.', width: 6, of: ({ number }) => number ?? '' },
  { title: 'Bagian', width: 12, of: ({ section }) => sectionWords[section] },
  { title: 'Kelas atau kelompok', width: 20, of: ({ group }) => group },
  { title: 'Nama', width: 34, of: ({ name }) => name },
  { title: 'NIP', width: 24, of: ({ nip }) => nip },
  { title: 'Jabatan', width: 34, of: ({ office }) => office },
  { title: 'Mewakili', width: 30, of: ({ representing }) => representing },
  { title: 'Instansi', width: 34, of: ({ institution }) => institution },
  { title: 'No. HP', width: 16, of: ({ phone }) => phone },
];
const blankOnly: readonly Column[] = [{ title: 'Tanda tangan', width: 24, of: () => '' }];
const cameOnly: readonly Column[] = [
  { title: 'Kehadiran', width: 20, of: presenceWord },
  { title: 'Jumlah orang', width: 10, of: ({ people, time }) => (time === '' ? 0 : people) },
  { title: 'Waktu', width: 14, of: ({ time }) => time },
  { title: 'Pintu', width: 16, of: ({ door }) => door },
  { title: 'Bukti', width: 14, of: ({ evidence }) => evidence },
  { title: 'Keterangan', width: 30, of: ({ note }) => note },
];

export interface AttendanceTable {
  columns: readonly WorkbookColumn[];
  rows: (string | number)[][];
}

export const attendanceTable = (
  rows: readonly AttendanceRow[],
  { session, blank }: { session: Session; blank: boolean },
): AttendanceTable => {
  const columns = [...who, ...(blank ? blankOnly : cameOnly)];
  return { columns, rows: rows.map((row) => columns.map(({ of }) => of(row, session))) };
};
