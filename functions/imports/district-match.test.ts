import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regions } from '../regions/regions.ts';
import { matchDistrict } from './district-match.ts';

const lahat = regions.districtsOf('16.04');
const nameOf = (text: string): string | undefined => matchDistrict(text, lahat)?.name;

describe('matchDistrict', () => {
  it.each([
    ['Lahat', 'Lahat'],
    ['LAHAT', 'Lahat'],
    ['Kec. Lahat', 'Lahat'],
    ['KECAMATAN MERAPI BARAT', 'Merapi Barat'],
    ['Pulau Pinang', 'Pulaupinang'],
    ['Tanjung-Tebat', 'Tanjungtebat'],
    ['16.04.10', 'Lahat'],
  ])('%s is %s, exactly', (text, name) => {
    expect(matchDistrict(text, lahat)).toMatchObject({ name, exact: true });
  });

  it.each([
    ['Kikim Selatn', 'Kikim Selatan'],
    ['Merapi Brat', 'Merapi Barat'],
    ['Jarei', 'Jarai'],
  ])('%s is %s, corrected', (text, name) => {
    expect(matchDistrict(text, lahat)).toMatchObject({ name, exact: false });
  });

  it.each(['', 'Palembang', 'Merapi', 'Kikim', 'Kikim Utara', 'Lahat 2', 'x'])('%j is none of them', (text) => {
    expect(matchDistrict(text, lahat)).toBeUndefined();
  });

  it('does not choose between two that are equally near', () => {
    expect(nameOf('Tanjung Sakti Pumu')).toBe('Tanjungsakti Pumu');
    expect(nameOf('Tanjung Sakti Pumi')).toBe('Tanjung Sakti Pumi');
    expect(nameOf('Tanjung Sakti Pumo')).toBeUndefined();
  });

  it('never takes one number for another', () => {
    const numbered = ['Ilir Timur I', 'Ilir Timur II', 'Ilir Barat I'].map((name, index) => ({
      code: `16.71.0${index}`,
      name,
    }));
    expect(matchDistrict('ILIR TIMUR 2', numbered)).toMatchObject({ name: 'Ilir Timur II', exact: true });
    expect(matchDistrict('Ilir Timur III', numbered)).toBeUndefined();
  });

  it('finds every district of the country by its own name', () => {
    for (const { code } of regions.regencies().filter((region) => region.code.length === 5)) {
      const districts = regions.districtsOf(code);
      for (const district of districts) {
        const found = matchDistrict(`KEC. ${district.name.toUpperCase()}`, districts);
        if (found?.code !== district.code) expect.fail(`${district.code} ${district.name} is taken for ${found?.name}`);
      }
    }
  });

  it('still finds a long name, unlike the others, after one random edit', () => {
    const unlike = lahat.filter(({ name }) => name.length >= 8 && !/^Tanjung/.test(name));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.constantFrom(...unlike),
        fc.nat(),
        letter,
        fc.constantFrom('drop', 'add', 'change'),
        (district, place, char, edit) => {
          const at = place % district.name.length;
          const rest = district.name.slice(edit === 'add' ? at : at + 1);
          const text = district.name.slice(0, at) + (edit === 'drop' ? '' : char) + rest;
          expect(matchDistrict(text, lahat)?.code).toBe(district.code);
        },
      ),
    );
  });
});
