import { expect, test } from 'vitest';
import { makeWishKeys } from './wish-keys.ts';

test('a wish keeps its key until it was answered; another wish has another', () => {
  const keys = makeWishKeys();
  const wish = { session: 's', startsAt: '2024-09-05T09:30:00+07:00' };
  const other = { ...wish, startsAt: '2024-09-06T09:30:00+07:00' };
  const first = keys.of(wish);
  expect(keys.of(other)).not.toBe(first);
  expect(keys.of({ ...wish })).toBe(first);
  keys.answered(wish);
  expect(keys.of(wish)).not.toBe(first);
});
