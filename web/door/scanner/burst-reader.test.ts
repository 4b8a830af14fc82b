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

  describe('slowly', () => {
    const own = 'K5XW4ZLTABCDEFGHIJKLMNOPQRSTUVWXYZ23456';
    const address = `HTTPS://HADIR.EXAMPLE/C/${own}`;

    it('is known by the shape of a code of ours, bare or in its address', () => {
      expect(own).toHaveLength(39);
      expect(feed([...own, 'Enter'], 300)).toEqual([own]);
      expect(feed([...address, 'Enter'], 900)).toEqual([address]);
      expect(feed([...address.toLowerCase(), 'Tab'], 120)).toEqual([address.toLowerCase()]);
    });

    it('leaves out what a person typed just before', () => {
      expect(feed([...'dinas ', ...own, 'Enter'], 200)).toEqual([own]);
      expect(feed([...'kepala', ...address, 'Enter'], 200)).toEqual([address]);
    });

    it('takes nothing else at that pace, and no code with a pause in it', () => {
      expect(feed([...own.slice(1), 'Enter'], 300)).toEqual([]);
      expect(feed([...'HTTPS://HADIR.EXAMPLE/STAF', 'Enter'], 300)).toEqual([]);
      expect(feed([...own, 'Enter'], 1_100)).toEqual([]);
    });
  });
});
