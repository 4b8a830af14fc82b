import { expect, it } from 'vitest';
import { matchWitnesses } from './witnesses.ts';

const invited = (id: string, name: string, office: string, revoked = false) => ({
  id,
  office,
  revoked,
  holder: { name, acting: 'DEFINITIVE' as const },
});
const list = [
  invited('a', 'Siti Aminah', 'Inspektur'),
  invited('b', 'Rudi Hartono', 'Kepala SDN 4'),
  invited('c', 'Rudi Hartono', 'Camat Merapi'),
  invited('d', 'Budi Santoso', 'Sekretaris Daerah', true),
];
const match = (name: string, office: string) =>
  matchWitnesses([{ name, office }], list as never).invited.map(({ id }) => id);

it('finds a witness by name without titles and case', () => {
  expect(match('Dr. SITI AMINAH, M.Si.', 'Inspektur Daerah')).toEqual(['a']);
});

it('tells two of one name apart by office', () => {
  expect(match('Rudi Hartono', 'camat merapi')).toEqual(['c']);
});

it('names whoever is not invited, or no longer', () => {
  const named = [
    { name: 'Budi Santoso', office: 'Sekretaris Daerah' },
    { name: 'Siti Aminah', office: 'Inspektur' },
    { name: 'Siti Aminah', office: 'Inspektur' },
  ];
  const { invited: found, strangers } = matchWitnesses(named, list as never);
  expect([found.map(({ id }) => id), strangers]).toEqual([['a'], ['Budi Santoso']]);
});
