import { expect, test } from 'vitest';
import { type Addressed, addressee, addressLines } from './addressee.ts';

const camat: Addressed = {
  kind: 'unit',
  class: 'KECAMATAN',
  name: 'Kecamatan Lahat',
  office: 'Camat Lahat',
  holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', acting: 'DEFINITIVE' },
};
const guest: Addressed = { kind: 'guest', name: 'Kapolres Lahat', office: 'Kapolres Lahat', holder: null };

test.each<[string, Addressed]>([
  ['Yth. Drs. H. Sahabadi, M.Si., Camat Lahat', camat],
  ['Yth. Rini Astuti, Plt. Camat Lahat', { ...camat, holder: { name: 'Rini Astuti', acting: 'PLT' } }],
  ['Yth. Suparno, Pj. Camat Lahat', { ...camat, holder: { name: 'Suparno', acting: 'PJ' } }],
  ['Yth. Camat Lahat', { ...camat, holder: null }],
  ['Yth. Kapolres Lahat', guest],
  ['Yth. Kapolres Lahat', { ...guest, name: 'Polres Lahat' }],
  ['Yth. Direktur, Ditjen Otonomi Daerah', { ...guest, name: 'Ditjen Otonomi Daerah', office: 'Direktur' }],
  // A unit of a class that is not counted: its office stands alone, as the register has it.
  ['Yth. Kepala Kejaksaan', { ...guest, class: 'VERTICAL', name: 'Kejari Lahat', office: 'Kepala Kejaksaan' }],
])('%s', (written, invited) => expect(addressee(invited)).toBe(written));

test('a letter has the person and the office on lines of their own', () => {
  expect(addressLines(camat)).toEqual({ person: 'Drs. H. Sahabadi, M.Si.', office: 'Camat Lahat' });
  expect(addressLines(guest)).toEqual({ office: 'Kapolres Lahat' });
});
