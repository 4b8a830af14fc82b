/** A nil statement as a paper, read by PDFium. */
import { expect, test } from 'vitest';
import { nilPaperOf } from '../../functions/documents/nil-paper.ts';
import type { NilStatement } from '../../functions/nil-statements/nil-statement-schema.ts';
import { lahat } from '../support/fixtures.ts';
import { materialOf } from './paper-fixtures.ts';
import { keepPages, readPdf } from './read-pdf.ts';

const aStatement = (changes: Partial<NilStatement> = {}): NilStatement => ({
  id: 'aaaaaaaa',
  regency: lahat,
  state: 'DRAFT',
  createdAt: '2024-11-01T02:00:00.000Z',
  createdBy: 'rina',
  version: 1,
  number: '700/88/INSPEKTORAT/2024',
  from: '2024-10-01',
  to: '2024-10-31',
  subject: 'pelanggaran netralitas ASN pada tahapan kampanye',
  source: 'Inspektorat, register pengaduan tahun 2024',
  note: 'Dua pengaduan diperiksa dan tidak terbukti.',
  place: 'Lahat',
  dated: '2024-11-02',
  signer: {
    office: 'Inspektur',
    acting: 'PLT',
    name: 'Sukirman Jaya',
    titlesBefore: 'Drs. H.',
    titlesAfter: 'M.Si.',
    rank: 'Pembina Utama Muda',
    nip: '198001012005011001',
  },
  ...changes,
});

const textOf = async (changes: Partial<NilStatement> = {}): Promise<string> => {
  const regency = { ...materialOf([]).regency, zone: 'WIB' } as const;
  const bytes = await nilPaperOf({ regency, statement: aStatement(changes), at: new Date('2024-11-02T02:00:00Z') });
  const pdf = await readPdf(bytes);
  const text = pdf.texts.join(' ');
  pdf.close();
  return text;
};

test('composed of subject, period, source and note; dated and signed with number and rank', async () => {
  expect(await textOf()).toMatch(
    new RegExp(
      [
        'INSPEKTORAT',
        'PERNYATAAN NIHIL',
        'Nomor: 700/88/INSPEKTORAT/2024',
        'Yang bertanda tangan di bawah ini, Drs\\. H\\. Sukirman Jaya, M\\.Si\\., Plt\\. Inspektur, menyatakan bahwa pada periode 1 Oktober 2024 sampai dengan 31 Oktober 2024 di lingkungan Pemerintah Kabupaten Lahat tidak ditemukan pelanggaran netralitas ASN pada tahapan kampanye \\(NIHIL\\)\\.',
        'Pernyataan ini didasarkan pada: Inspektorat, register pengaduan tahun 2024\\.',
        'Dua pengaduan diperiksa dan tidak terbukti\\.',
        'Lahat, 2 November 2024',
        'Plt\\. Inspektur,',
        'Drs\\. H\\. Sukirman Jaya, M\\.Si\\.',
        'Pembina Utama Muda',
        'NIP 19800101 200501 1 001',
        'Tidak berlaku tanpa tanda tangan\\.',
        'Dicetak Sabtu, 2 November 2024, pukul 09\\.00 WIB',
      ].join('.*'),
    ),
  );
});

test('once signed it is no draft, and says how it was signed; once withdrawn it says so', async () => {
  const by = { at: '2024-11-03T02:00:00.000Z', by: 'rina' };
  const signed = { on: '2024-11-03', method: 'CERTIFIED' as const, reference: 'BSrE 123', ...by };
  const text = await textOf({ state: 'SIGNED', signed });
  expect(text).not.toMatch(/tanpa tanda tangan|DICABUT/);
  expect(text).toContain(
    'Tercatat ditandatangani 3 November 2024 dengan tanda tangan elektronik tersertifikasi (rujukan: BSrE 123).',
  );
  expect(await textOf({ state: 'WITHDRAWN', signed, withdrawn: { reason: 'Ada temuan baru', ...by } })).toContain(
    'DICABUT: Ada temuan baru',
  );
});

test('a head of region signs without number and rank; one day is a day; a number that is not there is dotted', async () => {
  const signer = {
    office: 'Bupati Lahat',
    acting: 'PJ',
    name: 'Imam Pasli',
    rank: 'Pembina Utama',
    nip: '198001012005011001',
  } as const;
  const { number: _, note: __, ...plain } = aStatement({ signer, from: '2024-10-31' });
  const regency = { ...materialOf([]).regency, zone: 'WIB' } as const;
  const pdf = await readPdf(await nilPaperOf({ regency, statement: plain, at: new Date('2024-11-02T02:00:00Z') }));
  const text = pdf.texts.join(' ');
  expect(text).toMatch(/Nomor: \.{10}/);
  expect(text).toContain('pada tanggal 31 Oktober 2024');
  expect(text).toMatch(/Pj\. Bupati Lahat, Imam Pasli Tidak berlaku tanpa tanda tangan\. Dicetak/);
  await keepPages('pernyataan-nihil', pdf);
  pdf.close();
});
