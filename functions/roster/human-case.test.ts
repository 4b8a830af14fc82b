import { describe, expect, it } from 'vitest';
import { humanUnitName } from './human-case.ts';

describe('humanUnitName', () => {
  it.each([
    ['SD NEGERI 1 LAHAT', 'SD Negeri 1 Lahat'],
    ['RSUD LAHAT', 'RSUD Lahat'],
    ['DINAS PEMBERDAYAAN MASYARAKAT DAN DESA', 'Dinas Pemberdayaan Masyarakat dan Desa'],
    ['BKPSDM', 'BKPSDM'],
    ['BADAN PERENCANAAN (BAPPEDA)', 'Badan Perencanaan (Bappeda)'],
    ['UPTD PUSKESMAS ILIR TIMUR II', 'UPTD Puskesmas Ilir Timur II'],
    ['SEKRETARIAT DPRD', 'Sekretariat DPRD'],
    ['DINAS KOPERASI, UKM DAN PERDAGANGAN', 'Dinas Koperasi, UKM dan Perdagangan'],
    ['DINAS PENGENDALIAN PENDUDUK DAN KB', 'Dinas Pengendalian Penduduk dan KB'],
    ['DP3A', 'DP3A'],
    ["SMP NEGERI 3 ULU MA'U", "SMP Negeri 3 Ulu Ma'u"],
    ['sd negeri 1 lahat', 'SD Negeri 1 Lahat'],
    ['SDN 1 Lahat', 'SDN 1 Lahat'],
    ['dinas Kesehatan', 'dinas Kesehatan'],
  ])('%s -> %s', (typed, shown) => {
    expect(humanUnitName(typed)).toBe(shown);
  });

  it('changes nothing more the second time', () => {
    const once = humanUnitName('KECAMATAN MERAPI BARAT');
    expect(humanUnitName(once)).toBe(once);
  });
});
