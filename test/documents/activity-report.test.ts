/** The report of an activity as a paper, read by PDFium. */
import { expect, test } from 'vitest';
import { activityReportOf } from '../../functions/documents/activity-report.ts';
import type { ActivityReportMaterial } from '../../functions/documents/activity-report-material.ts';
import { roman, undertakingsOf, unitsNamed } from '../../functions/documents/activity-report-rules.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { widePhoto } from '../support/photos.ts';
import { aSignature } from './minutes-fixtures.ts';
import { letter } from './paper-fixtures.ts';
import { keepPages, readPdf } from './read-pdf.ts';
import { aFollowUp, held470, heldSession, reportMaterial } from './report-fixtures.ts';

type Changes = Parameters<typeof reportMaterial>[1];
const read = async (invitations: readonly Invitation[], changes: Changes = {}) => {
  const material: ActivityReportMaterial = reportMaterial(invitations, changes);
  const pdf = await readPdf(await activityReportOf(material));
  // Without the feet, which come between what goes on over two pages.
  const whole = pdf.texts
    .map((text) => text.replace(/Dicetak .*? Halaman \d+\/\d+/, ''))
    .join('')
    .trim();
  return { pdf, whole };
};

const inOrder = (text: string, parts: readonly string[]): void => {
  const found = parts.map((part) => text.indexOf(part));
  expect(parts.filter((_, index) => found[index] === -1)).toEqual([]);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
};

test('every part in the order of the official form', async () => {
  const { pdf, whole } = await read(held470());
  inOrder(whole, [
    'PEMERINTAH KABUPATEN LAHAT',
    'LAPORAN KEGIATAN',
    'RAPAT KOORDINASI NETRALITAS APARATUR SIPIL NEGARA',
    'I. Dasar',
    'Undang-Undang Nomor 20 Tahun 2023',
    'Surat undangan Nomor 005/412/INSPEKTORAT/2024 tanggal 20 Juni 2024',
    'II. Maksud dan Tujuan',
    'Menggerakkan pengawasan melekat.',
    'III. Waktu dan Tempat',
    'Kamis, 27 Juni 2024',
    '08.00–12.00 WIB',
    'IV. Peserta',
    'Diundang 450 unit kerja menurut daftar yang dibekukan Kamis, 27 Juni 2024, pukul 07.30 WIB.',
    'Terwakili 394 unit (87,5%): 293 hadir sendiri, 45 dihadiri Pj/Pjs/Plt/Plh, dan 56 diwakili.',
    'Tamu: 18 hadir dari 20 yang diundang, di luar hitungan.',
    'V. Narasumber dan Acara',
    'mewakili Plh. Sekretaris Daerah',
    'Rosmala Dewi, S.H. (Ketua Bawaslu Kabupaten Lahat)',
    'Auditor Kepegawaian, Kantor Regional VII BKN',
    'VI. Hasil',
    'dibacakan oleh Drs. Haryanto Saputra, M.Si., Sekretaris Daerah, pukul 09.15 WIB',
    'VII. Tindak Lanjut',
    'Sosialisasi, selama kampanye',
    '15 Oktober 2024',
    'belum selesai',
    'VIII. Dokumentasi',
    'Penandatanganan ikrar',
    'IX. Penutup',
    'Lahat, 28 Juni 2024',
    'Inspektur,',
    'Drs. H. Sukirman Jaya, M.Si.',
    'Pembina Utama Muda',
    'NIP/NRP ....',
  ]);
  expect(pdf.texts[0]).toMatch(/segel nomor 1, akar 1a2b3c4d 5e6f7089… Halaman 1\/\d/);
  await keepPages('laporan-kegiatan', pdf, [...pdf.texts.keys()]);
  pdf.close();
});

test('witnesses whose titles stand behind commas are kept apart by a word, and a figure begins no sentence', async () => {
  const witnesses = ['Hendra, S.H., M.M.', 'Indra, S.T.'].map((name) => ({ name, office: 'Saksi' }));
  const readings = reportMaterial([]).readings.map((reading) => ({ ...reading, witnesses }));
  const { whole } = await read([anInvitation('Dinas A', { signedDelegate: aSignature({ method: 'LINK' }) })], {
    readings,
  });
  expect(whole).toContain('disaksikan Hendra, S.H., M.M. dan Indra, S.T.; ');
  expect(whole).toContain('belum ikrar: 1 (1 di antaranya baru ditandatangani wakilnya).');
});

