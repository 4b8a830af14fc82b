import { describe, expect, test } from 'vitest';
import { unitClasses } from '../roster/unit-class.ts';
import { eligibleClasses, notEligible, sameEligibility } from './eligibility-rules.ts';
import { officialTexts } from './official-texts.ts';
import { canonicalText, fillIn, textHash } from './pledge-rules.ts';

const counted = unitClasses.filter((entry) => entry.counted).map(({ code }) => code);

describe('whose pledge a text is', () => {
  test('a text that says nothing is for every class that counts', () => {
    expect(eligibleClasses({})).toEqual(counted);
  });

  test('of the classes it names, for civil servants only where it says so', () => {
    const classes = ['DESA', 'OPD', 'BUMD', 'SD', 'VERTICAL'] as const;
    expect(eligibleClasses({ eligibility: { classes: [...classes], staff: 'ASN' } })).toEqual(['OPD', 'SD']);
    expect(eligibleClasses({ eligibility: { classes: [...classes], staff: 'ASN_AND_NON_ASN' } })).toEqual([
      'OPD',
      'DESA',
      'SD',
      'BUMD',
    ]);
  });

  test('which of the classes that are to owe it may not', () => {
    const text = { eligibility: { classes: ['OPD' as const, 'DESA' as const], staff: 'ASN' as const } };
    expect(notEligible(text, ['OPD'])).toEqual([]);
    expect(notEligible(text, ['DESA', 'OPD', 'SD'])).toEqual(['DESA', 'SD']);
  });

  test('two say the same in whatever order', () => {
    const of = (staff: 'ASN' | 'ASN_AND_NON_ASN', ...classes: ('OPD' | 'SD')[]) => ({
      eligibility: { classes, staff },
    });
    expect(sameEligibility(of('ASN', 'OPD', 'SD'), of('ASN', 'SD', 'OPD', 'SD'))).toBe(true);
    expect(sameEligibility(of('ASN', 'OPD'), of('ASN_AND_NON_ASN', 'OPD'))).toBe(false);
    expect(sameEligibility(of('ASN', 'OPD'), {})).toBe(false);
    expect(sameEligibility({}, {})).toBe(true);
  });
});

describe('the wordings that come with the product', () => {
  const [ikrar, pakta] = officialTexts.map(({ text }) => text);
  if (!ikrar || !pakta) throw new Error('there are two');

  test('the ikrar of 2024 is worded as the regencies read it', () => {
    const filled = fillIn(ikrar, {
      instance: 'Pemerintah Kabupaten Lahat',
      election: 'Pemilu dan Pemilihan',
      year: '2024',
    });
    expect(canonicalText(filled).split('\n').slice(1)).toEqual([
      'Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024 kami berikrar:',
      '1. Menjaga dan menegakkan prinsip netralitas Pegawai ASN di instansi masing-masing dalam melaksanakan fungsi pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan Pemilu dan Pemilihan Tahun 2024.',
      '2. Menghindari konflik kepentingan, tidak melakukan praktik-praktik intimidasi dan ancaman kepada Pegawai ASN dan seluruh elemen masyarakat serta tidak memihak kepada pasangan calon tertentu.',
      '3. Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong.',
      '4. Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.',
      'Demikian ikrar ini kami buat dan dilaksanakan dengan penuh integritas dan rasa tanggung jawab dalam rangka mewujudkan netralitas pegawai ASN yang bermartabat, beretika dan demokratis demi terwujudnya persatuan dan kesatuan NKRI.',
    ]);
  });

  test('each names its source and whose it is: the ikrar civil servants’, the pakta others’ too', () => {
    expect(eligibleClasses(ikrar)).toEqual(counted.filter((code) => code !== 'DESA' && code !== 'BUMD'));
    expect(eligibleClasses(pakta)).toEqual(counted);
    for (const { source } of [ikrar, pakta]) expect(source?.length).toBeGreaterThan(20);
    expect(pakta.points.map((point) => point.split(' ')[0])).toEqual(Array.from({ length: 7 }, () => 'Tidak'));
  });

  test('whose it is does not change the hash', () => {
    const { eligibility: _, source: __, ...bare } = ikrar;
    expect(textHash(bare)).toBe(textHash(ikrar));
  });
});
