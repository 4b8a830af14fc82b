/**
 * The attendance sheet (daftar hadir) on lying A4, as official forms have it: letterhead, facts, one row a person with staggered cells for
 * signatures, the head of the table on every page, and the block of whoever takes note at the end, which never stands alone.
 */
import { representedOf } from '../coverage/represented.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type AttendanceRow, type AttendanceSection, attendanceSums } from './attendance-rows.ts';
import { drawRows } from './fact-rows.ts';
import { type Flow, startFlow } from './flow.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawFeet, madeLine, printedLine } from './made-line.ts';
import { figure } from './paper-words.ts';
import { hairline, makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';
import { dotted } from './signature-block.ts';
import { drawTakenNote, sessionRows, takenNoteHeight } from './summary-paper.ts';
import { type Box, type Cell, type Column, drawTable, type TableRow } from './table.ts';

export interface AttendanceMaterial {
  regency: RegencyOnPaper;
  session: Session;
  /** Those of this part. */
  rows: readonly AttendanceRow[];
  /** Those of all parts. */
  all: readonly AttendanceRow[];
  blank: boolean;
  /** Who is listed, where it is not everybody: `Perangkat daerah`, `Tamu`. */
  only: string | undefined;
  part: number;
  parts: number;
  /** Of whoever takes note; null where the register does not know it. */
  signerNip: string | null;
  head: SignedHead['head'] | undefined;
  at: Date;
}

const margins = { left: 17, right: 15, top: 14, bottom: 18 };
const columns: readonly Column[] = [
  { title: 'No.', width: 12, align: 'right' },
  { title: 'Nama', width: 52 },
  { title: 'NIP', width: 37 },
  { title: 'Jabatan', width: 48 },
  { title: 'Instansi', width: 42 },
  { title: 'No. HP', width: 24 },
  { title: 'Tanda tangan', width: 50, align: 'center' },
];
/** High enough to sign in. */
const cellHeight = mm(9);
/** Lines for whoever comes without having been asked. */
const spareLines = 10;

const body: Style = { size: 9.5 };
const fine: Style = { size: 7, color: soft };
const told: Style = { size: 6.5, color: '#333333' };

const sectionTitles: Record<AttendanceSection, (group: string) => string> = {
  UNITS: (group) => group,
  GUESTS: (group) => `Tamu: ${group}`,
  GROUPS: () => 'Rombongan (dihitung tanpa nama)',
  ONLINE: () => 'Mengikuti secara daring (tidak dihitung hadir)',
};
const headingOf = ({ section, group }: AttendanceRow): string => sectionTitles[section](group);

/** What stands in place of a signature, on two lines: `hadir 08.41 WIB`, and below `Pintu Utama · kode`. */
const evidenceOf = ({ presence, time, door, evidence, note }: AttendanceRow): string => {
  if (time === '') return '';
  const how = presence === 'ONLINE' ? 'daring' : 'hadir';
  const when = presence === 'GROUP' ? time : `${how} ${time}`;
  return [when, [door, evidence, note].filter(Boolean).join(' · ')].filter(Boolean).join('\n');
};

const numberOf = ({ number }: AttendanceRow): string => (number === undefined ? '' : `${number}. `);
const half = mm((columns.at(-1)?.width ?? 0) / 2);
const inset = mm(1.2);

/** Odd numbers sign at the left, even ones at the right, so that nobody runs out of room. */
const writeSignature =
  (pdf: Pdf, row: AttendanceRow) =>
  ({ x, y, height }: Box): void => {
    const left = row.number === undefined || row.number % 2 === 1 ? x : x + half;
    const at = { x: left + inset, width: half - 2 * inset };
    const evidence = evidenceOf(row);
    if (evidence !== '') {
      pdf.text(`${numberOf(row)}${evidence}`, { ...at, y: y + mm(0.9), ...told });
      return;
    }
    const base = y + height - mm(1.6);
    pdf.text(numberOf(row).trim(), { ...at, y: base - mm(3), ...fine });
    pdf.line([at.x + mm(7), base], [at.x + at.width, base], { width: 0.3, color: hairline });
  };

const signatureHeightOf = (pdf: Pdf, row: AttendanceRow): number => {
  const evidence = evidenceOf(row);
  if (evidence === '') return 0;
  return pdf.height(`${numberOf(row)}${evidence}`, half - 2 * inset, told) + mm(1.8);
};

const officeCell = ({ office, representing }: AttendanceRow): Cell =>
  representing === '' ? office : [[office], [`mewakili ${representing}`, fine]];

/** How somebody came for an office, where it is not its holder who did (rule 2). */
const nameCell = ({ name, presence, representing }: AttendanceRow): Cell => {
  const shown = name === '' && presence !== undefined && presence !== 'MISSING' ? dotted(30) : name;
  const isActing = presence === 'ACTING' && representing === '' && name === '';
  return isActing ? [[shown], ['dihadiri Pj/Pjs/Plt/Plh', fine]] : shown;
};

const rowOf = (pdf: Pdf, row: AttendanceRow): TableRow => ({
  cells: [
    row.number === undefined ? '' : `${row.number}.`,
    nameCell(row),
    row.nip,
    officeCell(row),
    row.institution,
    row.phone,
    '',
  ],
  height: Math.max(cellHeight, signatureHeightOf(pdf, row)),
  write: writeSignature(pdf, row),
});

const heading = (text: string): TableRow => ({ cells: [text], bold: true, heading: true });

const spareRow = (number: number): AttendanceRow => ({
  section: 'GUESTS',
  group: '',
  counted: false,
  number,
  name: '',
  nip: '',
  office: '',
  representing: '',
  phone: '',
  institution: '',
  people: 0,
  presence: undefined,
  time: '',
  door: '',
  evidence: '',
  note: '',
});

const isLastPart = ({ part, parts }: AttendanceMaterial): boolean => part === parts;

/** The rows with a heading where a class or a group begins; on a blank sheet room for more at the end. */
const tableRows = (pdf: Pdf, material: AttendanceMaterial): TableRow[] => {
  const { rows, all, blank, only } = material;
  let open = '';
  const listed = rows.flatMap((row): TableRow[] => {
    const title = headingOf(row);
    if (title === open) return [rowOf(pdf, row)];
    open = title;
    return [heading(title), rowOf(pdf, row)];
  });
  if (!blank || only !== undefined || !isLastPart(material)) return listed;
  const spare = Array.from({ length: spareLines }, (_, index) => rowOf(pdf, spareRow(all.length + index + 1)));
  return [...listed, heading('Hadir tanpa undangan (diisi di tempat)'), ...spare];
};

const titleOf = ({ only }: AttendanceMaterial): string =>
  only === undefined ? 'DAFTAR HADIR' : `DAFTAR HADIR: ${only.toUpperCase()}`;

const drawOpening = (pdf: Pdf, flow: Flow, material: AttendanceMaterial): void => {
  const { part, parts, regency } = material;
  if (part === 1) flow.y = drawLetterhead(pdf, regency.letterhead, flow);
  const centred = { x: flow.x, width: flow.width, align: 'center' } as const;
  pdf.tag('H1', () => {
    flow.y = pdf.text(titleOf(material), { ...centred, y: flow.y, size: 13, bold: true });
    if (parts > 1) flow.y = pdf.text(`bagian ${part} dari ${parts}`, { ...centred, y: flow.y, size: 9, color: soft });
  });
  flow.space(mm(2));
  pdf.tag('P', () => drawRows(pdf, flow, sessionRows(material.session), { style: body }));
  flow.space(mm(3));
};

/** Sums of all parts, in words that add up; a blank sheet has none. */
const sumsLine = ({ all, blank, session }: AttendanceMaterial): string => {
  if (blank) return `Diundang: ${figure(all.length)}.`;
  const sums = attendanceSums(all);
  const { inPerson, acting, delegated, added, guests, grouped, online } = sums;
  const besides = [
    ...(added > 0
      ? [`undangan tambahan ${figure(added)} unit (di luar daftar yang dibekukan, tidak ikut dihitung)`]
      : []),
    ...(guests > 0 ? [`tamu ${figure(guests)} orang`] : []),
    ...(grouped > 0 ? [`rombongan ${figure(grouped)} orang`] : []),
    ...(online > 0 ? [`daring ${figure(online)} (tidak dihitung hadir)`] : []),
  ];
  const represented = `Unit terwakili: ${figure(representedOf(sums))} (hadir sendiri ${figure(inPerson)}, dihadiri Pj/Pjs/Plt/Plh ${figure(acting)}, diwakili ${figure(delegated)})`;
  const still = session.state === 'OPEN' ? ' Kegiatan masih berlangsung: daftar ini masih dapat bertambah.' : '';
  return `${[represented, ...besides].join('; ')}.${still}`;
};

const closingHeight = (pdf: Pdf, flow: Flow, material: AttendanceMaterial): number =>
  pdf.height(sumsLine(material), flow.width, body) + takenNoteHeight(pdf, material) + mm(9);

const drawClosing = (pdf: Pdf, flow: Flow, material: AttendanceMaterial): void => {
  flow.space(mm(2));
  pdf.tag('P', () => flow.paragraph(sumsLine(material), body));
  flow.space(mm(3));
  drawTakenNote(pdf, flow, material);
};

/** A blank sheet says nothing of who came, so that no seal attests it. */
export const attendanceMadeLine = ({ session, blank, head, at }: AttendanceMaterial): string =>
  blank ? printedLine(session.zone, at) : madeLine(session, at, head);

const drawAttendance = async (pdf: Pdf, material: AttendanceMaterial): Promise<void> => {
  const flow = startFlow(pdf, { numbered: false, margins });
  drawOpening(pdf, flow, material);
  const isSigned = isLastPart(material);
  const keep = isSigned ? closingHeight(pdf, flow, material) : 0;
  await drawTable(pdf, flow, columns, tableRows(pdf, material), { grid: true, keep });
  if (isSigned) drawClosing(pdf, flow, material);
  drawFeet(pdf, flow, `Daftar hadir ${material.session.id} · ${attendanceMadeLine(material)}`);
};

export const attendanceOf = (material: AttendanceMaterial): Promise<Uint8Array> =>
  makePdf(`Daftar hadir: ${material.session.title}`, material.at, (pdf) => drawAttendance(pdf, material), {
    numbered: true,
    landscape: true,
  });
