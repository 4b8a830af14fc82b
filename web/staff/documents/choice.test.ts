import { expect, test } from 'vitest';
import { cameFor, certificatesFor, chosenOf, classesIn, fileName, queryOf } from './choice.ts';

const unit = (unitClass: 'OPD' | 'SD', changes = {}) => ({
  kind: 'unit' as const,
  class: unitClass,
  revoked: false,
  walkIn: undefined,
  ...changes,
});
const guest = { kind: 'guest' as const, class: 'VERTICAL' as const, revoked: false, walkIn: undefined };
const all = [
  unit('SD'),
  unit('OPD'),
  unit('OPD', { revoked: true }),
  guest,
  { ...guest, class: undefined },
  { ...guest, walkIn: true },
];

test('only who gets a paper is counted, and only classes that are there are offered', () => {
  expect((['', 'units', 'guests', 'OPD', 'VERTICAL', 'DESA'] as const).map((choice) => chosenOf(all, choice))).toEqual([
    4, 2, 2, 1, 1, 0,
  ]);
  expect(classesIn(all)).toEqual(['OPD', 'SD', 'VERTICAL']);
});

test('the API is asked for the choice, and for a part beyond the first', () => {
  expect([queryOf('', 1), queryOf('units', 1), queryOf('guests', 2), queryOf('SD', 3)]).toEqual([
    {},
    { guests: 'without' },
    { guests: 'only', part: '2' },
    { class: 'SD', part: '3' },
  ]);
});

test('files are named so that they can be told apart', () => {
  expect(fileName('kartu-qr', '2024-06-27', 'SD', 2, 3)).toBe('kartu-qr-2024-06-27-sd-bagian-2.pdf');
  expect(fileName('surat-undangan', '2024-06-27', '', 1, 1)).toBe('surat-undangan-2024-06-27.pdf');
  expect(fileName('lampiran', '2024-06-27', 'GUEST_BODY', 1, 1)).toBe('lampiran-2024-06-27-guest-body.pdf');
});

test('who came is counted whoever they are; of certificates the least and the most there can be', () => {
  const checkIn = (who: 'holder' | 'delegate') =>
    ({ who }) as NonNullable<Parameters<typeof cameFor>[0][number]['checkIn']>;
  const of = (changes: object) => ({
    kind: 'unit' as const,
    class: 'OPD' as const,
    pledge: { status: 'NOT_YET' as const },
    ...changes,
  });
  const recorded = [
    of({ checkIn: checkIn('holder') }),
    of({ checkIn: checkIn('delegate'), pledge: { status: 'SIGNED', signedAt: 'x' } }),
    of({ pledge: { status: 'NOT_YET', witnessedAt: 'x' } }),
    of({ class: 'SD' }),
  ];
  expect(cameFor(recorded, '')).toBe(2);
  expect(certificatesFor(recorded, '')).toEqual({ count: 4, most: 5 });
  expect(certificatesFor(recorded, 'SD')).toEqual({ count: 0, most: 0 });
  expect(fileName('rekap', '2024-06-27', '', 1, 1, 'xlsx')).toBe('rekap-2024-06-27.xlsx');
});
