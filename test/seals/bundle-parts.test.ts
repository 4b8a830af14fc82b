/** A seal that does not fit one file: its parts are read alone, are small enough, and both checkers take them together only, and in order. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle, openBundle } from '../../functions/seals/bundle.ts';
import { bundlePartName, bundlePartsOf, leavesInPart } from '../../functions/seals/bundle-parts.ts';
import { readBundlePart } from '../../functions/seals/bundle-source.ts';
import { outlineOf } from '../../functions/seals/leaf-text.ts';
import { sealRecord } from '../../functions/seals/record.ts';
import { recordsOf } from '../../functions/seals/records.ts';
import { runsOf, type StoredHead } from '../../functions/seals/seal-rules.ts';
import type { LeafRun } from '../../functions/seals/seal-store.ts';
import { verifyBundle } from '../../functions/seals/verify-bundle.ts';
import { aSeal, firstKey, type Sealed, signRounds } from './a-bundle.ts';
import { aLargeMaterial } from './a-material.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'hadir-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));
let written = 0;
/** What verify.py says of these, in this order. */
const pythonTakes = (zips: readonly Uint8Array[]): boolean => {
  const files = zips.map((zip) => {
    written += 1;
    const file = join(folder, `${written}.zip`);
    writeFileSync(file, zip);
    return file;
  });
  return spawnSync('python3', ['-B', 'functions/seals/verify.py', ...files]).status === 0;
};

const cut = ({ leaves, openings, ...rest }: Sealed, bounds: readonly number[]): Uint8Array[] =>
  bounds.slice(1).map((end, index) => {
    const start = bounds[index] as number;
    return makeBundle({
      ...rest,
      leaves: leaves.slice(start, end),
      openings: openings.filter((one) => one.index >= start && one.index < end),
    });
  });

describe('a seal in three parts', () => {
  let sealed: Sealed;
  let parts: Uint8Array[];
  beforeAll(async () => {
    sealed = await aSeal();
    parts = cut(sealed, [0, 9, 20, sealed.leaves.length]);
  });

  const judged = (zips: readonly Uint8Array[]) => {
    const verdict = verifyBundle(zips);
    if (hasPython) expect(pythonTakes(zips)).toBe(verdict.ok);
    return verdict.ok ? 'taken' : verdict.problem;
  };

  test('is taken in order, and says the same as in one', () => {
    expect(judged(parts)).toBe('taken');
    expect(verifyBundle(parts)).toEqual(verifyBundle(makeBundle(sealed)));
  });

  test('is refused where a part is missing, doubled, swapped, empty, or of another seal', async () => {
    const [a, b, c] = parts as [Uint8Array, Uint8Array, Uint8Array];
    const heads = sealed.heads.slice(0, 2);
    const size = heads[1]?.head.size as number;
    const older = {
      ...sealed,
      heads,
      consistency: sealed.consistency.slice(0, 1),
      leaves: sealed.leaves.slice(0, size),
    };
    const [before] = cut(older, [0, 9]) as [Uint8Array];
    const { openings, ...nameless } = sealed;
    const unnamed = makeBundle({ ...nameless, leaves: sealed.leaves.slice(20) });
    const empty = makeBundle({ ...sealed, leaves: [], openings: [] });
    expect({
      alone: judged([a]),
      withoutFirst: judged([b, c]),
      withoutMiddle: judged([a, c]),
      withoutLast: judged([a, b]),
      doubled: judged([a, b, b, c]),
      doubledAtTheEnd: judged([a, b, c, c]),
      swapped: judged([a, c, b]),
      backwards: judged([c, b, a]),
      ofAnotherSeal: judged([before, b, c]),
      withNamesInSome: judged([a, b, unnamed]),
      withAnEmptyOne: judged([a, b, empty, c]),
    }).toEqual({
      alone: 'SIZE',
      withoutFirst: 'SIZE',
      withoutMiddle: 'SIZE',
      withoutLast: 'SIZE',
      doubled: 'ROOT',
      doubledAtTheEnd: 'SIZE',
      swapped: 'ROOT',
      backwards: 'ROOT',
      ofAnotherSeal: 'PARTS',
      withNamesInSome: 'PARTS',
      withAnEmptyOne: 'PARTS',
    });
  });

  test('npm run verify takes its files in their order', () => {
    const files = parts.map((part, index) => {
      const file = join(folder, bundlePartName('segel', index + 1, parts.length));
      writeFileSync(file, part);
      return file;
    });
    const run = (given: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'functions/seals/verify-cli.ts', ...given]).status;
    expect([run(files), run(files.toReversed())]).toEqual([0, 1]);
  });
});

