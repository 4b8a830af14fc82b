import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Instant, InstantInput } from './base-schema.ts';

const part = (from: number, to: number, digits = 2) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(digits, '0'));

const typed = fc
  .tuple(part(0, 9999, 4), part(1, 12), part(1, 28), part(0, 23), part(0, 59), fc.constantFrom('+', '-'), part(0, 14))
  .map(
    ([year, month, day, hour, minute, sign, offset]) =>
      `${year}-${month}-${day}T${hour}:${minute}:00${sign}${offset}:00`,
  );

test('whatever time the API takes, it can read again', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const taken = InstantInput.safeParse(text);
      if (!taken.success) return;
      expect(Instant.safeParse(taken.data).success).toBe(true);
      expect(Date.parse(taken.data)).toBe(Date.parse(text));
    }),
    { numRuns: 1000 },
  );
  expect(InstantInput.safeParse('2024-06-27T08:00:00+07:00').data).toBe('2024-06-27T01:00:00.000Z');
  expect(InstantInput.safeParse('0000-01-01T00:00:00+07:00').success).toBe(false);
});
