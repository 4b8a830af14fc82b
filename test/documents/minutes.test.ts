/** The minutes of the reading and signing, read by PDFium. */
import { expect, test } from 'vitest';
import { minutesOf } from '../../functions/documents/minutes.ts';
import type { MinutesMaterial } from '../../functions/documents/minutes-material.ts';
import { recipientsOf } from '../../functions/documents/recipients.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { aCheckIn, anInvitation, sessionId } from '../support/fixtures.ts';
import {
  aHead,
  aReading,
  aSignature,
  minutesMaterial,
  pledgeOf,
  pledgeSession,
  signedBy,
  strokesOf,
  textOf,
} from './minutes-fixtures.ts';
import { letter, origin, roster470 } from './paper-fixtures.ts';
import { codesOn, keepPages, readPdf } from './read-pdf.ts';

const read = async (invitations: readonly Invitation[], changes: Partial<MinutesMaterial> = {}) => {
  const pdf = await readPdf(await minutesOf(minutesMaterial(invitations, changes)));
  // Without the feet, which come between what goes on over two pages.
  const whole = pdf.texts.map((text) => text.replace(/Berita acara \w+ · .*Halaman \d+ dari \d+$/, '')).join('');
  return { pdf, texts: pdf.texts, whole };
};

const inOrder = (text: string, parts: readonly string[]): void => {
  const found = parts.map((part) => text.indexOf(part));
  expect(parts.filter((_, index) => found[index] === -1)).toEqual([]);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
};

const camat = anInvitation('Kecamatan Lahat', {
  class: 'KECAMATAN',
  office: 'Camat Lahat',
  holder: {
    name: 'Sahabadi',
    titlesBefore: 'Drs. H.',
    titlesAfter: 'M.Si.',
    acting: 'PLT',
    rank: 'Pembina',
    nip: '198001012005011001',
  },
});

test('it says everything in the order in which officials expect it', async () => {
  const { texts, whole } = await read([signedBy(camat, 0), anInvitation('Dinas Sosial')]);
  inOrder(whole, [
    'PEMERINTAH KABUPATEN LAHAT INSPEKTORAT Jalan Bhayangkara',
    'BERITA ACARA PEMBACAAN DAN PENANDATANGANAN IKRAR NETRALITAS PEGAWAI APARATUR SIPIL NEGARA PEMERINTAH KABUPATEN LAHAT',
    'Nomor: ....',
    'Pada hari ini Kamis tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat (27-06-2024), bertempat di Ballroom Hotel Santika, Jalan Kolonel Barlian Nomor 1, Lahat, dalam kegiatan rapat koordinasi “Rapat Koordinasi Netralitas Aparatur Sipil Negara” yang diselenggarakan oleh Inspektorat',
    'A. Dasar hukum 1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara: Pasal 9 ayat (2)',
    'B. Naskah ikrar Ikrar Netralitas Pegawai',
    'kami berikrar: 1. Menjaga dan menegakkan',
    '4. Menolak politik uang',
    'Demikian ikrar ini kami buat',
    'ikrar-netralitas-2024, versi 1',
    'C. Pembacaan Pembaca : Drs. Haryanto Saputra, M.Si., Sekretaris Daerah Saksi : 1. Rosmala Dewi, S.H., Ketua Bawaslu Kabupaten Lahat 2. AKBP Yudha Pranata',
    'Mulai : Kamis, 27 Juni 2024, pukul 09.15 WIB Selesai : Kamis, 27 Juni 2024, pukul 09.19 WIB Hadir saat pembacaan : 1 undangan',
    'D. Urutan penandatanganan',
    'No. Nama Jabatan Instansi Cara Waktu Tanda tangan 1. Drs. H. Sahabadi, M.Si. Pembina NIP 1980•••••••••••••• Plt. Camat Lahat Kecamatan Lahat tablet 09.30 WIB',
    'E. Rekapitulasi menurut kelas unit',
    'Perangkat daerah 1 0 0 0 0 0 0 1 Kecamatan 1 0 1 0 1 1 1 0 Jumlah 2 0 1 0 1 1 1 1',
    'Belum ikrar: 1 jabatan',
    'F. Segel dan cara memeriksa',
    'Demikian berita acara ini dibuat dengan sebenarnya',
    'Lahat, 27 Juni 2024 Pembaca Sekretaris Daerah,',
  ]);
  for (const [index, text] of texts.entries()) expect(text).toContain(`Halaman ${index + 1} dari ${texts.length}`);
  expect(whole).not.toMatch(/SEMENTARA|198001012005011001/);
});

