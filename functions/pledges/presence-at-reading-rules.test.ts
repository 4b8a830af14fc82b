import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, pledgeHash } from '../../test/support/fixtures.ts';
import type { Reading } from './pledge-schema.ts';
import { readingHeardBy as heardBy } from './presence-at-reading-rules.ts';
import { presentAt as presentIn } from './reading-rules.ts';

const time = (minute: number): string => new Date(Date.parse('2024-06-27T01:00:00Z') + minute * 60_000).toISOString();
const aReading = (id: string, startedAt: number | null, changes: Partial<Reading> = {}): Reading => ({
  id,
  reader: { name: 'Budi', office: 'Sekda' },
  witnesses: [],
  startedAt: startedAt === null ? null : time(startedAt),
  endedAt: null,
  hash: pledgeHash,
  ...changes,
});
const open = { closedAt: null };
const readingHeardBy = (checkIn: Parameters<typeof heardBy>[0], readings: readonly Reading[]) =>
  heardBy(checkIn, readings, open);
const presentAt = (invitations: Parameters<typeof presentIn>[0], readings: readonly Reading[]) =>
  presentIn(invitations, readings, open);
const cameAt = (minute: number) => aCheckIn({ at: time(minute) });

describe('who was in the hall when it was read', () => {
  const readings = [aReading('first', 10), aReading('second', 40)];

  test('whoever was in before it began, or at that moment', () => {
    expect(readingHeardBy(cameAt(5), readings)?.id).toBe('first');
    expect(readingHeardBy(cameAt(10), readings)?.id).toBe('first');
  });

  test('a late group is bound to its own reading, and whoever comes after the last to none', () => {
    expect(readingHeardBy(cameAt(11), readings)?.id).toBe('second');
    expect(readingHeardBy(cameAt(41), readings)).toBeUndefined();
  });

  test('nobody at a reading that has not begun, or was voided; those who were there are bound to the next', () => {
    const voided = [aReading('first', 10, { voidedAt: time(11) }), aReading('plan', null), aReading('second', 40)];
    expect(readingHeardBy(cameAt(5), voided)?.id).toBe('second');
    expect(readingHeardBy(cameAt(5), [aReading('plan', null)])).toBeUndefined();
  });

  test('whoever follows by video is in no hall; whoever is entered from paper was in it', () => {
    expect(readingHeardBy(aCheckIn({ at: time(5), mode: 'ONLINE' }), readings)).toBeUndefined();
    expect(readingHeardBy(aCheckIn({ at: time(5), mode: 'BACK_ENTERED' }), readings)?.id).toBe('first');
  });

  test('nobody at one that began when the session was closed, a minute for the clocks apart', () => {
    expect(heardBy(cameAt(20), readings, { closedAt: time(38) })).toBeUndefined();
    expect(heardBy(cameAt(20), readings, { closedAt: time(39) })?.id).toBe('second');
    expect(heardBy(cameAt(5), readings, { closedAt: time(38) })?.id).toBe('first');
  });
});

const minutes = fc.integer({ min: 0, max: 60 });
const someReadings = fc
  .array(fc.record({ start: fc.option(minutes), voided: fc.boolean() }), { maxLength: 6 })
  .map((list) =>
    list.map(({ start, voided }, index) => aReading(`r-${index}`, start, voided ? { voidedAt: time(90) } : {})),
  );
const someCheckIns = fc.array(
  fc.record({ minute: minutes, mode: fc.constantFrom('IN_PERSON' as const, 'ONLINE' as const) }),
  { maxLength: 20 },
);
const toCheckIns = (list: readonly { minute: number; mode: 'IN_PERSON' | 'ONLINE' }[]) =>
  list.map(({ minute, mode }) => aCheckIn({ at: time(minute), mode }));

describe('whatever came in whatever order', () => {
  test('nobody is bound to two, to one before they came, or to one that was not held; no earlier one was theirs', () => {
    fc.assert(
      fc.property(someReadings, someCheckIns, (readings, came) => {
        for (const checkIn of toCheckIns(came)) {
          const heard = readingHeardBy(checkIn, readings);
          const theirs = readings.filter(
            ({ startedAt, voidedAt }) => startedAt !== null && !voidedAt && startedAt >= checkIn.at,
          );
          if (checkIn.mode === 'ONLINE' || theirs.length === 0) expect(heard).toBeUndefined();
          else expect(heard?.startedAt).toBe(theirs.map(({ startedAt }) => startedAt as string).sort()[0]);
        }
      }),
    );
  });

  test('the order in which readings and check-ins are known makes no difference', () => {
    fc.assert(
      fc.property(someReadings, someCheckIns, fc.infiniteStream(fc.nat()), (readings, came, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const invitations = toCheckIns(came).map((checkIn) => ({ checkIn }));
        const present = presentAt(shuffled(invitations), shuffled(readings));
        expect([...present].sort()).toEqual([...presentAt(invitations, readings)].sort());
        expect([...present.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(came.length);
      }),
    );
  });

  test('a check-in that is taken back is at none, and moves nobody else', () => {
    fc.assert(
      fc.property(someReadings, someCheckIns, fc.nat(), (readings, came, which) => {
        const all = toCheckIns(came).map((checkIn) => ({ checkIn }));
        const left = all.map((one, index) => (index === which % Math.max(1, all.length) ? {} : one));
        const undone = all.filter((_, index) => !('checkIn' in (left[index] ?? {})));
        const before = new Map(presentAt(all, readings));
        for (const [id, count] of presentAt(undone, readings)) before.set(id, (before.get(id) ?? 0) - count);
        const after = presentAt(left, readings);
        for (const { id } of readings) expect(after.get(id) ?? 0).toBe(before.get(id) ?? 0);
      }),
    );
  });
});
