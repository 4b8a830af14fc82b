import { describe, expect, test } from 'vitest';
import { classesOf, figuresOf, hasMoved, isInState, orderOf, owedNow, stateOf } from './follow-up-rules.ts';
import type { FollowUp } from './follow-up-schema.ts';

const today = '2024-06-20';
const aFollowUp = (changes: Partial<FollowUp> = {}): FollowUp => ({
  id: 'aaaaaaaa',
  regency: '16.04',
  unit: 'bbbbbbbb',
  unitName: 'Kecamatan Lahat',
  class: 'KECAMATAN',
  kind: 'OUTREACH',
  phase: 'BEFORE',
  text: 'Sosialisasi kepada staf',
  due: '2024-06-25',
  createdAt: '2024-06-01T02:00:00.000Z',
  createdBy: 'rina',
  version: 1,
  ...changes,
});
const done = { on: '2024-06-19', note: 'Sudah', at: '2024-06-19T02:00:00.000Z', by: 'rina' };
const withdrawn = { reason: 'Salah unit', at: '2024-06-19T02:00:00.000Z', by: 'rina' };

test('classes: each once, in protocol order; the regency as a whole is of none', () => {
  const { class: _, ...ofRegency } = aFollowUp();
  const all = [aFollowUp({ class: 'SD' }), aFollowUp({ class: 'OPD' }), ofRegency, aFollowUp({ class: 'SD' })];
  expect(classesOf(all)).toEqual(['OPD', 'SD']);
});

test.each([
  ['2024-06-19', 'OVERDUE'],
  ['2024-06-20', 'SOON'],
  ['2024-06-27', 'SOON'],
  ['2024-06-28', 'LATER'],
])('due on %s, seen on the 20th: %s', (due, state) => expect(stateOf(aFollowUp({ due }), today)).toBe(state));

test('what is done or withdrawn is not overdue, however long ago it was due', () => {
  expect(stateOf(aFollowUp({ due: '2020-01-01', done }), today)).toBe('DONE');
  expect(stateOf(aFollowUp({ due: '2020-01-01', withdrawn }), today)).toBe('WITHDRAWN');
});

test('seven days reach over the end of a month and of a year', () => {
  expect(stateOf(aFollowUp({ due: '2025-01-04' }), '2024-12-28')).toBe('SOON');
  expect(stateOf(aFollowUp({ due: '2025-01-05' }), '2024-12-28')).toBe('LATER');
  expect(stateOf(aFollowUp({ due: '2024-03-01' }), '2024-02-23')).toBe('SOON');
});

test('without a state asked for, all that is open; every state by its name; and all', () => {
  const states = ['OVERDUE', 'SOON', 'LATER', 'DONE', 'WITHDRAWN'] as const;
  expect(states.filter((state) => isInState(state, undefined))).toEqual(['OVERDUE', 'SOON', 'LATER']);
  for (const asked of states) expect(states.filter((state) => isInState(state, asked))).toEqual([asked]);
  expect(states.filter((state) => isInState(state, 'ALL'))).toEqual([...states]);
  expect(figuresOf(['OVERDUE', 'DONE', 'DONE', 'LATER'])).toEqual({
    overdue: 1,
    soon: 0,
    later: 1,
    done: 2,
    withdrawn: 0,
  });
});

test('by due day, then by the name of the unit; a cursor of the longest name is short enough', () => {
  const orders = [
    aFollowUp({ due: '2024-06-25', unitName: 'B' }),
    aFollowUp({ due: '2024-06-24', unitName: 'C' }),
    aFollowUp({ due: '2024-06-25', unitName: 'A' }),
  ].map(orderOf);
  expect(orders.sort().map((order) => order.slice(0, 12))).toEqual(['2024-06-24 C', '2024-06-25 A', '2024-06-25 B']);
  const schools = ['SDN 10', 'SDN 9', 'SDN 2'].map((unitName) => ({ ...aFollowUp(), unitName }));
  const byName = schools.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).map(({ unitName }) => unitName);
  expect(byName).toEqual(['SDN 2', 'SDN 9', 'SDN 10']);
  const long = orderOf(aFollowUp({ unitName: '’'.repeat(120) }));
  expect(Buffer.from(long).toString('base64url').length).toBeLessThanOrEqual(200);
});

describe('a repeated move', () => {
  const move = { move: 'done', version: 1, on: done.on, note: done.note } as const;

  test('is told by the version after it and what it left behind', () => {
    expect(hasMoved(aFollowUp({ version: 2, done }), move)).toBe(true);
    expect(hasMoved(aFollowUp({ version: 2, withdrawn }), { move: 'withdraw', version: 1, reason: 'Salah unit' })).toBe(
      true,
    );
    expect(hasMoved(aFollowUp({ version: 3 }), { move: 'reopen', version: 2 })).toBe(true);
  });

  test('is none after another note, another move, or once more has happened', () => {
    expect(hasMoved(aFollowUp({ version: 2, done: { ...done, note: 'Lain' } }), move)).toBe(false);
    expect(hasMoved(aFollowUp({ version: 2, withdrawn }), move)).toBe(false);
    expect(hasMoved(aFollowUp({ version: 3 }), move)).toBe(false);
    expect(hasMoved(aFollowUp({ version: 4, done }), move)).toBe(false);
    expect(hasMoved(aFollowUp({ version: 2, done }), { move: 'reopen', version: 1 })).toBe(false);
  });
});

test('reminded is each unit once with all that presses it, whoever is latest first; the regency as a whole is one', () => {
  const of = (id: string, unit: string | undefined, due: string, changes: Partial<FollowUp> = {}) => {
    const { unit: _, unitName: __, ...rest } = aFollowUp({ id, due, ...changes });
    return unit === undefined ? rest : { ...rest, unit, unitName: unit };
  };
  const owed = owedNow(
    [
      of('a', 'Lahat', '2024-06-22'),
      of('b', 'Merapi', '2024-06-10'),
      of('c', 'Lahat', '2024-06-21'),
      of('d', undefined, '2024-06-18'),
      of('e', 'Kikim', '2024-06-10', { done }),
      of('f', 'Jarai', '2024-08-01'),
    ],
    today,
  );
  expect(owed.map(({ unit, followUps }) => [unit, ...followUps.map(({ id }) => id)])).toEqual([
    ['Merapi', 'b'],
    [undefined, 'd'],
    ['Lahat', 'c', 'a'],
  ]);
});
