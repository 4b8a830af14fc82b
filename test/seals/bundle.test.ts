import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companions, dataFiles, makeBundle } from '../../functions/seals/bundle.ts';
import { isSoundKey, publicKeyOf } from '../../functions/seals/ed25519.ts';
import { leafKinds } from '../../functions/seals/leaf-schema.ts';
import { verifyBundle } from '../../functions/seals/verify-bundle.ts';
import { reportOf } from '../../functions/seals/verify-report.ts';
import { sessionId } from '../support/fixtures.ts';
import {
  aSeal,
  filesOf,
  firstKey,
  keyIdFrom,
  keyOf,
  type Sealed,
  secondKey,
  seeded,
  signRounds,
  textIn,
  withOneBitTurned,
  zipOf,
} from './a-bundle.ts';
import { forgeries } from './forgeries.ts';
import { bundleSealedOn, titled } from './odd-bundles.ts';
import { notCanonicalKeys, smallOrderKeys } from './small-order-keys.ts';

let sealed: Sealed;
let bundle: Uint8Array;
beforeAll(async () => {
  sealed = await aSeal();
  bundle = makeBundle(sealed);
});
const keys = [keyIdFrom(firstKey), keyIdFrom(secondKey)];

describe('a bundle', () => {
  test('is accepted, and says what it holds', () => {
    const verdict = verifyBundle(bundle, { keys });
    expect(verdict).toMatchObject({ ok: true, session: sessionId, title: 'Rapat koordinasi netralitas ASN' });
    expect(verdict.ok && verdict.heads.map(({ number, key }) => [number, key])).toEqual([
      [1, keys[0]],
      [2, keys[0]],
      [3, keys[1]],
    ]);
    expect(verdict.ok && verdict.opened).toBe(sealed.openings.flatMap(({ openings }) => openings).length);
  });

  test('without openings names nobody, and is as valid', () => {
    const { openings, ...anonymous } = sealed;
    const zip = makeBundle(anonymous);
    expect(verifyBundle(zip)).toMatchObject({ ok: true, opened: 0 });
    const files = filesOf(zip);
    expect(Object.keys(files)).not.toContain(dataFiles.openings);
    const whole = Object.values(dataFiles)
      .filter((name) => files[name])
      .map((name) => textIn(files, name))
      .join('');
    const values = openings.flatMap((leaf) => leaf.openings.map(({ value }) => value));
    expect(values.length).toBeGreaterThan(30);
    for (const value of values) expect(whole).not.toContain(value);
  });

  test('with the openings that an erasure left is as valid', () => {
    const left = sealed.openings.filter((_, index) => index % 2 === 0);
    expect(verifyBundle(makeBundle({ ...sealed, openings: left }))).toMatchObject({ ok: true });
  });

  test('is the same bytes for the same seal, in every zone', () => {
    expect(Buffer.from(makeBundle(sealed)).equals(bundle)).toBe(true);
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Jayapura';
    try {
      expect(Buffer.from(makeBundle(sealed)).equals(bundle)).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('that leaves the last addendum out is an older seal, valid by itself', () => {
    const heads = sealed.heads.slice(0, 2);
    const size = heads.at(-1)?.head.size;
    const older = { leaves: sealed.leaves.slice(0, size), heads, consistency: sealed.consistency.slice(0, 1) };
    expect(verifyBundle(makeBundle(older))).toMatchObject({ ok: true });
  });

  test('of another version is taken when that is asked for', () => {
    const other = zipOf({ ...filesOf(bundle), 'verify.py': Buffer.from('# older\n') });
    expect(verifyBundle(other)).toMatchObject({ ok: false, problem: 'CHECKER_CHANGED' });
    expect(verifyBundle(other, { anyChecker: true })).toMatchObject({ ok: true });
  });
});

describe('signed anew by somebody else', () => {
  const stranger = keyOf(9);
  const forged = async () => {
    const rounds = sealed.heads.map(({ head: { size } }) => ({ size, key: stranger }));
    return makeBundle({ ...sealed, ...(await signRounds(sealed.leaves, rounds)) });
  };

  test('it is whole, and tells whose key it is', async () => {
    const verdict = verifyBundle(await forged());
    expect(verdict.ok && new Set(verdict.heads.map(({ key }) => key))).toEqual(new Set([keyIdFrom(stranger)]));
  });

  test('it is refused by whoever asks for the right key', async () => {
    const verdict = verifyBundle(await forged(), { keys });
    expect(verdict).toMatchObject({ ok: false, problem: 'FOREIGN_KEY' });
    expect(!verdict.ok && verdict.detail).toContain(keyIdFrom(stranger));
  });

  test('a new key counts only for whoever asks for it too', () => {
    expect(verifyBundle(bundle, { keys: [keyIdFrom(firstKey)] })).toMatchObject({ ok: false, problem: 'FOREIGN_KEY' });
  });
});

test('every forgery is found, and called what it is', async () => {
  const all = await forgeries(sealed);
  const found = all.map(({ name, bundle: zip }) => {
    const verdict = verifyBundle(zip);
    return [name, verdict.ok ? 'accepted' : verdict.problem];
  });
  expect(found).toEqual(all.map(({ name, problem }) => [name, problem]));
});

test('10,000 single bits turned over, anywhere in any file: none is accepted', () => {
  const files = filesOf(bundle);
  const names = Object.keys(files).sort();
  const random = seeded(20240627);
  const hits = new Map<string, number>();
  for (let run = 0; run < 10_000; run += 1) {
    const turned = withOneBitTurned(files, random, names);
    hits.set(turned.name, (hits.get(turned.name) ?? 0) + 1);
    if (verifyBundle(zipOf(turned.files)).ok) expect.fail(`${turned.name}, bit ${turned.bit} is accepted`);
  }
  for (const name of names) expect(hits.get(name)).toBeGreaterThan(50);
}, 240_000);

test('500 more among heads, proofs and openings, of which there is less', () => {
  const files = filesOf(bundle);
  const random = seeded(11);
  for (let run = 0; run < 500; run += 1) {
    const turned = withOneBitTurned(files, random, [dataFiles.heads, dataFiles.proofs, dataFiles.openings]);
    if (verifyBundle(zipOf(turned.files)).ok) expect.fail(`${turned.name}, bit ${turned.bit} is accepted`);
  }
}, 120_000);

test('a bit of the zip itself either spoils it or changes nothing that it holds', () => {
  const random = seeded(5);
  const original = filesOf(bundle);
  let accepted = 0;
  for (let run = 0; run < 500; run += 1) {
    const bit = random.below(bundle.length * 8);
    const turned = Uint8Array.from(bundle);
    turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7));
    if (!verifyBundle(turned).ok) continue;
    accepted += 1;
    expect(filesOf(turned)).toEqual(original);
  }
  expect(accepted).toBeLessThan(60);
}, 120_000);

describe('npm run verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hadir-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (zip: Uint8Array, ...options: string[]) => {
    const file = join(folder, 'segel.zip');
    writeFileSync(file, zip);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'functions/seals/verify-cli.ts', file, ...options],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  test('accepts with 0, and prints root and key as the berita acara does', () => {
    const { status, stdout } = run(
      bundle,
      '--key',
      (keys[0] as string).replace(/.{8}/g, '$& ').toUpperCase(),
      '--key',
      keys[1] as string,
    );
    expect({ status, first: stdout.split('\n')[0] }).toEqual({ status: 0, first: 'SAH / VALID' });
    const root = sealed.heads[2]?.head.root.replace(/.{8}(?=.)/g, '$& ');
    expect(stdout).toContain(root);
  });

  test('refuses with 1, and says why', () => {
    const { status, stdout } = run(bundle, '--key', keys[1] as string);
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 1,
      first: 'TIDAK SAH / NOT VALID (FOREIGN_KEY)',
    });
  });

  test('asks for its file with 2', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'functions/seals/verify-cli.ts'], {
      encoding: 'utf8',
    });
    expect({ status, told: stderr.includes('npm run verify') }).toEqual({ status: 2, told: true });
  });

  test('says so where the seal was made days after the closing', async () => {
    const late = verifyBundle(await bundleSealedOn(sealed, '2024-07-27T06:00:00.000Z'));
    expect(late).toMatchObject({ ok: true, daysUntilSealed: 30 });
    expect(reportOf(late, { keysGiven: false })).toContain('disegel 30 hari sesudah kegiatan ditutup');
    expect(reportOf(verifyBundle(bundle), { keysGiven: false })).not.toContain('PERHATIKAN');
  });

  test('lets no text of a bundle write over the verdict', async () => {
    const report = reportOf(verifyBundle(await titled(sealed, 'X\u001b[2K\rSAH\u202e')), { keysGiven: false });
    expect(report).toContain('X?[2K?SAH?');
    const refused = reportOf({ ok: false, problem: 'LEAF', detail: 'a\u001b[1A' }, { keysGiven: false });
    expect(refused).not.toContain('\u001b');
  });

  test('says in both languages whatever is wrong', async () => {
    for (const { bundle: zip } of await forgeries(sealed)) {
      const lines = reportOf(verifyBundle(zip), { keysGiven: false }).split('\n');
      expect(lines[0]).toMatch(/^TIDAK SAH/);
      expect(lines.slice(1, 3).every((line) => line.length > 10)).toBe(true);
    }
  });
});

test('the checker knows the kinds of leaves that there are', () => {
  const listed = /^KINDS = '(.+)'$/m.exec(companions['verify.py'] as string)?.[1];
  expect(listed?.split(' ')).toEqual([...leafKinds]);
});

test('a key that anybody can sign with is none', () => {
  const prefix = '302a300506032b6570032100';
  for (const y of smallOrderKeys) expect([y, isSoundKey(prefix + y)]).toEqual([y, false]);
  for (const y of notCanonicalKeys) expect([y, isSoundKey(prefix + y)]).toEqual([y, false]);
  for (const byte of [1, 2, 9]) expect(isSoundKey(publicKeyOf(keyOf(byte)))).toBe(true);
});

test('the checker is at most 120 lines, of the standard library alone', () => {
  const checker = companions['verify.py'] as string;
  expect(checker.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  const imported = [...checker.matchAll(/^(?:import|from) (.+?)(?: import .*)?$/gm)].flatMap(([, names]) =>
    (names as string).split(', '),
  );
  expect(imported).toEqual(['argparse', 'datetime', 'functools', 'hashlib', 'json', 'os', 'sys', 'zipfile']);
});
