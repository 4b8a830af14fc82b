/** The recap by class, and the seal: what was sealed, when, under which root and key, and how anybody checks it. */
import { representedOf } from '../coverage/represented.ts';
import { daysUntilSealed } from '../seals/late-seal-rules.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import { drawQr } from './draw-qr.ts';
import { drawRows, type Row } from './fact-rows.ts';
import type { Writing } from './minutes-material.ts';
import { body, provisional, small } from './minutes-opening.ts';
import { byDelegateOnly, type Recap, recapByClass } from './minutes-rules.ts';
import { classWord, figure, inGroups, momentOf, pledgeWords } from './paper-words.ts';
import { lineHeight, mm } from './pdf.ts';
import { type Column, drawTable, type TableRow } from './table.ts';

const recapColumns: readonly Column[] = [
  { title: 'Kelas unit', width: 34 },
  { title: 'Diundang', width: 17, align: 'right' },
  { title: 'Hadir sendiri', width: 15, align: 'right' },
  { title: 'Dihadiri Pj/Pjs/ Plt/Plh', width: 18, align: 'right' },
  { title: 'Diwakili', width: 16, align: 'right' },
  { title: 'Jumlah hadir', width: 14, align: 'right' },
  { title: 'Hadir saat pembacaan', width: 21, align: 'right' },
  { title: pledgeWords.SIGNED, width: 15, align: 'right' },
  { title: pledgeWords.NOT_YET, width: 15, align: 'right' },
];

const recapRow = (name: string, recap: Recap, bold = false): TableRow => {
  const { invited, inPerson, acting, delegated, heard, signed, notYet, notDue } = recap;
  const isDue = notDue < invited || invited === 0;
  const pledged = isDue ? [figure(signed), figure(notYet)] : ['–', '–'];
  const present = representedOf(recap);
  return { cells: [name, ...[invited, inPerson, acting, delegated, present, heard].map(figure), ...pledged], bold };
};

export const drawRecap = async (writing: Writing): Promise<void> => {
  const { pdf, flow, material, heading } = writing;
  const { invitations, readings, session, frozen, regency } = material;
  const facts = { invitations, readings, pledge: session.pledge, closedAt: session.closedAt };
  const { classes, total, guests } = recapByClass(facts, frozen);
  heading('Rekapitulasi menurut kelas unit', mm(30));
  await drawTable(pdf, flow, recapColumns, [
    ...classes.map((recap) => recapRow(classWord(recap.class, regency.labels), recap)),
    recapRow('Jumlah', total, true),
    ...(guests.invited > 0 ? [recapRow('Tamu (di luar hitungan)', guests)] : []),
  ]);
  flow.space(mm(2));
  const delegates = byDelegateOnly(facts, frozen);
  const sentences = [
    'Diundang menurut daftar yang dibekukan ketika kegiatan dibuka.',
    `${pledgeWords.NOT_YET}: ${figure(total.notYet)} jabatan${total.notYet > 0 ? '; pejabatnya dapat menandatangani susulan melalui tautan undangannya' : ''}.`,
    ...(delegates > 0 ? [`Di antaranya ${figure(delegates)} jabatan yang baru wakilnya menandatangani.`] : []),
    ...(total.notDue > 0 ? [`${pledgeWords.NOT_DUE}: ${figure(total.notDue)} jabatan.`] : []),
  ];
  pdf.tag('P', () => flow.paragraph(sentences.join(' '), { ...small, align: 'justify' }));
  flow.space(mm(5));
};

const qrSide = mm(40);
/** As many as there is room for; a session has one, or a handful. */
const mostAddenda = 8;

const howToCheck =
  'Cara memeriksa: pindai kode ini atau buka alamatnya, lalu cocokkan akar dan sidik jari kunci di halaman itu dengan yang tercetak di sini; siapa pun dapat menghitung ulang semuanya dari paket segel dengan verify.py, tanpa mempercayai sistem ini.';
const howLater =
  'Sesudah kegiatan ditutup dan disegel, kode ini membuka halaman pemeriksaannya; cetak ulang berita acara ini agar memuat akar dan sidik jari kuncinya.';

/** A seal belongs to the closing: how much later it was made is said, since in between records could be changed. */
const lateness = (closedAt: string | null, sealedAt: string): string => {
  const days = closedAt === null ? 0 : daysUntilSealed(closedAt, sealedAt);
  return days > 0 ? `; disegel ${days} hari sesudah kegiatan ditutup` : '';
};

const sealRows = (heads: readonly SignedHead[], last: SignedHead, { material }: Writing): Row[] => {
  const { zone, closedAt } = material.session;
  const { root, size, key, number } = last.head;
  const first = heads[0] ?? last;
  const addenda = heads.slice(1).slice(-mostAddenda);
  const told = ({ head }: SignedHead) =>
    `nomor ${head.number}: ${momentOf(zone, head.at)}, ${figure(head.size)} catatan, akar ${head.root.slice(0, 8)}…`;
  return [
    ['Akar (root)', inGroups(root)],
    ['Sidik jari kunci', inGroups(key)],
    ['Isi', `${figure(size)} catatan, kepala segel nomor ${number}`],
    ['Disegel', `${momentOf(zone, first.head.at)}${lateness(closedAt, first.head.at)}`],
    ...(addenda.length > 0 ? ([['Tambahan segel', addenda.map(told).join('\n')]] satisfies Row[]) : []),
  ];
};

export const drawSeal = (writing: Writing): void => {
  const { pdf, flow, material, heading } = writing;
  const { heads, check } = material;
  const last = heads.at(-1);
  heading('Segel dan cara memeriksa', qrSide + mm(12));
  const top = flow.y;
  const right = flow.x + flow.width - qrSide;
  pdf.tag('Figure', () => drawQr(pdf, check, right + mm(3), top - mm(3), qrSide), 'Kode QR pemeriksaan');
  pdf.link(right, top, qrSide, qrSide, check);
  const said = provisional(material);
  const { missing } = material;
  const rows: Row[] = [
    ...(said ? ([['Keadaan', `${said.mark}. ${said.why}`]] satisfies Row[]) : []),
    ...(missing > 0
      ? ([['Perhatian', `${figure(missing)} catatan tersegel tidak lagi ada di sistem.`]] satisfies Row[])
      : []),
    ...(last ? sealRows(heads, last, writing) : []),
  ];
  pdf.tag('P', () => drawRows(pdf, flow, rows, { label: 27, style: { size: 9.5 }, right: 44 }));
  flow.space(mm(2));
  const at = { x: flow.x, width: flow.width - mm(44), ...small };
  pdf.tag('P', () => {
    flow.y = pdf.text(last ? howToCheck : howLater, { ...at, y: flow.y }) + mm(1);
    // The code on a line of its own: a break within it would look like a blank.
    flow.y = pdf.text(check.replace('/v/', '/v/\n'), { ...at, y: flow.y });
  });
  flow.y = Math.max(flow.y, top + qrSide - mm(4)) + mm(5);
};

export const drawClosing = ({ pdf, flow }: Writing, height: number): void => {
  const text = 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.';
  flow.need(lineHeight(body) * 2 + height);
  pdf.tag('P', () => flow.paragraph(text, { ...body, align: 'justify' }));
  flow.space(mm(5));
};
