import { describe, expect, it } from 'vitest';
import { unitClasses } from '../../../../functions/roster/unit-class.ts';
import { countByClass, districtsOf, guestClasses, unitsMeant } from './whom.ts';

const units = [
  { id: 'dinas', class: 'OPD' },
  { id: 'sd-lahat', class: 'SD', district: '16.04.01', districtName: 'Lahat' },
  { id: 'sd-kikim', class: 'SD', district: '16.04.02', districtName: 'Kikim Timur' },
  { id: 'smp-lahat', class: 'SMP', district: '16.04.01', districtName: 'Lahat' },
] as const;

const ids = (classes: string[], districts: string[] = []) =>
  unitsMeant(units, { classes, districts }).map((unit) => unit.id);

describe('whom a choice means', () => {
  it('is every unit of the classes, everywhere', () => {
    expect(ids(['SD', 'OPD'])).toEqual(['dinas', 'sd-lahat', 'sd-kikim']);
  });

  it('is narrowed by districts, which leaves out units that lie in none', () => {
    expect(ids(['OPD', 'SD', 'SMP'], ['16.04.01'])).toEqual(['sd-lahat', 'smp-lahat']);
  });

  it('is nobody without a class: a district alone is not taken for all of it', () => {
    expect(ids([], ['16.04.01'])).toEqual([]);
  });
});

describe('what the register has', () => {
  it('is counted by class and by district, districts by name', () => {
    expect([...countByClass(units)]).toEqual([
      ['OPD', 1],
      ['SD', 2],
      ['SMP', 1],
    ]);
    expect(districtsOf(units)).toEqual([
      { code: '16.04.02', name: 'Kikim Timur', units: 1 },
      { code: '16.04.01', name: 'Lahat', units: 2 },
    ]);
  });

  it('knows the classes that are invited as guests as the API does', () => {
    expect(guestClasses).toEqual(unitClasses.filter(({ counted }) => !counted).map(({ code }) => code));
  });
});
