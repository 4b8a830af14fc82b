/** The recount itself where the golden days do not go: they are all over when they are counted. */
import { expect, test } from 'vitest';
import type { Presence, SessionCounted } from './recount.ts';
import { recountPeriod } from './recount-period.ts';

const held = (month: number, presence: Presence, closed = true): SessionCounted => ({
  key: `2024-${month}`,
  startsAt: Date.UTC(2024, month - 1, 10),
  closed,
  phase: null,
  units: [{ name: 'Dinas A', class: 'OPD', district: null, presence, pledge: 'NOT_DUE' }],
  cells: [],
  people: { checkedIn: 0, guests: 0, grouped: 0 },
  byDelegateOnly: 0,
  symbolic: 0,
  amendments: { added: 0, revoked: 0 },
  late: 0,
  openConflicts: 0,
  arrivals: {},
});
const over = (...sessions: SessionCounted[]) => recountPeriod(sessions, 'WIB', {});

test('whoever is missing from a hall that is still filling has not stayed away', () => {
  const open = over(held(1, 'MISSING'), held(2, 'MISSING', false));
  expect(open.repeated.missed).toBe(0);
  expect(open.units[0]).toMatchObject({ invited: 2, missed: 1, missedInARow: 1 });
  const closed = over(held(1, 'MISSING'), held(2, 'MISSING'));
  expect(closed.repeated.missed).toBe(1);
  expect(closed.units[0]).toMatchObject({ missed: 2, missedInARow: 2 });
  expect(over(held(1, 'MISSING'), held(2, 'ONLINE', false)).units[0]).toMatchObject({ missed: 1, missedInARow: 0 });
});