test('who has not signed is a number, never a list', async () => {
  const { whole } = await read([signedBy(camat, 0), anInvitation('Dinas Sosial'), anInvitation('Dinas Kesehatan')]);
  expect(whole).toContain('Belum ikrar: 2 jabatan; pejabatnya dapat menandatangani susulan');
  expect(whole).not.toContain('Dinas Sosial');
});

test('three pages of signers: every number once, in the order of signing, under the repeated head', async () => {
  const all = recipientsOf(roster470(), {}, 1000).invitations.slice(0, 70);
  const invitations = all.map((each, index) => signedBy(each, 69 - index));
  const { texts, whole } = await read(invitations);
  const pages = texts.filter((text) => /\b\d+\. .*(tablet)/.test(text));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toContain('No. Nama Jabatan Instansi Cara Waktu Tanda tangan');
  const rows = [...whole.matchAll(/(?<= )(\d+)\. (?=[^0-9]*?(?:Kepala|Camat|Lurah|Plt))/g)].map(([, number]) =>
    Number(number),
  );
  expect(rows.filter((number) => number > 4)).toEqual(Array.from({ length: 66 }, (_, index) => index + 5));
  const last = all.at(-1) as Invitation;
  expect(whole.indexOf(`${last.office} `)).toBeLessThan(whole.indexOf(`${(all[0] as Invitation).office} `));
});

test.each([
  ['no head', { heads: [] }, 'SEMENTARA, belum disegel Kegiatan sudah ditutup, tetapi segelnya belum dibuat'],
  [
    'an open session',
    { heads: [], session: pledgeSession({ state: 'OPEN', closedAt: null }) },
    'SEMENTARA, belum disegel Kegiatan masih berlangsung',
  ],
  ['late records', { unsealed: 3 }, 'SEMENTARA, belum seluruhnya disegel 3 catatan susulan menunggu tambahan segel'],
] as const)('%s: it says plainly, on every page, that it is provisional', async (_, changes, said) => {
  const { texts } = await read([signedBy(camat, 0)], changes);
  expect(texts[0]).toContain(said);
  for (const text of texts) expect(text).toMatch(/Berita acara \w+ · SEMENTARA, belum/);
});

test('sealed records that are in the system no more are told beside the seal, and only then', async () => {
  const said = 'Perhatian : 3 catatan tersegel tidak lagi ada di sistem.';
  expect((await read([signedBy(camat, 0)], { missing: 3 })).whole).toContain(said);
  expect((await read([signedBy(camat, 0)])).whole).not.toContain('Perhatian');
});

test('the seal: root and key in groups, size, times, addenda', async () => {
  const { whole, texts } = await read([signedBy(camat, 0)], { heads: [aHead(), aHead(2)] });
  expect(whole).toContain('Akar (root) : 2a2b3c4d 5e6f7089 2a2b3c4d 5e6f7089 2a2b3c4d 5e6f7089 2a2b3c4d 5e6f7089');
  expect(whole).toContain('Sidik jari kunci : f0e1d2c3 b4a59687 f0e1d2c3');
  expect(whole).toContain('Isi : 1.238 catatan, kepala segel nomor 2 Disegel : Kamis, 27 Juni 2024, pukul 12.12 WIB');
  expect(whole).toContain(
    'Tambahan segel : nomor 2: Kamis, 27 Juni 2024, pukul 13.12 WIB, 1.238 catatan, akar 2a2b3c4d…',
  );
  for (const text of texts) expect(text).toContain('akar 2a2b3c4d 5e6f7089…');
});

