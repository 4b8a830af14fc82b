/** Invitation letters, read by PDFium. */
import { expect, test } from 'vitest';
import { commonLetterOf, lettersOf } from '../../functions/documents/letters.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { anInvitation } from '../support/fixtures.ts';
import { doorCodeOf, letter, materialOf, paperSession } from './paper-fixtures.ts';
import { codesOn, keepPages, readPdf } from './read-pdf.ts';

const camat = anInvitation('Kecamatan Lahat', {
  class: 'KECAMATAN',
  office: 'Camat Lahat',
  holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', acting: 'PLT', nip: '198001012005011001' },
});

const read = async (invitations: readonly Invitation[], session = paperSession()) => {
  const pdf = await readPdf(await lettersOf(materialOf(invitations, { session })));
  const { texts } = pdf;
  return { pdf, texts, whole: texts.join(' ') };
};

test('one page holds everything a letter says, in its order', async () => {
  const { texts } = await read([camat]);
  expect(texts).toHaveLength(1);
  const order = [
    'PEMERINTAH KABUPATEN LAHAT INSPEKTORAT Jalan Bhayangkara',
    'Lahat, 20 Juni 2024',
    'Nomor : 005/412/INSPEKTORAT/2024 Sifat : Penting Lampiran : - Hal : Undangan rapat koordinasi',
    'Yth. Drs. H. Sahabadi, M.Si. Plt. Camat Lahat Kecamatan Lahat di - Tempat',
    'Hari, tanggal : Kamis, 27 Juni 2024 Waktu : Pukul 08.00–12.00 WIB Tempat : Ballroom Hotel Santika, Jalan Kolonel',
    'Acara : Rapat Koordinasi Netralitas Aparatur Sipil Negara',
    'Pakaian: batik lengan panjang.',
    'kami ucapkan terima kasih.',
    'Inspektur, Drs. H. Sukirman Jaya, M.Si. Pembina Utama Muda',
    'Pindai untuk membuka undangan',
    'Tembusan: 1. Bupati Lahat (sebagai laporan) 2. Sekretaris Daerah Kabupaten Lahat',
  ];
  const found = order.map((part) => texts[0]?.indexOf(part) ?? -1);
  expect(order.filter((_, index) => found[index] === -1)).toEqual([]);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
  expect(texts[0]).not.toContain('198001012005011001');
});

test('one page a recipient, in protocol order, each with its own code', async () => {
  const others = [anInvitation('Dinas Sosial'), anInvitation('Dinas Kesehatan', { holder: null })];
  const { pdf, texts } = await read([camat, ...others]);
  await keepPages('surat-undangan', pdf);
  expect(texts.map((text) => /Yth\. (.*) di -/.exec(text)?.[1])).toEqual([
    'Kepala Dinas Kesehatan',
    'Drs. Sahabadi Kepala Dinas Sosial',
    'Drs. H. Sahabadi, M.Si. Plt. Camat Lahat Kecamatan Lahat',
  ]);
  expect(await codesOn(pdf, 1, 72)).toEqual([doorCodeOf(others[0] as Invitation)]);
  expect(await codesOn(pdf, 2, 72)).toEqual([doorCodeOf(camat)]);
});

test('what is not known yet is a dotted line, and nothing is refused', async () => {
  const { letter: _, ...session } = paperSession();
  const { texts, whole } = await read([{ ...camat, holder: null }], session);
  expect(texts).toHaveLength(1);
  expect(whole).toMatch(/Lahat, \.{30} Nomor : \.{40} Sifat : Biasa/);
  expect(whole).toMatch(/terima kasih\. (\.{42} ){2}Pindai/);
  expect(whole).toContain('Yth. Camat Lahat Kecamatan Lahat di -');
  const { signer: __, ...unsigned } = letter;
  expect((await read([camat], paperSession({ letter: unsigned }))).whole).toMatch(/(\.{42} ){2}Pindai/);
});

test.each([
  ['Bupati Lahat', 'PJ', 'Pj. Bupati Lahat, Drs. H. Sukirman Jaya, M.Si. Pindai'],
  ['Wakil Bupati Lahat', 'DEFINITIVE', 'Wakil Bupati Lahat, Drs. H. Sukirman Jaya, M.Si. Pindai'],
  ['Sekretaris Daerah', 'PLH', 'Plh. Sekretaris Daerah, Drs. H. Sukirman Jaya, M.Si. Pindai'],
  ['Kepala BKPSDM', 'PLT', 'Plt. Kepala BKPSDM, Drs. H. Sukirman Jaya, M.Si. Pembina Utama Muda Pindai'],
] as const)('%s signs as %s: a rank is shown by rule 10', async (office, acting, expected) => {
  const signer = { ...letter.signer, office, acting };
  expect((await read([camat], paperSession({ letter: { ...letter, signer } }))).whole).toContain(expected);
});

test('whoever is asked to a wave reads its times, in the session’s zone', async () => {
  const wave = { id: 'pagi', label: 'Gelombang pagi' };
  const times = { startsAt: '2024-06-27T01:00:00.000Z', endsAt: '2024-06-27T03:00:00.000Z' };
  const session = paperSession({ zone: 'WITA', waves: [{ ...wave, ...times }] });
  const { texts } = await read([{ ...camat, wave: 'pagi', seat: 'B 12' }, anInvitation('Dinas Sosial')], session);
  expect(texts[1]).toContain('Waktu : Pukul 09.00–11.00 WITA (Gelombang pagi)');
  expect(texts[1]).toContain('Tempat duduk : B 12');
  expect(texts[0]).toContain('Waktu : Pukul 09.00–13.00 WITA Tempat');
});

