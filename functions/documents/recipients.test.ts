import { expect, test } from 'vitest';
import { anInvitation } from '../../test/support/fixtures.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { recipientsOf } from './recipients.ts';

const at = '2024-06-21T02:00:00.000Z';
const guest = (name: string, changes: Partial<Invitation> = {}): Invitation => {
  const { class: _, ...invitation } = anInvitation(name);
  return { ...invitation, kind: 'guest', ...changes };
};

const all = [
  guest('Tokoh Adat', { guestGroup: 'COMMUNITY' }),
  anInvitation('SD Negeri 10', { class: 'SD' }),
  anInvitation('SD Negeri 2', { class: 'SD' }),
  guest('Panitia', {}),
  anInvitation('Kecamatan Lahat', { class: 'KECAMATAN' }),
  anInvitation('Dinas Sosial'),
  anInvitation('Badan Keuangan'),
  guest('Kantor Pertanahan', { class: 'VERTICAL' }),
  guest('Polres', { class: 'GUEST_BODY' }),
  guest('Ditjen', { guestGroup: 'SPEAKER' }),
  anInvitation('Dinas Dicabut', { revokedAt: at }),
  guest('Masuk di pintu', { walkIn: true }),
];

const names = (query: Parameters<typeof recipientsOf>[1], size = 500) =>
  recipientsOf(all, query, size).invitations.map(({ name }) => name);

const units = ['Badan Keuangan', 'Dinas Sosial', 'Kecamatan Lahat', 'SD Negeri 2', 'SD Negeri 10'];
const guests = ['Polres', 'Kantor Pertanahan', 'Ditjen', 'Tokoh Adat', 'Panitia'];

test('units stand by class and by name as people count, then guests by group; revoked ones and walk-ins nowhere', () => {
  expect(names({})).toEqual([...units, ...guests]);
});

test('whatever order the table answers in', () => {
  expect(recipientsOf([...all].reverse(), {}, 500)).toEqual(recipientsOf(all, {}, 500));
});

test.each([
  [{ class: 'SD' }, ['SD Negeri 2', 'SD Negeri 10']],
  [{ guests: 'only' }, guests],
  [{ guests: 'without' }, units],
  [{ class: 'VERTICAL' }, ['Kantor Pertanahan']],
  [{ class: 'VERTICAL', guests: 'without' }, []],
  [{ class: 'DESA' }, []],
] as const)('%j', (query, expected) => {
  expect(names(query)).toEqual(expected);
});

test('a single one, in either case; not when it was revoked', () => {
  const [, , school] = all;
  expect(names({ invitation: school?.id.toUpperCase() })).toEqual(['SD Negeri 2']);
  expect(names({ invitation: all.at(-2)?.id })).toEqual([]);
});

test('parts hold all of them once and go on counting; beyond the last there is nobody', () => {
  const parts = [1, 2, 3, 4].map((part) => recipientsOf(all, { part }, 4));
  expect(parts.map(({ invitations, from, parts: count }) => [invitations.length, from, count])).toEqual([
    [4, 1, 3],
    [4, 5, 3],
    [2, 9, 3],
    [0, 13, 3],
  ]);
  expect(parts.flatMap(({ invitations }) => invitations.map(({ name }) => name))).toEqual([...units, ...guests]);
  expect(names({}, 4)).toEqual(units.slice(0, 4));
});
