/** The lists of signatures: who signed in which order, how and when, with the strokes where they were drawn. */
import { officeAsHeld } from '../invitations/addressee.ts';
import type { Signature } from '../invitations/invitation-schema.ts';
import { dayIn } from '../platform/time.ts';
import { signerOf } from '../pledges/signature-block-rules.ts';
import { fullName } from '../roster/person-name.ts';
import { drawStrokes } from './draw-strokes.ts';
import type { MinutesMaterial, Writing } from './minutes-material.ts';
import { small } from './minutes-opening.ts';
import type { List, Listed } from './minutes-rules.ts';
import { clockOf, figure, methodWord, unitWithDistrict } from './paper-words.ts';
import { mm, soft } from './pdf.ts';
import { dotted } from './signature-block.ts';
import { type Cell, type Column, drawTable, type TableRow } from './table.ts';

/** Numbers of five figures need more room than those of most lists; the names give it. */
const columnsFor = (highest: number): Column[] => {
  const extra = highest >= 1000 ? 5 : 0;
  return [
    { title: 'No.', width: 9 + extra, align: 'right' },
    { title: 'Nama', width: 41 - extra },
    { title: 'Jabatan', width: 35 },
    { title: 'Instansi', width: 26 },
    { title: 'Cara', width: 14 },
    { title: 'Waktu', width: 20 },
    { title: 'Tanda tangan', width: 20, align: 'center' },
  ];
};

/** High enough for strokes that can be recognised. */
const strokesHeight = mm(12);
const fine = { size: 7, color: soft };

const titles: Record<List, string> = {
  ORDER: 'Urutan penandatanganan',
  SYMBOLIC: 'Tanda tangan simbolis (tidak dihitung)',
  WITNESS: 'Tanda tangan saksi (tidak dihitung)',
};
const notes: Record<List, string> = {
  ORDER:
    'Setiap tanda tangan adalah persetujuan elektronik atas naskah dengan SHA-256 di atas, bukan tanda tangan elektronik tersertifikasi. Tanda tangan wakil mengikat wakil itu sendiri: jabatan yang diwakilinya belum ikrar sampai pejabatnya menandatangani.',
  SYMBOLIC: 'Beberapa orang menandatangani untuk semua; tidak dihitung sebagai ikrar jabatan mana pun.',
  WITNESS: 'Saksi menyatakan melihat pembacaan dan penandatanganan; tidak dihitung sebagai ikrar.',
};
const empty = 'Belum ada tanda tangan yang tercatat.';

/** The day stands there where it is not the session's own. */
const timeCell = ({ signature: { at } }: Listed, { session }: MinutesMaterial): Cell => {
  const { zone, startsAt, closedAt } = session;
  const day = dayIn(zone, at);
  const [year, month, date] = day.split('-');
  const isLate = closedAt !== null && at > closedAt;
  return [
    [day === dayIn(zone, startsAt) ? '' : `${date}-${month}-${year}`],
    [clockOf(zone, at)],
    [isLate ? 'susulan' : '', fine],
  ];
};

const unknown = ({ invitation }: Listed): string =>
  invitation.erasedAt === undefined ? dotted(34) : '(dihapus atas permintaan)';

/** Names with titles; below, rank and masked NIP where rule 10 has them. */
const personCells = (listed: Listed): [name: Cell, office: Cell] => {
  const { invitation, kind, signature } = listed;
  const person = signerOf(invitation, kind, signature);
  const { name, titlesBefore, titlesAfter, acting, nipMasked, rank, office } = person ?? {};
  const titled = { ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) };
  const below = [rank, nipMasked && `NIP ${nipMasked}`].filter(Boolean).join('\n');
  const invited = officeAsHeld(invitation.office, invitation.holder?.acting);
  const isDelegate = kind === 'delegate' || signature.signer !== undefined;
  return [
    [[name === undefined ? unknown(listed) : fullName({ name, ...titled })], [below, fine]],
    isDelegate
      ? [[office === undefined ? '' : officeAsHeld(office, acting)], [`mewakili ${invited}`, fine]]
      : [[invited], [invitation.kind === 'guest' ? 'tamu, tidak dihitung' : '', fine]],
  ];
};

/** What stands there in place of strokes. */
const instead = ({ method, drawn }: Signature): string => {
  if (drawn !== undefined) return 'goresan tidak tersedia';
  return method === 'PAPER' ? 'pada lembar kertas' : 'persetujuan elektronik';
};

const rowOf = ({ pdf, material }: Writing, listed: Listed): TableRow => {
  const { invitation, signature, number } = listed;
  const strokes = material.drawing(listed);
  const cells: Cell[] = [
    `${figure(number)}.`,
    ...personCells(listed),
    unitWithDistrict(invitation, material.regency.labels),
    methodWord(signature),
    timeCell(listed, material),
    strokes === undefined ? [[instead(signature), fine]] : '',
  ];
  if (strokes === undefined) return { cells };
  return {
    cells,
    height: strokesHeight,
    figure: { alt: 'Tanda tangan', draw: (box) => drawStrokes(pdf, strokes, box) },
  };
};

const drawList = async (writing: Writing, list: List): Promise<void> => {
  const { pdf, flow, material, heading } = writing;
  const listed = material.listed.filter((each) => each.list === list);
  const rows = listed.map((each) => rowOf(writing, each));
  if (rows.length === 0 && (list !== 'ORDER' || material.part > 1)) return;
  heading(titles[list], mm(30));
  pdf.tag('P', () => flow.paragraph(rows.length === 0 ? empty : notes[list], { ...small, align: 'justify' }));
  flow.space(mm(2));
  if (rows.length > 0) await drawTable(pdf, flow, columnsFor(listed.at(-1)?.number ?? 0), rows);
  flow.space(mm(5));
};

/** Where the rest of a long list is printed. */
const drawOtherParts = ({ pdf, flow, material }: Writing): void => {
  const { part, parts, listed, signatures } = material;
  if (parts === 1 || part > 1) return;
  const where = parts === 2 ? 'lampiran bagian 2' : `lampiran bagian 2 sampai ${parts}`;
  const text = `Seluruhnya ${figure(signatures)} tanda tangan: ${figure(listed.length)} yang pertama tercetak di sini, selebihnya pada ${where} dari berita acara ini.`;
  pdf.tag('P', () => flow.paragraph(text, { ...small, bold: true }));
  flow.space(mm(4));
};

export const drawLists = async (writing: Writing): Promise<void> => {
  for (const list of ['ORDER', 'SYMBOLIC', 'WITNESS'] as const) await drawList(writing, list);
  drawOtherParts(writing);
};
