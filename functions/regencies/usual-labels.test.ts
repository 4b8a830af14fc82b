import { describe, expect, it } from 'vitest';
import { headOfDistrict, labelOfClass, usualLabels } from './usual-labels.ts';

describe('usualLabels', () => {
  it.each([
    ['16.04', 'Kecamatan', 'Desa'],
    ['18.13', 'Kecamatan', 'Pekon'],
    ['18.01', 'Kecamatan', 'Desa'],
    ['18.12', 'Kecamatan', 'Tiyuh'],
    ['13.01', 'Kecamatan', 'Nagari'],
    ['13.09', 'Kecamatan', 'Desa'],
    ['11.06', 'Kecamatan', 'Gampong'],
    ['11.02', 'Kecamatan', 'Kute'],
    ['34.04', 'Kapanewon', 'Kalurahan'],
    ['34.71', 'Kemantren', 'Kelurahan'],
    ['73.26', 'Kecamatan', 'Lembang'],
    ['95.03', 'Distrik', 'Kampung'],
    ['91', 'Distrik', 'Kampung'],
  ])('%s has %s and %s', (regency, district, village) => {
    expect(usualLabels(regency)).toEqual({ district, village });
  });
});

describe('headOfDistrict', () => {
  it('is known for the labels that are proposed', () => {
    expect(['16.04', '95.03', '34.04', '34.71'].map((code) => headOfDistrict(usualLabels(code).district))).toEqual([
      'Camat',
      'Kepala Distrik',
      'Panewu',
      'Mantri Pamong Praja',
    ]);
    expect(headOfDistrict('constructor')).toBeUndefined();
  });
});

describe('labelOfClass', () => {
  const labels = { district: 'Distrik', village: 'Desa', classes: { OPD: 'OPD', DESA: 'Kampung' } };

  it('is the label of the class, else that of districts or villages, else none', () => {
    expect(labelOfClass(labels, 'OPD')).toBe('OPD');
    expect(labelOfClass(labels, 'DESA')).toBe('Kampung');
    expect(labelOfClass(labels, 'KECAMATAN')).toBe('Distrik');
    expect(labelOfClass(labels, 'SD')).toBeUndefined();
    expect(labelOfClass({ district: 'Kecamatan', village: 'Desa' }, 'DESA')).toBeUndefined();
    expect(labelOfClass({ district: 'Kecamatan', village: 'Pekon' }, 'DESA')).toBe('Pekon');
  });
});
