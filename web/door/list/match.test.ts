import { describe, expect, it } from 'vitest';
import { type Findable, find, makeRows, words } from './match.ts';

const row = (id: string, office: string, name: string, holder?: string, districtName?: string): Findable => ({
  id,
  office,
  name,
  holder: holder ? { name: holder } : null,
  districtName,
});

const rows = makeRows([
  row('sd1', 'Kepala SDN 1 Lahat', 'SD Negeri 1 Lahat', 'Nurhayati', 'Lahat'),
  row('sd12', 'Kepala SDN 12 Lahat', 'SD Negeri 12 Lahat', 'Sahabadi', 'Lahat'),
  row('camat', 'Camat Kikim Barat', 'Kecamatan Kikim Barat', "Ma'ruf Amin", 'Kikim Barat'),
  row('dinas', 'Kepala Dinas Sosial', 'Dinas Sosial', 'Siti Aminah'),
  row('kosong', 'Lurah Pasar Lama', 'Kelurahan Pasar Lama'),
]);
const ids = (query: string) => find(rows, query).map(({ id }) => id);

describe('words', () => {
  it('have no case, dots, accents or apostrophes', () => {
    expect(words("MA'RUF  Amîn")).toEqual(['maruf', 'amin']);
  });

  it('know the ways to write a state school', () => {
    for (const typed of ['SD Negeri 5', 'SDN 5', 'sdn5', 'S.D.N. 5', 'SD N 5', 'sd.negeri 5']) {
      expect(words(typed)).toEqual(['sdn', '5']);
    }
  });
});

describe('finding', () => {
  it('takes the beginnings of words, in any order', () => {
    expect(ids('kik cam')).toEqual(['camat']);
    expect(ids('amin')).toEqual(['camat', 'dinas']);
    expect(ids('sosial')).toEqual(['dinas']);
  });

  it('takes a number for itself', () => {
    expect(ids('sdn 1 lahat')).toEqual(['sd1']);
    expect(ids('SD Negeri 12')).toEqual(['sd12']);
    expect(ids('sdn 99')).toEqual([]);
  });

  it('leaves out the words that nobody has, such as titles', () => {
    expect(ids('Drs. H. Sahabadi, M.Si.')).toEqual(['sd12']);
    expect(ids('bu nurhayati')).toEqual(['sd1']);
  });

  it('finds offices without a holder', () => {
    expect(ids('lurah pasar')).toEqual(['kosong']);
  });

  it('finds nothing for nothing, and nobody for a stranger', () => {
    expect(ids('')).toEqual([]);
    expect(ids('a')).toEqual([]);
    expect(ids('xylophone')).toEqual([]);
  });
});
