/** The attendance sheet, read by PDFium: nobody lost, the head and the number on every page, cells staggered, one whole block of signature. */

import { expect, test } from 'vitest';
import { representedOf } from '../../functions/coverage/represented.ts';
import { type AttendanceMaterial, attendanceOf } from '../../functions/documents/attendance.ts';
import { type AttendanceSource, attendanceRows, attendanceSums } from '../../functions/documents/attendance-rows.ts';
import type { AttendanceQuery } from '../../functions/documents/document-schema.ts';
import { coverageOf } from '../../functions/documents/session-facts.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { attended, frozenOf } from './attendance-fixtures.ts';
import { paperSession } from './paper-fixtures.ts';
import { keepPages, type PdfRead, readPdf } from './read-pdf.ts';
import { sessionFacts } from './report-fixtures.ts';

const sourceOf = (invitations: readonly Invitation[], changes: Partial<AttendanceSource> = {}): AttendanceSource => ({
  ...attended(0),
  invitations,
  frozen: frozenOf(invitations),
  ...changes,
});

const materialOf = (
  source: AttendanceSource,
  query: AttendanceQuery,
  changes: Partial<AttendanceMaterial> = {},
): AttendanceMaterial => {
  const all = attendanceRows(source, query);
  const { regency } = attended(0);
  return {
    regency,
    session: source.session,
    rows: all,
    all,
    blank: query.blank === 'true',
    only: undefined,
    part: 1,
    parts: 1,
    signerNip: '196501011990031001',
    head: undefined,
    at: new Date('2024-06-28T02:10:00Z'),
    ...changes,
  };
};
const read = async (source: AttendanceSource, query: AttendanceQuery, changes?: Partial<AttendanceMaterial>) =>
  readPdf(await attendanceOf(materialOf(source, query, changes)));

const head = 'No. Nama NIP Jabatan Instansi No. HP Tanda tangan';
const expectEveryPage = ({ texts }: PdfRead): void => {
  for (const [index, text] of texts.entries()) {
    expect(text).toContain(head);
    expect(text).toContain('Dicetak Jumat, 28 Juni 2024, pukul 09.10 WIB');
    expect(text).toContain(`Halaman ${index + 1}/${texts.length}`);
  }
};
/** Of a text without its white space: a long name is broken into lines. */
const bare = (text: string): string => text.replace(/\s+/g, '');

test('2,000 rows: nobody is lost, the head on every page, the block whole on the last one', {
  timeout: 120_000,
}, async () => {
  const source = attended(2000);
  const pdf = await read(source, { who: 'all' });
  expectEveryPage(pdf);
  const rows = attendanceRows(source, { who: 'all' });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
  const text = pdf.texts.map(bare).join(' ');
  const lost = rows.filter(({ number, name, nip }) => !text.includes(bare(`${number}. ${name} ${nip}`)));
  expect(lost).toEqual([]);
  const block = 'Mengetahui, Inspektur, Drs. H. Sukirman Jaya, M.Si. Pembina Utama Muda NIP 19650101 199003 1 001';
  expect(pdf.texts.map((page) => page.includes(block))).toEqual(
    pdf.texts.map((_, page) => page === pdf.texts.length - 1),
  );
  // The last of the list is with it.
  expect(pdf.texts.at(-1)).toMatch(/\b2000\. /);
  await keepPages('daftar-hadir', pdf, [0, 1, pdf.texts.length - 1]);
});

/** Where the ink of a line's number begins, from the left of the cell of signatures, in millimetres. */
const firstInk = (image: ImageData, from: number, to: number, left: number, dpi: number): number => {
  const pixel = (millimetres: number): number => Math.round((millimetres * dpi) / 25.4);
  for (let x = pixel(left); x < pixel(left + 49); x += 1)
    for (let y = pixel(from); y < pixel(to); y += 1)
      if ((image.data[(y * image.width + x) * 4] ?? 255) < 140) return (x * 25.4) / dpi - left;
  return Number.NaN;
};

test('blank: odd numbers sign at the left of their cell, even ones at the right, in cells that have room', async () => {
  const units = Array.from({ length: 30 }, (_, index) => anInvitation(`Dinas ${String(index).padStart(2, '0')}`));
  const source = sourceOf(units, { session: paperSession({ state: 'PUBLISHED' }) });
  const pdf = await read(source, { blank: 'true' }, { only: 'Perangkat daerah' });
  expectEveryPage(pdf);
  const first = Number(/Tanda tangan (\d+)\. /.exec(pdf.texts[1] ?? '')?.[1]);
  const dpi = 150;
  const image = await pdf.render(1, dpi);
  // The table's head is 5.8 mm high, and every row below it 9 mm; the last column begins at 17 + 215 mm.
  const top = 14 + 5.8;
  const lefts = Array.from({ length: 12 }, (_, row) =>
    firstInk(image, top + row * 9 + 1, top + row * 9 + 8.4, 232.6, dpi),
  );
  expect(lefts.map((left, row) => [first + row, left < 3, left > 24])).toEqual(
    lefts.map((_, row) => [first + row, (first + row) % 2 === 1, (first + row) % 2 === 0]),
  );
  await keepPages('daftar-hadir-kosong', pdf, [0, 1]);
});

