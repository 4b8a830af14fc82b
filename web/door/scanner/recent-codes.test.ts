import { describe, expect, it } from 'vitest';
import { makeRecentCodes } from './recent-codes.ts';

describe('the same code', () => {
  it('is ignored for three seconds', () => {
    const codes = makeRecentCodes();
    expect(codes.isNew('a', 0)).toBe(true);
    expect(codes.isNew('a', 2_900)).toBe(false);
  });

  it('is ignored for as long as it stays before the camera, and is new after it was away', () => {
    const codes = makeRecentCodes();
    const answers = [0, 2_000, 4_000, 6_000, 9_001].map((at) => codes.isNew('a', at));
    expect(answers).toEqual([true, false, false, false, true]);
  });

  it('does not hold back another code', () => {
    const codes = makeRecentCodes();
    codes.isNew('a', 0);
    expect(codes.isNew('b', 10)).toBe(true);
    expect(codes.isNew('a', 20)).toBe(false);
  });
});
