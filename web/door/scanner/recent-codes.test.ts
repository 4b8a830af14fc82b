import { describe, expect, it } from 'vitest';
import { makeRecentCodes } from './recent-codes.ts';

/** What is new in each frame; a frame is a time and the codes in it. */
const feed = (...frames: (readonly [atMs: number, ...codes: string[]])[]): string[][] => {
  const recent = makeRecentCodes();
  return frames.map(([at, ...codes]) => recent.inFrame(codes, at));
};

describe('the same code before the camera', () => {
  it('is one scan for as long as it stays, and new after three seconds of frames without it', () => {
    const answers = feed([0, 'a'], [2_000, 'a'], [6_000, 'a'], [6_100], [7_000], [9_100], [9_200, 'a']);
    expect(answers).toEqual([['a'], [], [], [], [], [], ['a']]);
  });

  it('has not left when a frame or two miss it', () => {
    expect(feed([0, 'a'], [100], [2_000], [2_900, 'a'], [3_000], [5_900, 'a'])).toEqual([['a'], [], [], [], [], []]);
  });

  it('has not left while a slow phone decodes no frame at all', () => {
    expect(feed([0, 'a'], [4_000, 'a'], [12_000, 'a'], [20_000], [26_000, 'a'])).toEqual([['a'], [], [], [], []]);
  });

  it('is offered again when it could not be taken', () => {
    const recent = makeRecentCodes();
    recent.inFrame(['a'], 0);
    recent.forget('a');
    expect(recent.inFrame(['a'], 50)).toEqual(['a']);
  });

  it('does not hold back another code', () => {
    expect(feed([0, 'a'], [10, 'b'], [20, 'a', 'b'])).toEqual([['a'], ['b'], []]);
  });
});

describe('the same code from a scanner that types', () => {
  it('is ignored for three seconds after the last time', () => {
    const recent = makeRecentCodes();
    expect([0, 2_900, 5_000, 8_001].map((at) => recent.typed('a', at))).toEqual([true, false, false, true]);
    expect(recent.typed('b', 8_002)).toBe(true);
  });
});