test('a seal that was made a day or more after the closing says so', async () => {
  const late = aHead();
  const sealedAt = (at: string) => ({ heads: [{ ...late, head: { ...late.head, at } }] });
  const { whole } = await read([signedBy(camat, 0)], sealedAt('2024-07-27T06:00:00.000Z'));
  expect(whole).toContain('pukul 13.00 WIB; disegel 30 hari sesudah kegiatan ditutup');
  expect((await read([signedBy(camat, 0)], sealedAt('2024-06-28T05:09:59.000Z'))).whole).not.toContain('hari sesudah');
});

test('the QR is the address of the public check, on paper and on a screen', async () => {
  const keys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };
  const check = `${origin}/v/${makeCheckCode(keys, { session: sessionId, role: 'SESSION' })}`;
  const { pdf, texts } = await read([signedBy(camat, 0)], { check });
  const page = texts.findIndex((text) => text.includes('Segel dan cara memeriksa'));
  await keepPages('berita-acara', pdf, [...texts.keys()]);
  expect(await codesOn(pdf, page, 150)).toEqual([check]);
  expect(await codesOn(pdf, page, 72)).toEqual([check]);
  expect(texts[page]?.replaceAll(' ', '')).toContain(check);
});

test('a delegate signs under the own name; an unnamed one is a dotted line; the head stays not yet (rule 3)', async () => {
  const came = { checkIn: aCheckIn({ who: 'delegate' as const }) };
  const named = { name: 'Suyatno', office: 'Sekretaris', acting: 'PLH' as const };
  const { whole } = await read([
    anInvitation('Dinas Perhubungan', { ...came, signedDelegate: aSignature({ signer: named }) }),
    anInvitation('Dinas Arsip', { ...came, signedDelegate: aSignature({ at: '2024-06-27T02:31:00.000Z' }) }),
  ]);
  expect(whole).toContain('1. Suyatno Plh. Sekretaris mewakili Kepala Dinas Perhubungan Dinas Perhubungan tablet');
  expect(whole).toMatch(/2\. \.{34} mewakili Kepala Dinas Arsip Dinas Arsip tablet/);
  expect(whole).not.toContain('Sahabadi');
  expect(whole).toContain('Di antaranya 2 jabatan yang baru wakilnya menandatangani');
  expect(whole).toContain('Jumlah 2 0 0 2 2 2 0 2');
});

test('symbolic signatures and witnesses’ stand in lists of their own and are not counted (rule 4)', async () => {
  const { class: _, ...guest } = anInvitation('Bawaslu');
  const { whole } = await read([
    anInvitation('Korpri', { checkIn: aCheckIn(), signedSymbolic: aSignature() }),
    {
      ...guest,
      kind: 'guest',
      office: 'Ketua Bawaslu',
      checkIn: aCheckIn(),
      signedWitness: aSignature({ method: 'PAPER', sheet: '7' }),
    },
  ]);
  inOrder(whole, [
    'D. Urutan penandatanganan Belum ada tanda tangan yang tercatat.',
    'E. Tanda tangan simbolis (tidak dihitung) Beberapa orang',
    '1. Drs. Sahabadi NIP 1980•••••••••••••• Kepala Korpri Korpri tablet 09.30 WIB',
    'F. Tanda tangan saksi (tidak dihitung)',
    'Ketua Bawaslu tamu, tidak dihitung Bawaslu lembar 7 09.30 WIB pada lembar kertas',
    'G. Rekapitulasi',
    'Jumlah 1 1 0 0 1 1 0 1 Tamu (di luar hitungan) 1 1 0 0 1 1 – –',
  ]);
});

test.each([
  ['Kepala Dinas Sosial', 'DEFINITIVE', /Drs\. Sahabadi Pembina NIP 1980•+ Kepala Dinas Sosial/],
  ['Sekretaris Daerah', 'DEFINITIVE', /Drs\. Sahabadi Sekretaris Daerah/],
  ['Bupati Lahat', 'PJ', /Drs\. Sahabadi Pj\. Bupati Lahat/],
] as const)('%s as %s: NIP and rank by rule 10', async (office, acting, expected) => {
  const holder = { name: 'Sahabadi', titlesBefore: 'Drs.', acting, rank: 'Pembina', nip: '198001012005011001' };
  expect((await read([signedBy(anInvitation('Instansi', { office, holder }), 0)])).whole).toMatch(expected);
});