test('a blank sheet of everybody has lines to spare, and says nothing of who came', async () => {
  const came = anInvitation('Dinas A', { checkIn: aCheckIn() });
  const text = (await read(sourceOf([came, anInvitation('Dinas B')]), { blank: 'true' })).texts.join(' ');
  expect(text).toMatch(/Hadir tanpa undangan \(diisi di tempat\) 3\. .* 12\. /);
  expect(text).not.toContain('hadir 0');
  expect(text).toContain('Diundang: 2.');
  expect(text).not.toContain('segel');
});

test('who came stands there, in whose place, when, by which door and on what evidence', async () => {
  const holder = { name: 'Siti Aminah', titlesBefore: 'Dra. Hj.', acting: 'PLT' as const, nip: '196501011990032001' };
  const definitive = { name: 'Budi', acting: 'DEFINITIVE' as const, nip: '198001012005011001' };
  const at = '2024-06-27T01:41:00.000Z';
  const came = aCheckIn({ at, door: 'Pintu Utama', evidence: 'CODE' });
  const invitations = [
    anInvitation('Dinas A', { holder, checkIn: came }),
    anInvitation('Dinas B', {
      holder,
      checkIn: { ...came, who: 'delegate', delegate: { name: 'Joko', office: 'Sekretaris', acting: 'PLH' } },
    }),
    anInvitation('Dinas C', { holder: definitive, checkIn: { ...came, who: 'acting' } }),
    anInvitation('Dinas D', { holder: definitive, checkIn: { ...came, mode: 'BACK_ENTERED', reason: 'lembar 3' } }),
    anInvitation('Dinas E', { holder: definitive, checkIn: { ...came, mode: 'ONLINE', reason: 'Zoom' } }),
    anInvitation('Dinas F', { holder: definitive }),
    anInvitation('Sekretariat Daerah', { office: 'Sekretaris Daerah', holder: definitive, checkIn: came }),
    { ...anInvitation('Polres'), kind: 'guest' as const, guestGroup: 'FORKOPIMDA' as const, checkIn: came },
  ];
  const counted = { nonce: 'n-1', at, receivedAt: at, door: 'Pintu Timur', count: 25, label: 'Korpri' };
  const takenBack = { ...counted, nonce: 'n-2', count: 7, undone: { at, by: 'x', reason: 'keliru' } };
  const source = sourceOf(invitations, { headCounts: [counted, takenBack] });
  const rows = attendanceRows(source, {});
  expect(attendanceSums(rows)).toEqual({
    inPerson: 2,
    acting: 2,
    delegated: 1,
    added: 0,
    guests: 1,
    grouped: 25,
    online: 1,
  });
  expect(rows.map(({ section, number }) => [section, number])).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => ['UNITS', number]),
    ['GUESTS', 6],
    ['GROUPS', undefined],
    ['ONLINE', 1],
  ]);
  const pdf = await read(source, {});
  const text = pdf.texts.join(' ');
  for (const part of [
    '1. Dra. Hj. Siti Aminah 19650101 199003 2 001 Plt. Kepala Dinas A Dinas A 1. hadir 08.41 WIB Pintu Utama · kode',
    '2. Joko Plh. Sekretaris mewakili Plt. Kepala Dinas B Dinas B 2. hadir',
    'dihadiri Pj/Pjs/Plt/Plh',
    '4. hadir 08.41 WIB lembar 3',
    // Rule 10: a Sekda shows no number.
    '5. Budi Sekretaris Daerah',
    'Tamu: Forkopimda 6.',
    'Rombongan (dihitung tanpa nama) 25 orang Korpri 08.41 WIB Pintu Timur · dihitung',
    'Mengikuti secara daring (tidak dihitung hadir) 1. Budi',
    'Unit terwakili: 5 (hadir sendiri 2, dihadiri Pj/Pjs/Plt/Plh 2, diwakili 1); tamu 1 orang; rombongan 25 orang; daring 1 (tidak dihitung hadir).',
    'belum disegel',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('Dinas F');
  // Nobody knows who acted in the place of a definitive head: not the head's name, nor the number.
  expect(rows[2]).toMatchObject({ name: '', nip: '', office: 'Kepala Dinas C' });
  const all = attendanceRows(source, { who: 'all' });
  expect(all.find(({ institution }) => institution === 'Dinas F')).toMatchObject({ presence: 'MISSING', time: '' });
  await keepPages('daftar-hadir-cara', pdf, [0]);
});

