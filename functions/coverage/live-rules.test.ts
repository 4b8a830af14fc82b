import { describe, expect, test } from 'vitest';
import type { Door } from '../doors/door-schema.ts';
import type { Arrivals } from './arrival-rules.ts';
import { type Counted, finishOf, markOf, paceOf, showLive } from './live-rules.ts';

const at = (minutes: number, seconds = 0): Date => new Date(Date.UTC(2024, 5, 27, 1, minutes, seconds));
const instant = (minutes: number, seconds = 0): string => at(minutes, seconds).toISOString();

const arrivals = (from: string | null, ...perMinute: number[]): Arrivals => ({ from, perMinute, lately: [] });
const cell = (expected: number, inPerson: number, delegated = 0) => ({
  district: null,
  class: 'OPD' as const,
  expected,
  inPerson,
  acting: 0,
  delegated,
  online: 0,
  due: 0,
  signed: 0,
});
/** 100 units on the frozen roster, 20 of them in, ten a minute since eight o'clock; it is 08:02. */
const counted = (changes: Partial<Counted> = {}): Counted => ({
  state: 'OPEN',
  checkedIn: 20,
  cells: [cell(60, 12), cell(40, 6, 2)],
  arrivals: arrivals(instant(0), 10, 10),
  ...changes,
});

describe('when the door will be done', () => {
  test('is when nine tenths of the frozen roster are in, at the pace of the last minutes', () => {
    // 70 of 90 are missing, at 10 a minute.
    expect(finishOf(counted(), at(2))).toEqual({ at: instant(9) });
  });

  test('goes by the last five minutes: the bus that came before them is over', () => {
    const slowing = arrivals(instant(0), 100, 40, 3, 2, 2, 2, 1, 0);
    // From 08:04, four minutes ago: 2 + 2 + 1 + 0 came. 70 are missing.
    expect(finishOf(counted({ arrivals: slowing }), at(8))).toEqual({ at: instant(8 + 70 / (5 / 4)) });
  });

  test('guests come through the same doors and bring it no nearer', () => {
    const half = counted({ checkedIn: 40, arrivals: arrivals(instant(0), 20, 20) });
    expect(finishOf(half, at(2))).toEqual({ at: instant(9) });
  });

  test.each([
    ['not open', counted({ state: 'PUBLISHED' })],
    ['closed', counted({ state: 'CLOSED' })],
    ['reached', counted({ cells: [cell(100, 90)], checkedIn: 90 })],
    ['two arrivals only', counted({ arrivals: arrivals(instant(0), 1, 1) })],
    ['nobody came', counted({ checkedIn: 0, cells: [cell(100, 0)], arrivals: arrivals(null) })],
    ['guests only', counted({ cells: [cell(100, 0)] })],
    [
      'nobody came lately',
      counted({ arrivals: { ...arrivals(new Date(at(2).getTime() - 3_600_000).toISOString(), 50) } }),
    ],
    ['arrivals of a clock that is ahead', counted({ arrivals: arrivals(instant(30), 10, 10) })],
    ['nobody is expected', counted({ cells: [] })],
    // 40 people a minute, of whom one in 200 is a unit: the 422 that are missing would take 35 hours.
    ['guests came first', counted({ checkedIn: 200, cells: [cell(470, 1)], arrivals: arrivals(instant(0), 40, 40) })],
  ])('is not foretold: %s', (_, source) => {
    expect(finishOf(source, at(2))).toBeNull();
  });

  test('it is no sooner than now, and later as arrivals fall off', () => {
    let last = 0;
    for (const minutes of [2, 3, 4]) {
      const finish = finishOf(counted(), at(minutes));
      expect(Date.parse(finish?.at ?? '')).toBeGreaterThan(at(minutes).getTime());
      expect(Date.parse(finish?.at ?? '')).toBeGreaterThan(last);
      last = Date.parse(finish?.at ?? '');
    }
    expect(finishOf(counted(), at(10))).toBeNull();
  });
});

