import { expect, test } from 'vitest';
import { owingOf } from './make-up-owing.ts';

test('who is both missing and not pledged is invited once', () => {
  const missing = [
    ...Array.from({ length: 54 }, () => ({ pledge: 'NOT_YET' as const })),
    { pledge: 'NOT_DUE' as const },
    { pledge: 'SIGNED' as const },
  ];
  expect(owingOf(missing, 134)).toEqual({ missing: 56, notPledged: 134, both: 54, either: 136 });
  expect(owingOf([], 0).either).toBe(0);
});
