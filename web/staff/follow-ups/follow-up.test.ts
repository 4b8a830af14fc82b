import { expect, test } from 'vitest';
import { countOf, type FollowUpShown, grouped, stateFilters } from './follow-up.ts';

const item = (id: string, state: FollowUpShown['state'], due: string, text = 'Rapat'): FollowUpShown =>
  ({ id, state, due, text, kind: 'OUTREACH', phase: 'BEFORE' }) as FollowUpShown;

test('by state, then by due day; the same thing of several units stands together; nothing is lost', () => {
  const items = [
    item('a', 'OVERDUE', '2024-06-01'),
    item('b', 'OVERDUE', '2024-06-01', 'Apel'),
    item('c', 'OVERDUE', '2024-06-01'),
    item('d', 'OVERDUE', '2024-06-10'),
    item('e', 'SOON', '2024-06-21'),
  ];
  const told = grouped(items).map(({ state, undertakings }) => [
    state,
    undertakings.map((one) => [one.due, one.text, one.items.map(({ id }) => id).join('')]),
  ]);
  expect(told).toEqual([
    [
      'OVERDUE',
      [
        ['2024-06-01', 'Rapat', 'ac'],
        ['2024-06-01', 'Apel', 'b'],
        ['2024-06-10', 'Rapat', 'd'],
      ],
    ],
    ['SOON', [['2024-06-21', 'Rapat', 'e']]],
  ]);
});

test('what is open is all that is neither done nor withdrawn', () => {
  const figures = { overdue: 1, soon: 2, later: 4, done: 8, withdrawn: 16 };
  expect(stateFilters.map((filter) => countOf(figures, filter))).toEqual([7, 1, 2, 4, 8, 16]);
});