test('long texts go on to a second page, with the last sentence and the signature together', async () => {
  const opening = 'Dalam rangka menjaga netralitas pegawai. '.repeat(14).trim();
  const closing = 'Peserta membawa surat tugas dan alat tulis. '.repeat(13).trim();
  const copies = Array.from({ length: 12 }, (_, index) => `Kepala Dinas Nomor ${index + 1}`);
  const occasion =
    'menjelang Pemilihan Kepala Daerah Serentak Tahun 2024 bagi seluruh pimpinan perangkat daerah dan unit kerja';
  const session = paperSession({ occasion, letter: { ...letter, opening, closing, copies } });
  const { texts } = await read([camat], session);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain(opening);
  expect(texts[0]).not.toContain('terima kasih');
  expect(texts[1]).toMatch(/^- 2 - Demikian undangan .* Inspektur, .* Tembusan: 1\. .* 12\. Kepala Dinas Nomor 12$/);
});

test('a name as long as they come, one with commas, one word, and letters that the face lacks', async () => {
  const holder = (name: string, more: object = {}) => ({ name, acting: 'DEFINITIVE' as const, ...more });
  const { texts } = await read([
    anInvitation('A', {
      holder: holder('Raden Mas Soeryadiningrat Kusumawardhana', { titlesAfter: 'S.E., M.Si., Ak.' }),
    }),
    anInvitation('B', { holder: holder('Suharto') }),
    anInvitation('C', { holder: holder('Ñandú Ṣāliḥ') }),
  ]);
  expect(texts.map((text) => /Yth\. (.*) Kepala [ABC]/.exec(text)?.[1])).toEqual([
    'Raden Mas Soeryadiningrat Kusumawardhana, S.E., M.Si., Ak.',
    'Suharto',
    'Ñandú Salih',
  ]);
});

test('the common letter: to all in the annex that is attached, with the times of every wave and no code', async () => {
  const at = (day: number, hour: string) => `2024-06-${day}T${hour}:00:00.000Z`;
  const waves = [
    { id: 'pagi', label: 'Pagi', startsAt: at(27, '01'), endsAt: at(27, '03') },
    { id: 'siang', label: 'Siang', startsAt: at(27, '03'), endsAt: at(27, '05') },
  ];
  const common = async (changes: Parameters<typeof paperSession>[0]) => {
    const session = paperSession(changes);
    const pdf = await readPdf(await commonLetterOf(materialOf([camat], { session })));
    await keepPages('surat-bersama', pdf);
    expect(pdf.texts).toHaveLength(1);
    expect(await codesOn(pdf, 0, 72)).toEqual([]);
    return pdf.texts[0] ?? '';
  };
  const text = await common({ waves });
  for (const part of [
    'Sifat : Penting Lampiran : 1 (satu) berkas Hal : Undangan rapat koordinasi',
    'Yth. (daftar terlampir) di - Tempat',
    'Waktu : Pagi: pukul 08.00–10.00 WIB Siang: pukul 10.00–12.00 WIB Tempat :',
    'terima kasih. Inspektur, Drs. H. Sukirman Jaya, M.Si. Pembina Utama Muda Tembusan:',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Sahabadi|Pindai|https/);
  expect(await common({})).toContain('Waktu : Pukul 08.00–12.00 WIB Tempat');
  const later = { ...waves[1], id: 'w3', label: 'Hari kedua', startsAt: at(28, '01'), endsAt: at(28, '03') };
  expect(await common({ endsAt: at(28, '05'), waves: [later] })).toContain(
    'Waktu : Hari kedua: Jumat, 28 Juni 2024, pukul 08.00–10.00 WIB',
  );
});

test('what is pasted from Word leaves no question marks: tabs are blanks, marks that nobody sees vanish', async () => {
  const opening = 'Baris\tsatu\u200b dan\u00ad dua\u202f tiga\u200f,\ufeff\u2028baris\u2066 lain\u2069.';
  const { whole } = await read([camat], paperSession({ letter: { ...letter, opening } }));
  expect(whole).toContain('Baris satu dan dua tiga, baris lain.');
});

test('a head who named a delegate keeps the link of the own page, which takes it back', async () => {
  const delegated: Invitation = {
    ...camat,
    tokenVersion: 2,
    delegation: { delegate: { name: 'Budi' }, at: '2024-06-21T02:00:00.000Z', version: 2, holderVersion: 1 },
  };
  const { pdf } = await read([delegated]);
  expect(await codesOn(pdf, 0, 72)).toEqual([doorCodeOf(camat)]);
  expect(doorCodeOf(delegated)).not.toBe(doorCodeOf(camat));
});

test('the same letters at the same time are the same bytes; it says its title and language', async () => {
  const [first, second] = await Promise.all([lettersOf(materialOf([camat])), lettersOf(materialOf([camat]))]);
  expect(Buffer.compare(first, second)).toBe(0);
  const text = Buffer.from(first).toString('latin1');
  expect(text).toContain('/Lang (id-ID)');
  expect(text).toContain('(D:20240620020000Z)');
  expect(text).toMatch(/\/Title \(/);
  expect(text).not.toContain('Helvetica');
});