test('a late signature has its day and says so; a session in the east has its own clock', async () => {
  const late = signedBy(camat, 0, { at: '2024-07-01T03:00:00.000Z', method: 'LINK' });
  expect((await read([late])).whole).toContain('ponsel 01-07-2024 10.00 WIB susulan persetujuan elektronik');
  const session = pledgeSession({ zone: 'WIT' });
  expect((await read([late], { session })).whole).toContain('01-07-2024 12.00 WIT susulan');
});

test('several readings, one that never ended, one that was a mistake', async () => {
  const invitations = [
    anInvitation('Dinas A', { checkIn: aCheckIn() }),
    anInvitation('Dinas B', { checkIn: aCheckIn({ at: '2024-06-27T02:40:00.000Z' }) }),
    anInvitation('Dinas C', { checkIn: aCheckIn({ mode: 'ONLINE' }) }),
  ];
  const second = aReading({ id: 'r-2', startedAt: '2024-06-27T03:00:00.000Z', endedAt: null, witnesses: [] });
  const mistake = aReading({ id: 'r-0', startedAt: '2024-06-27T02:00:00.000Z', voidedAt: '2024-06-27T02:01:00.000Z' });
  const planned = aReading({ id: 'r-3', startedAt: null, endedAt: null });
  const { whole } = await read(invitations, { readings: [second, mistake, planned, aReading()] });
  inOrder(whole, [
    'Pembacaan ke-1',
    'pukul 09.19 WIB Hadir saat pembacaan : 1 undangan Pembacaan ke-2',
    'Saksi : – Mulai : Kamis, 27 Juni 2024, pukul 10.00 WIB Selesai : tidak dicatat Hadir saat pembacaan : 1 undangan',
    '1 pembacaan dimulai karena keliru dan dibatalkan; tidak dihitung.',
  ]);
  expect(whole).not.toContain('Pembacaan ke-3');
});

test('a time of reading that lies outside of the session moves neither its day nor that of the signatures', async () => {
  const readings = [aReading({ startedAt: '1999-01-05T02:15:00.000Z', endedAt: '1999-01-05T02:19:00.000Z' })];
  const { whole } = await read([signedBy(camat, 0)], { readings });
  expect(whole).toContain('Pada hari ini Kamis tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat');
  expect(whole).toContain('Lahat, 27 Juni 2024 Pembaca');
  // Of a session of two days, the day of the reading.
  const session = pledgeSession({ closedAt: '2024-06-28T09:00:00.000Z' });
  const next = await read([], {
    session,
    readings: [...readings, aReading({ id: 'r-2', startedAt: '2024-06-28T02:15:00.000Z' })],
  });
  expect(next.whole).toContain('Pada hari ini Jumat tanggal dua puluh delapan bulan Juni');
});

test('a pakta that was not read aloud is signed only', async () => {
  const session = pledgeSession({ pledge: pledgeOf('PAKTA') });
  const { whole } = await read([signedBy(camat, 0)], { session, text: textOf('PAKTA'), readings: [] });
  expect(whole).toContain('BERITA ACARA PENANDATANGANAN PAKTA INTEGRITAS NETRALITAS');
  expect(whole).toContain('telah dilaksanakan penandatanganan pakta integritas');
  expect(whole).toContain('Tidak ada pembacaan yang tercatat dalam kegiatan ini.');
  expect(whole).toContain('1. Tidak menjadi anggota atau pengurus partai politik.');
});

test('signature blocks: reader, witnesses, the letter’s signer; what is unknown is a dotted line', async () => {
  const { whole } = await read([signedBy(camat, 0)]);
  const known = whole.slice(whole.indexOf('Demikian berita acara'));
  // Beside each other: the line of offices, then the line of names.
  for (const part of [
    'Pembaca Sekretaris Daerah,',
    'Drs. Haryanto Saputra, M.Si.',
    'Saksi 1 Ketua Bawaslu Kabupaten Lahat,',
    'Saksi 2 Kapolres Lahat,',
    'Mengetahui, Inspektur,',
    'Drs. H. Sukirman Jaya, M.Si. Pembina Utama Muda NIP/NRP ....',
  ])
    expect(known).toContain(part);
  // The Sekda's has no number (rule 10); two witnesses and the inspector have a line for it.
  expect(known.match(/NIP\/NRP/g)).toHaveLength(3);
  const { letter: _, ...unsigned } = pledgeSession();
  expect((await read([], { session: unsigned, readings: [] })).whole).toMatch(/Mengetahui, \.{42} \.{42} NIP\/NRP/);
  const signer = { office: 'Bupati Lahat', acting: 'PJ' as const };
  const regent = await read([], { session: pledgeSession({ letter: { ...letter, signer } }), readings: [] });
  expect(regent.whole).toMatch(/Mengetahui, Pj\. Bupati Lahat, \.{42} $/);
});

