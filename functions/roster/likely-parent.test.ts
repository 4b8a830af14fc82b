import { describe, expect, it } from 'vitest';
import { likelyParent } from './likely-parent.ts';
import type { UnitClassCode } from './unit-class.ts';

const unit = (id: string, unitClass: UnitClassCode, name: string, district?: string) => ({
  id,
  class: unitClass,
  name,
  district,
});
const register = [
  unit('pendidikan', 'OPD', 'Dinas Pendidikan dan Kebudayaan'),
  unit('kesehatan', 'OPD', 'Dinas Kesehatan'),
  unit('kependudukan', 'OPD', 'Dinas Kependudukan dan Pencatatan Sipil'),
  unit('lahat', 'KECAMATAN', 'Kecamatan Lahat', '16.04.10'),
  unit('jarai', 'KECAMATAN', 'Kecamatan Jarai', '16.04.06'),
];

describe('likelyParent', () => {
  it.each<[UnitClassCode, string, string | undefined, string | undefined]>([
    ['KELURAHAN', 'Kelurahan Pasar Lama', '16.04.10', 'lahat'],
    ['DESA', 'Desa Jarai', '16.04.06', 'jarai'],
    ['DESA', 'Desa tanpa kecamatan', undefined, undefined],
    ['SD', 'SD Negeri 1 Lahat', '16.04.10', 'pendidikan'],
    ['SMP', 'SMP Negeri 1 Lahat', undefined, 'pendidikan'],
    ['PUSKESMAS', 'Puskesmas Selawi', '16.04.10', 'kesehatan'],
    ['SMA', 'SMA Negeri 1 Lahat', '16.04.10', undefined],
    ['OPD', 'Dinas Sosial', undefined, undefined],
  ])('%s %s', (unitClass, name, district, parent) => {
    expect(likelyParent({ class: unitClass, name, district }, register)?.id).toBe(parent);
  });

  it('does not choose between two', () => {
    const two = [...register, unit('lain', 'OPD', 'DISDIKBUD')];
    expect(likelyParent({ class: 'SD', name: 'SD Negeri 1' }, two)).toBeUndefined();
    expect(likelyParent({ class: 'SD', name: 'SD Negeri 1' }, two.slice(1))?.id).toBe('lain');
  });
});
