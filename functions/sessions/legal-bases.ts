/**
 * The legal bases an organiser picks from: reference data with a version, never typed by hand (the press gets the numbers
 * wrong often). Sources: the acts themselves, as listed in the domain brief (marks: V verified, P press).
 */
import * as z from 'zod';

export const legalBasesVersion = '2024-11';

export const LegalBasis = z
  .object({
    id: z.string(),
    title: z.string(),
    /** What it is cited for. */
    use: z.string(),
    articles: z.string().optional(),
    inForceFrom: z.iso.date(),
    inForceTo: z.iso.date().nullable(),
    source: z.enum(['VERIFIED', 'PRESS']),
  })
  .meta({ id: 'LegalBasis' });
export type LegalBasis = z.infer<typeof LegalBasis>;

export const legalBases: readonly LegalBasis[] = [
  {
    id: 'uu-20-2023',
    title: 'Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara',
    use: 'Netralitas pegawai ASN',
    articles: 'Pasal 9 ayat (2), Pasal 24 ayat (1) huruf d',
    inForceFrom: '2023-10-31',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'uu-7-2017',
    title: 'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum',
    use: 'Larangan dan sanksi dalam kampanye Pemilu',
    articles: 'Pasal 280, 282, 283, 490, 494',
    inForceFrom: '2017-08-16',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'uu-10-2016',
    title: 'Undang-Undang Nomor 10 Tahun 2016 tentang Pemilihan Gubernur, Bupati, dan Wali Kota',
    use: 'Larangan dan sanksi dalam Pemilihan kepala daerah',
    articles: 'Pasal 70, 71, 188, 189',
    inForceFrom: '2016-07-01',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'pp-94-2021',
    title: 'Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil',
    use: 'Kewajiban, larangan, dan hukuman disiplin',
    articles: 'Pasal 5 huruf n, Pasal 8',
    inForceFrom: '2021-08-31',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'pp-53-2010',
    title: 'Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil',
    use: 'Disiplin PNS, digantikan oleh PP 94/2021',
    inForceFrom: '2010-06-06',
    inForceTo: '2021-08-31',
    source: 'VERIFIED',
  },
  {
    id: 'pp-42-2004',
    title: 'Peraturan Pemerintah Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps dan Kode Etik Pegawai Negeri Sipil',
    use: 'Kode etik PNS',
    inForceFrom: '2004-10-18',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'skb-netralitas-2022',
    title:
      'Keputusan Bersama MenPANRB Nomor 2 Tahun 2022, Mendagri Nomor 800-5474 Tahun 2022, BKN Nomor 246 Tahun 2022, KASN Nomor 30 Tahun 2022, dan Bawaslu Nomor 1447.1/PM.01/K.1/09/2022 tentang Pedoman Pembinaan dan Pengawasan Netralitas Pegawai ASN',
    use: 'Pedoman pembinaan dan pengawasan netralitas',
    inForceFrom: '2022-09-22',
    inForceTo: null,
    source: 'VERIFIED',
  },
  {
    id: 'se-menpanrb-1-2023',
    title: 'Surat Edaran MenPANRB Nomor 1 Tahun 2023 tentang netralitas pegawai non-ASN',
    use: 'Pegawai pemerintah non-ASN',
    inForceFrom: '2023-01-01',
    inForceTo: null,
    source: 'VERIFIED',
  },
];

const inForceOn = ({ inForceFrom, inForceTo }: LegalBasis, day: string): boolean =>
  inForceFrom <= day && (inForceTo === null || day < inForceTo);

/** Those of a list of ids that cannot be cited for a session on `day` (YYYY-MM-DD). */
export const notInForce = (ids: readonly string[], day: string): string[] => {
  const citable = new Set(legalBases.filter((basis) => inForceOn(basis, day)).map(({ id }) => id));
  return ids.filter((id) => !citable.has(id));
};

/** Why a list of ids cannot be cited for a session on `day` (YYYY-MM-DD): the place in the list and the reason. */
export const uncitable = (
  ids: readonly string[],
  day: string,
): { index: number; code: 'LEGAL_BASIS_UNKNOWN' | 'LEGAL_BASIS_NOT_IN_FORCE' } | undefined => {
  for (const [index, id] of ids.entries()) {
    const basis = legalBases.find((entry) => entry.id === id);
    if (!basis) return { index, code: 'LEGAL_BASIS_UNKNOWN' };
    if (!inForceOn(basis, day)) return { index, code: 'LEGAL_BASIS_NOT_IN_FORCE' };
  }
  return undefined;
};
