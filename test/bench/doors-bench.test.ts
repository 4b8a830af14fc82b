/** Three doors over a bad network, small: nothing is lost, nobody is counted twice, every disagreement is found. */
import { expect, test } from 'vitest';
import { benchDoors, doorsTable, isSound } from './doors-bench.ts';

test('two halls with sixty scans a door', { timeout: 180_000 }, async () => {
  const small = { seeds: [1, 2], scansADoor: 60, invitations: 180, presentedTwice: 5 };
  const { report, seeds } = await benchDoors(small);
  expect(report).toMatchObject({ scans: 360, lost: 0, doubleAccepted: 0 });
  expect(report.conflictsExpected).toBeGreaterThan(0);
  expect(report.conflictsFound).toBe(report.conflictsExpected);
  expect(seeds.map(({ seed }) => seed)).toEqual([1, 2]);
  expect(seeds.every(isSound)).toBe(true);
  expect(report.p95VerdictMs).toBeGreaterThan(0);
  expect(doorsTable(seeds)).toContain('conflicts expected');
});

test('a hall is unsound when a scan is lost, somebody is accepted twice, or a disagreement stays hidden', () => {
  const right = { conflictsWrong: 0, changesWrong: 0, presentedTwice: 1 };
  const sound = {
    scans: 1,
    lost: 0,
    doubleAccepted: 0,
    conflictsExpected: 1,
    conflictsFound: 1,
    p95VerdictMs: 1,
    ...right,
  };
  expect(isSound(sound)).toBe(true);
  for (const flaw of [
    { lost: 1 },
    { doubleAccepted: 1 },
    { conflictsFound: 0 },
    { conflictsFound: 2 },
    { conflictsWrong: 2 },
    { changesWrong: 1 },
    { conflictsExpected: 0, conflictsFound: 0 },
  ])
    expect(isSound({ ...sound, ...flaw })).toBe(false);
});
