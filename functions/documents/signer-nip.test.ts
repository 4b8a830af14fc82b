import { expect, test } from 'vitest';
import { aUnit } from '../../test/support/fixtures.ts';
import { signerNip } from './signer-nip.ts';

const nip = '196908171994031008';
const holder = { name: 'Bahrum Siregar', acting: 'DEFINITIVE' as const, nip };
const units = [aUnit('Inspektorat', { office: 'Inspektur', holder }), aUnit('SD Negeri 1')];
const signedBy = (office: string, name = 'BAHRUM  SIREGAR'): string | null =>
  signerNip({ office, acting: 'DEFINITIVE', name }, units, 'Kabupaten Lahat');

test.each(['Inspektur', ' inspektur ', 'Inspektur Kabupaten Lahat'])(
  'who holds the office in the register: %s',
  (office) => {
    expect(signedBy(office)).toBe(nip);
  },
);

test('a namesake in another office, another person in the office, or nobody: to be filled in by hand', () => {
  expect(signedBy('Sekretaris Inspektorat')).toBeNull();
  expect(signedBy('Inspektur Kota Palembang')).toBeNull();
  expect(signedBy('Inspektur', 'Bahrum')).toBeNull();
  expect(signerNip({ office: 'Inspektur', acting: 'DEFINITIVE' }, units, 'Kabupaten Lahat')).toBeNull();
  expect(signerNip(undefined, units, 'Kabupaten Lahat')).toBeNull();
});