test('the units represented are those of coverage: of the frozen roster alone, whatever was added or revoked since', async () => {
  const came = { checkIn: aCheckIn() };
  const revoked = { revokedAt: '2024-06-27T02:00:00.000Z' };
  const onRoster = [
    anInvitation('Dinas A', came),
    anInvitation('Dinas B', { ...came, ...revoked }),
    anInvitation('Dinas C', revoked),
    anInvitation('Dinas D'),
  ];
  const added = [
    anInvitation('Dinas E', { checkIn: aCheckIn({ who: 'delegate' }) }),
    anInvitation('Dinas F', { ...came, ...revoked }),
    anInvitation('Dinas G'),
  ];
  const source = sourceOf([...onRoster, ...added], { frozen: frozenOf(onRoster) });
  const { units } = coverageOf({ ...sessionFacts([]), ...source });
  const sums = attendanceSums(attendanceRows(source, { who: 'all' }));
  expect(sums).toMatchObject({ inPerson: 2, acting: 0, delegated: 0, added: 2 });
  expect([units.expected, representedOf(units)]).toEqual([4, representedOf(sums)]);
  const text = (await read(source, {})).texts.join(' ');
  expect(text).toContain(
    'Unit terwakili: 2 (hadir sendiri 2, dihadiri Pj/Pjs/Plt/Plh 0, diwakili 0); undangan tambahan 2 unit (di luar daftar yang dibekukan, tidak ikut dihitung).',
  );
  for (const { name } of [...onRoster, ...added])
    expect([name, text.includes(name)]).toEqual([name, /[ABEF]$/.test(name)]);
});

test('odd names, long titles, vacant offices: printed whole, in rows that grow', async () => {
  const long = {
    name: 'Raden Mas Panji Soeryadiningrat Kusumawardhana Hadisoemarto Cokroaminoto',
    titlesBefore: 'Prof. Dr. Ir. H.',
    titlesAfter: 'S.E., M.Si., Ak., C.A., CPA., CFrA., QIA.',
    acting: 'PJS' as const,
  };
  const names = ['Sukarno', 'Ma\'mun "Bang" O’Neil', 'Ñuñez Çelik', 'محمد', '=SUM(A1)'];
  const invitations = [
    anInvitation('Dinas A', { holder: long, office: `Kepala ${'Pemberdayaan Perempuan dan '.repeat(4)}Anak` }),
    ...names.map((name, index) => anInvitation(`Dinas B ${index}`, { holder: { name, acting: 'DEFINITIVE' } })),
    anInvitation('Dinas C', { holder: null }),
  ];
  const pdf = await read(sourceOf(invitations), { blank: 'true' });
  const text = pdf.texts.map(bare).join('');
  for (const part of [
    'Prof. Dr. Ir. H. Raden Mas Panji Soeryadiningrat Kusumawardhana Hadisoemarto Cokroaminoto, S.E., M.Si., Ak., C.A., CPA., CFrA., QIA.',
    `Pjs. Kepala ${'Pemberdayaan Perempuan dan '.repeat(4)}Anak`,
    ...names.filter((name) => name !== 'محمد'),
    '????',
    '7. Kepala Dinas C',
  ])
    expect(text).toContain(bare(part));
  await keepPages('daftar-hadir-nama', pdf, [0]);
});

test('the block never stands alone: the last row is with it, however many there are', {
  timeout: 120_000,
}, async () => {
  for (let count = 3; count <= 12; count += 1) {
    const units = Array.from({ length: count }, (_, index) =>
      anInvitation(`Dinas ${String(index).padStart(2, '0')}`, { checkIn: aCheckIn() }),
    );
    const { texts } = await read(sourceOf(units), {});
    expect(texts.at(-1)).toContain(`${count}. Drs. Sahabadi`);
    expect(texts.at(-1)).toMatch(/Mengetahui, Inspektur, .* NIP 1965/);
    // A heading is never the last thing on a page.
    for (const text of texts) expect(text).not.toMatch(/Perangkat daerah Daftar hadir/);
  }
});

test('parts number on; only the last one bears the block, only the first one the letterhead', async () => {
  const source = attended(40);
  const all = attendanceRows(source, { who: 'all' });
  const partOf = (part: number) =>
    read(source, { who: 'all' }, { rows: all.slice((part - 1) * 20, part * 20), part, parts: 2 });
  const [first, second] = [(await partOf(1)).texts.join(' '), (await partOf(2)).texts.join(' ')];
  expect([first, second].map((text) => [text.includes('PEMERINTAH KABUPATEN'), text.includes('Mengetahui')])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(second).toContain('bagian 2 dari 2');
  expect(second).toMatch(/\b21\. /);
});