test('what nobody wrote and what did not happen is left out, and the parts are numbered as they come', async () => {
  const { letter: _, ...planned } = heldSession({ legalBases: [], agenda: [], state: 'OPEN' });
  const session = { ...planned, pledge: null };
  const report = {
    purpose: undefined,
    results: undefined,
    followUp: undefined,
    closing: undefined,
    version: 0,
    changedAt: null,
  };
  const changes = { session, report: report as never, photos: [], followUps: [], head: undefined, readings: [] };
  const { whole } = await read([{ ...anInvitation('Dinas A'), checkIn: aCheckIn() }], changes);
  inOrder(whole, [
    'LAPORAN KEGIATAN',
    'I. Waktu dan Tempat',
    'II. Peserta',
    'Belum hadir',
    'III. Narasumber dan Acara',
    'Lahat, ....',
  ]);
  for (const absent of ['Dasar', 'Maksud', 'Hasil', 'Tindak', 'Dokumentasi', 'Penutup', 'segel'])
    expect(whole).not.toContain(absent);
});

test('a law that was not in force on the day is not printed; NIP, phone and delegates’ letters are nowhere', async () => {
  const nip = '198001012005011001';
  const holder = { name: 'Sahabadi', acting: 'DEFINITIVE', nip, phone: '+6281234567890' } as never;
  const session = heldSession({ startsAt: '2020-06-27T01:00:00.000Z', letter });
  const { whole } = await read([{ ...anInvitation('Dinas A', { holder }), checkIn: aCheckIn() }], { session });
  expect(whole).not.toContain('Undang-Undang Nomor 20 Tahun 2023');
  expect(whole).not.toMatch(/1980|8123456/);
});

test('heads of region and Sekda sign without number and rank, acting or not (rule 10)', async () => {
  const signer = {
    office: 'Sekretaris Daerah',
    acting: 'PLH',
    name: 'Sukirman Jaya',
    titlesAfter: 'M.Si.',
    rank: 'Pembina',
  } as const;
  const { whole } = await read([], { report: { signer } });
  expect(whole).toMatch(/Plh\. Sekretaris Daerah, Sukirman Jaya, M\.Si\.$/);
});

test('the number of whoever signs stands below, where the register knows it', async () => {
  const { whole } = await read([], { signerNip: '196501011990031001' });
  expect(whole).toMatch(/Pembina Utama Muda NIP 19650101 199003 1 001$/);
});

test('photos stand two beside each other; eight of them, and captions of any length, stay on their sheets', async () => {
  const photos = Array.from({ length: 8 }, (_, index) => ({
    jpeg: widePhoto,
    caption: `Foto ${index + 1} ${'keterangan '.repeat(12)}`,
  }));
  const { pdf, whole } = await read(held470(), { photos });
  inOrder(
    whole,
    photos.map(({ caption }) => caption.slice(0, 18)),
  );
  // The sheet after the one that the photos begin on: two columns of coloured dots, and white between.
  const page = pdf.texts.findIndex((text) => text.includes('Foto 8'));
  const { data, width, height } = await pdf.render(page, 40);
  const coloured = (x: number): number => {
    let count = 0;
    for (let y = 0; y < height; y += 1) {
      const at = (y * width + x) * 4;
      const [r = 0, g = 0, b = 0] = data.slice(at, at + 3);
      count += Number(Math.max(r, g, b) - Math.min(r, g, b) > 25);
    }
    return count;
  };
  const [left, middle, right] = [0.3, 0.523, 0.72].map((share) => coloured(Math.round(width * share)));
  expect(left).toBeGreaterThan(20);
  expect(right).toBeGreaterThan(20);
  expect(middle).toBe(0);
  pdf.close();
});

test('the same undertaking of many units is one row; what was withdrawn is none', () => {
  const many = Array.from({ length: 9 }, (_, index) => aFollowUp({ id: `f${index}`, unitName: `Unit ${index}` }));
  const done = { on: '2024-10-01', note: '', at: '', by: '' };
  const list = undertakingsOf([
    ...many,
    aFollowUp({ done }),
    aFollowUp({ due: '2024-07-01', text: 'Lebih awal' }),
    aFollowUp({ withdrawn: { reason: 'Keliru', at: '', by: '' } }),
  ]);
  expect(list.map(({ due, followUps, done: count }) => [due, followUps.length, count])).toEqual([
    ['2024-07-01', 1, 0],
    ['2024-10-15', 10, 1],
  ]);
  expect(unitsNamed(many, 'Kabupaten Lahat')).toBe('Unit 0, Unit 1, Unit 2, Unit 3, Unit 4, dan 4 lainnya');
  const { unitName: _, ...wide } = aFollowUp();
  expect(unitsNamed([wide], 'Kabupaten Lahat')).toBe('Kabupaten Lahat');
  expect([1, 4, 8, 9, 14].map(roman)).toEqual(['I', 'IV', 'VIII', 'IX', 'XIV']);
});
