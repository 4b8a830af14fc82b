import { expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession } from '../../test/support/fixtures.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { makeUpOf, makeUpTitle, owing } from './make-up-rules.ts';

const signedHolder = { at: '2024-06-27T02:00:00.000Z', hash: 'a', method: 'LINK', nonce: 'nonce-0001' } as const;
const invitations: Record<string, Invitation> = {
  absent: anInvitation('absent'),
  came: anInvitation('came', { checkIn: aCheckIn() }),
  cameAndSigned: anInvitation('cameAndSigned', { checkIn: aCheckIn(), signedHolder }),
  signedByLink: anInvitation('signedByLink', { signedHolder }),
  delegated: anInvitation('delegated', { checkIn: aCheckIn({ who: 'delegate' }) }),
  online: anInvitation('online', { checkIn: aCheckIn({ mode: 'ONLINE' }), signedHolder }),
  owesNone: anInvitation('owesNone', { class: 'BUMD' }),
  revokedAfterwards: anInvitation('revokedAfterwards', { revokedAt: '2024-06-27T02:00:00.000Z' }),
  addedAfterwards: anInvitation('addedAfterwards'),
  guest: anInvitation('guest', { kind: 'guest' }),
};
const named = (names: string[]) => names.map((name) => (invitations[name] as Invitation).id).sort();
const frozen = new Set(named(Object.keys(invitations).filter((name) => !/^(added|guest)/.test(name))));
const idsFor = (whom: 'MISSING' | 'NOT_PLEDGED' | 'EITHER') =>
  owing(Object.values(invitations), frozen, aSession(), whom)
    .map(({ invitation }) => invitation.id)
    .sort();

test('who was not there: nobody stood there, or by video only; nobody whom the frozen roster does not hold', () => {
  expect(idsFor('MISSING')).toEqual(named(['absent', 'signedByLink', 'online', 'owesNone', 'revokedAfterwards']));
});
test('rule 3: who sent a delegate has not pledged; who owes none is not asked for one', () => {
  expect(idsFor('NOT_PLEDGED')).toEqual(named(['absent', 'came', 'delegated', 'revokedAfterwards']));
});
test('either is the union', () => {
  expect(idsFor('EITHER')).toEqual([...new Set([...idsFor('MISSING'), ...idsFor('NOT_PLEDGED')])].sort());
});

test('without a pledge nobody owes one', () => {
  const found = owing(Object.values(invitations), frozen, { pledge: null }, 'NOT_PLEDGED');
  expect(found).toEqual([]);
});

test('the title says what it is, once, and is never too long', () => {
  expect(makeUpTitle('Rapat koordinasi')).toBe('Susulan: Rapat koordinasi');
  expect(makeUpTitle('Susulan: Rapat koordinasi')).toBe('Susulan: Rapat koordinasi');
  const long = makeUpTitle(`${'netralitas '.repeat(14)}aparatur`);
  expect(long.length).toBeLessThanOrEqual(160);
  expect(long).toMatch(/^Susulan: netralitas .* netralitas…$/);
  expect(makeUpTitle('x'.repeat(160))).toHaveLength(160);
});

test('the plan on its new day: no waves, the pledge kept, the classes that are asked; not a copy, but a make-up', () => {
  const source = aSession({
    state: 'CLOSED',
    closedAt: '2024-06-27T05:00:00.000Z',
    copiedFrom: 'aaaaaaaaaa',
    waves: [{ id: 'pagi', label: 'Pagi', startsAt: '2024-06-27T01:00:00.000Z', endsAt: '2024-06-27T03:00:00.000Z' }],
  });
  const request = { for: 'EITHER', startsAt: '2024-07-04T02:00:00.000Z' } as const;
  const facts = { id: 'bbbbbbbbbb', zone: 'WIB', regionName: 'Lahat', classes: ['SD', 'OPD', 'SD'] } as const;
  const session = makeUpOf(source, request, facts);
  expect(session).toMatchObject({
    id: 'bbbbbbbbbb',
    state: 'DRAFT',
    title: `Susulan: ${source.title}`,
    startsAt: '2024-07-04T02:00:00.000Z',
    endsAt: '2024-07-04T06:00:00.000Z',
    makesUpFor: source.id,
    waves: [],
    classes: ['OPD', 'SD'],
    pledge: source.pledge,
    venue: source.venue,
    closedAt: null,
  });
  expect('copiedFrom' in session).toBe(false);
  const venue = { name: 'Aula', region: '16.04' };
  expect(
    makeUpOf(source, { ...request, venue, title: 'Kedua' }, { ...facts, regionName: 'Kabupaten Lahat' }),
  ).toMatchObject({ title: 'Kedua', venue: { ...venue, regionName: 'Kabupaten Lahat' } });
});
