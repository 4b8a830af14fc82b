/** The decode benchmark runs on a few frames, slowed, through the built decoder. Times are not judged. */
import { expect, test } from 'vitest';
import { benchDecode, decodeTable } from './decode-bench.ts';
import { drawFrame } from './hard-frames.ts';

test('a few hard frames are read in the slowed browser, none of them wrongly', { timeout: 120_000 }, async () => {
  const report = await benchDecode({ framesPerKind: 1, slowed: 6, seed: 1 });
  expect(report).toMatchObject({ frames: 10, emptyFrames: 1, wrong: 0 });
  expect(report.decodedShare).toBeGreaterThan(0.3);
  expect(report.decodedShare).toBeLessThanOrEqual(1);
  expect(report.p95Ms).toBeGreaterThanOrEqual(report.p50Ms);
  expect(report.slowedTimes).toBeGreaterThan(2);
  expect(decodeTable(report)).toContain('in all');
});

test('a frame is the same each time it is drawn, and another one by another number', () => {
  const [first, again, other] = [drawFrame('dark', 0), drawFrame('dark', 0), drawFrame('dark', 1)];
  expect(again.text).toBe(first.text);
  expect(Buffer.from(again.pixels).equals(Buffer.from(first.pixels))).toBe(true);
  expect(other.text).not.toBe(first.text);
  expect(first.text).toMatch(/^HTTPS:\/\/HADIR\.EXAMPLE\/C\/[A-Z2-7]{39}$/);
});