test('strokes are drawn where they were drawn, whatever they are, and never outside of their cell', async () => {
  const wild = `m9999 -9999 ${'9999 9999 '.repeat(200)}1 1m5 5`;
  const invitations = Array.from({ length: 3 }, (_, index) =>
    signedBy(anInvitation(`Dinas ${index}`), index, { drawn: 'a'.repeat(64) }),
  );
  const drawings = [strokesOf(3), wild, undefined];
  const { pdf, texts, whole } = await read(invitations, { drawing: ({ number }) => drawings[number - 1] });
  expect(whole).toContain('goresan tidak tersedia');
  const page = texts.findIndex((text) => text.includes('Urutan penandatanganan'));
  const { data, width, height } = await pdf.render(page, 72);
  const dark = (x: number, y: number): boolean => (data[4 * (y * width + x)] ?? 255) < 128;
  let [inCell, inMargin] = [0, 0];
  for (let y = 0; y < height - 45; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!dark(x, y)) continue;
      // The last column ends 20 mm from the edge: 57 points.
      if (x > width - 56 || x < 70) inMargin += 1;
      if (x > width - 112 && x < width - 57) inCell += 1;
    }
  expect(inMargin).toBe(0);
  expect(inCell).toBeGreaterThan(100);
});

test('more than one file holds goes on in annexes, under the same numbers', async () => {
  const all = recipientsOf(roster470(), {}, 1000)
    .invitations.slice(0, 60)
    .map((each, index) => signedBy(each, index));
  const { listed } = minutesMaterial(all);
  const parts = { parts: 2, signatures: 60 };
  const first = await read(all, { ...parts, part: 1, listed: listed.slice(0, 30) });
  expect(first.whole).toContain(
    'Seluruhnya 60 tanda tangan: 30 yang pertama tercetak di sini, selebihnya pada lampiran bagian 2',
  );
  expect(first.whole).not.toContain(' 31. ');
  const second = await read(all, { ...parts, part: 2, listed: listed.slice(30) });
  expect(second.whole).toMatch(
    /^LAMPIRAN BERITA ACARA PEMBACAAN .* bagian 2 dari 2 A\. Urutan penandatanganan .* 31\. /,
  );
  expect(second.whole).toContain(' 60. ');
  expect(second.whole).not.toMatch(/Rekapitulasi|Mengetahui/);
});

test('a text that is not the one that was signed is told from it', async () => {
  const { whole } = await read([], { text: { ...textOf(), closing: 'Lain.' } });
  expect(whole).toContain('(tidak sama dengan naskah yang tercetak)');
  expect((await read([])).whole).not.toContain('tidak sama');
});

test('an erased person is no dotted line to be filled in', async () => {
  const erased = signedBy({ ...camat, holder: null, erasedAt: '2024-07-01T00:00:00.000Z' }, 0);
  expect((await read([erased])).whole).toContain('1. (dihapus atas permintaan) Camat Lahat');
});

test('the same minutes at the same time are the same bytes, tagged, with bookmarks, in Indonesian', async () => {
  const material = minutesMaterial([signedBy(camat, 0, { drawn: 'x' })], { drawing: () => strokesOf(5) });
  const [first, second] = await Promise.all([minutesOf(material), minutesOf(material)]);
  expect(Buffer.compare(first, second)).toBe(0);
  const text = Buffer.from(first).toString('latin1');
  for (const mark of ['/Lang (id-ID)', '(D:20240627060000Z)', '/StructTreeRoot', '/Outlines', '/Marked true'])
    expect(text).toContain(mark);
});