describe('a seal of more leaves than one file holds', () => {
  /** Offices whose records commit to more than most. */
  const offices = 7_000;
  const seals: { leaves: (session: string, from: number, attempt: string) => Promise<LeafRun | undefined> } = {
    leaves: async (_, from, attempt) => runs.get(`${attempt} ${from}`),
  };
  const runs = new Map<string, LeafRun>();
  let heads: StoredHead[];
  let size: number;
  const read = (part: number, opened = true) => readBundlePart(seals, 'any', { heads, part, opened });

  beforeAll(async () => {
    const material = aLargeMaterial(offices);
    const rich = material.invitations.map((one, index) => ({
      ...one,
      ...(one.checkIn && {
        checkIn: {
          ...one.checkIn,
          operator: `staff-${index}`,
          mode: 'BACK_ENTERED' as const,
          reason: `Daftar ${index}`,
        },
      }),
      ...(one.signedHolder && {
        signedHolder: { ...one.signedHolder, operator: `staff-${index}`, drawn: 'd'.repeat(64) },
      }),
    }));
    const sealed = recordsOf({ ...material, invitations: rich }).map((record) =>
      sealRecord(outlineOf(record), randomBytes),
    );
    size = sealed.length;
    const leaves = sealed.map(({ text }) => text);
    const sizes = [leavesInPart - 100, leavesInPart + 60, size];
    const signed = await signRounds(
      leaves,
      sizes.map((end) => ({ size: end, key: firstKey })),
    );
    heads = signed.heads.map((head, index) => ({
      ...head,
      attempt: `attempt-${index}`,
      from: sizes[index - 1] ?? 0,
      consistency: index === 0 ? [] : (signed.consistency[index - 1] as string[]),
      roots: [],
      firsts: [],
      last: '',
    })) as unknown as StoredHead[];
    for (const head of heads)
      for (const { from, to } of runsOf(head)) {
        const mine = sealed.slice(from, to);
        const run = { from, attempt: head.attempt, texts: mine.map(({ text }) => text) };
        runs.set(`${head.attempt} ${from}`, { ...run, openings: mine.map(({ openings }) => openings) });
      }
  }, 60_000);

  test('comes in as many files as can be told from its size, each under 4 MB with all openings, and holds', async () => {
    expect([bundlePartsOf(1), bundlePartsOf(leavesInPart), bundlePartsOf(leavesInPart + 1)]).toEqual([1, 1, 2]);
    const parts = await Promise.all(Array.from({ length: bundlePartsOf(size) }, (_, index) => read(index + 1)));
    const zips = parts.filter((part) => part !== undefined);
    expect([zips.length, await read(zips.length + 1)]).toEqual([2, undefined]);
    for (const zip of zips) expect(zip.length).toBeLessThan(4_000_000);
    const verdict = verifyBundle(zips);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.ok && verdict.opened).toBeGreaterThan(offices * 3);
    if (hasPython) expect(pythonTakes(zips)).toBe(true);
    const nameless = await read(2, false);
    expect(nameless && [...openBundle(nameless).keys()]).not.toContain('pembuka.jsonl');
  }, 120_000);

  test('is not handed out where a run of it is gone', async () => {
    const [key, run] = [...runs][0] as [string, LeafRun];
    runs.delete(key);
    await expect(read(1)).rejects.toThrow('the leaves from 0 on are gone');
    runs.set(key, run);
  });
});
