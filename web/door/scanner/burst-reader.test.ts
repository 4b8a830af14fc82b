import { describe, expect, it } from 'vitest';
import { makeBurstReader } from './burst-reader.ts';

const feed = (keys: readonly string[], gapMs: number, reader = makeBurstReader(), from = 1000) =>
  keys.map((key, at) => reader.key(key, from + at * gapMs)).filter((code) => code !== undefined);

describe('a scanner that types', () => {
  const code = 'HTTPS://HADIR.ID/C/ABCDEFGH';

  it('gives the code at its Enter or Tab', () => {
    expect(feed([...code, 'Enter'], 5)).toEqual([code]);
    expect(feed([...code, 'Tab'], 5)).toEqual([code]);
  });

  it('ignores the Shift keys between capitals', () => {
    expect(feed([...[...code].flatMap((letter) => ['Shift', letter]), 'Enter'], 10)).toEqual([code]);
  });

  it('is told from a person by its pace', () => {
    expect(feed([...'kepala dinas', 'Enter'], 120)).toEqual([]);
  });

  it('starts afresh after a pause, and after each code', () => {
    const reader = makeBurstReader();
    expect(feed([...'abc'], 5, reader)).toEqual([]);
    expect(feed([...code, 'Enter'], 5, reader, 5000)).toEqual([code]);
    expect(feed([...code, 'Enter'], 5, reader, 9000)).toEqual([code]);
  });

  it('takes no short word and no lonely Enter', () => {
    expect(feed([...'abc', 'Enter'], 5)).toEqual([]);
    expect(feed(['Enter', 'Enter'], 5)).toEqual([]);
  });
});