describe('how many come a minute', () => {
  test('counts people, also where a few of them are units, and after nine tenths are in', () => {
    const many = { checkedIn: 60, arrivals: arrivals(instant(0), 12, 12, 12, 12, 12) };
    expect(paceOf(counted(many), at(5))).toBe(12);
    expect(showLive({ record: { ...record, ...many }, doors: [] }, at(4, 59), () => undefined).perMinute).toBe(12);
    const reached = counted({ ...many, cells: [cell(100, 90)] });
    expect({ finish: finishOf(reached, at(4, 59)), pace: paceOf(reached, at(4, 59)) }).toEqual({
      finish: null,
      pace: 12,
    });
  });

  test('one in five minutes is some, though no end is foretold by it', () => {
    expect(paceOf(counted({ arrivals: arrivals(instant(0), 1) }), at(4))).toBe(0.3);
    expect(paceOf(counted({ arrivals: arrivals(null) }), at(4))).toBe(0);
  });

  test.each(['PUBLISHED', 'CLOSED'] as const)('is none while it is %s', (state) => {
    expect(paceOf(counted({ state }), at(2))).toBe(0);
  });
});

const door = (id: string, changes: Partial<Door> = {}): Door =>
  ({
    id,
    name: `Pintu ${id}`,
    pairedAt: instant(0),
    contact: { at: instant(1), unsent: 2, appVersion: '2' },
    ...changes,
  }) as Door;

const record = {
  ...counted(),
  session: 'aaaaaaaaaa',
  asOf: instant(2),
  startsAt: instant(0),
  arrivals: {
    ...arrivals(instant(0), 10, 10),
    lately: [
      { door: 'a', perMinute: [5, 4, 3, 2, 1, 9, 9, 9, 9, 9] },
      { door: null, perMinute: [7, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ],
  },
} as unknown as Parameters<typeof showLive>[0]['record'];

describe('what a board shows', () => {
  test('each door with a device: what it holds, and how many came by it in five minutes', () => {
    const doors = [door('b', { contact: undefined as never }), door('a'), door('c', { pairedAt: undefined as never })];
    expect(showLive({ record, doors }, at(2), () => undefined).doors).toEqual([
      { id: 'a', name: 'Pintu a', unsent: 2, contactAt: instant(1), lately: 15 },
      { id: 'b', name: 'Pintu b', unsent: 0, contactAt: null, lately: 0 },
    ]);
  });
});

describe('the mark of an answer', () => {
  const source = { record, doors: [door('a')] };
  const closed = { ...source, record: { ...record, state: 'CLOSED' as const } };

  test('is the same while nothing that is shown is another', () => {
    expect(markOf(source, at(2, 30))).toBe(markOf({ record, doors: [door('a')] }, at(2, 59)));
    expect(markOf(closed, at(2))).toBe(markOf(closed, at(40)));
    expect(markOf(source, at(2)).length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['later figures', { ...closed, record: { ...closed.record, asOf: instant(3) } }],
    [
      'a scan that a door holds',
      { ...closed, doors: [door('a', { contact: { at: instant(1), unsent: 3, appVersion: '2' } })] },
    ],
    [
      'a contact a minute later',
      { ...closed, doors: [door('a', { contact: { at: instant(2), unsent: 2, appVersion: '2' } })] },
    ],
    ['another door', { ...closed, doors: [door('a'), door('b')] }],
  ])('is another after %s', (_, changed) => {
    expect(markOf(changed, at(2))).not.toBe(markOf(closed, at(2)));
  });

  test('is another each minute while people come, since pace and forecast grow old by themselves', () => {
    expect(markOf(source, at(3))).not.toBe(markOf(source, at(2)));
    const reached = { ...source, record: { ...record, cells: [cell(100, 95)] } };
    expect(markOf(reached, at(3))).not.toBe(markOf(reached, at(2)));
    // Nobody came in the last five minutes: it says so once, and is at rest.
    expect(markOf(reached, at(9))).not.toBe(markOf(reached, at(5)));
    expect(markOf(reached, at(30))).toBe(markOf(reached, at(9)));
  });
});
