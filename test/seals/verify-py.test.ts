/** The checker that a bundle brings along judges as ours does, with nothing of our code. One Python process checks them all. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companions, dataFiles, makeBundle } from '../../functions/seals/bundle.ts';
import { outlineOf } from '../../functions/seals/leaf-text.ts';
import { sealRecord } from '../../functions/seals/record.ts';
import { recordsOf } from '../../functions/seals/records.ts';
import { verifyBundle } from '../../functions/seals/verify-bundle.ts';
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
  withOneBitTurned,
  zipOf,
} from './a-bundle.ts';
import { aLargeMaterial } from './a-material.ts';
import { forgeries, neutral } from './forgeries.ts';
import { bundleSealedOn, titled } from './odd-bundles.ts';
import { notCanonicalKeys, smallOrderKeys } from './small-order-keys.ts';

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) {
  // Where everything must pass before it lands, it is not enough that nobody looked.
  if (process.env.HADIR_PYTHON === 'required') throw new Error('python3 is not there: verify.py was not checked');
  process.stderr.write('python3 is not there: verify.py is not checked here\n');
}
const inPython = describe.skipIf(!python);

const folder = mkdtempSync(join(tmpdir(), 'hadir-verify-py-'));
afterAll(() => rmSync(folder, { recursive: true }));
const checker = join(folder, 'verify.py');
writeFileSync(checker, companions['verify.py'] as string);

const driver = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import verify
def judged(ask):
    try:
        if 'zip' in ask:
            zips = ask['zip'] if isinstance(ask['zip'], list) else [ask['zip']]
            verify.check(verify.joined([verify.load(one) for one in zips]), ask.get('keys', []))
            return True
        return verify.signed(*(bytes.fromhex(ask[name]) for name in ('key', 'message', 'signature')))
    except Exception as error:
        return str(error) if ask.get('why') else False
print(json.dumps([judged(ask) for ask in json.load(sys.stdin)]))
`;

/** What the Python check says of each. */
const ask = (questions: readonly object[]): unknown[] => {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', driver, folder], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as unknown[];
};
let written = 0;
const onDisk = (zip: Uint8Array): string => {
  written += 1;
  const file = join(folder, `${written}.zip`);
  writeFileSync(file, zip);
  return file;
};

let sealed: Sealed;
let bundle: Uint8Array;
beforeAll(async () => {
  sealed = await aSeal();
  bundle = makeBundle(sealed);
});

inPython('verify.py', () => {
  test('knows Ed25519 by the test vectors of RFC 8032, section 7.1', () => {
    const vectors = [
      {
        key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        message: '',
        signature:
          'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      },
      {
        key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        message: '72',
        signature:
          '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      },
      {
        key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
        message: 'af82',
        signature:
          '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      },
      {
        key: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
        message:
          'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
        signature:
          'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
      },
    ];
    expect(ask(vectors)).toEqual([true, true, true, true]);
    const spoilt = vectors.flatMap(({ key, message, signature }) => [
      { key, message: `${message}00`, signature },
      { key, message, signature: `00${signature.slice(2)}` },
      { key, message, signature: `${signature.slice(0, 64)}${'f'.repeat(64)}` },
      { key: vectors[1]?.key === key ? vectors[0]?.key : vectors[1]?.key, message, signature },
    ]);
    expect(ask(spoilt)).toEqual(spoilt.map(() => false));
  });

  test('a signature whose scalar is as large as the group’s order is none', () => {
    // RFC 8032, 5.1.7: otherwise there are two signatures for one message.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const [head] = sealed.heads;
    const scalar = BigInt(
      `0x${Buffer.from(head?.signature.slice(64) as string, 'hex')
        .reverse()
        .toString('hex')}`,
    );
    const larger = Buffer.from((scalar + order).toString(16).padStart(64, '0'), 'hex')
      .reverse()
      .toString('hex');
    const changed = sealed.heads.map((one, index) =>
      index === 0 ? { ...one, signature: one.signature.slice(0, 64) + larger } : one,
    );
    const zip = makeBundle({ ...sealed, heads: changed });
    expect(verifyBundle(zip)).toMatchObject({ problem: 'SIGNATURE' });
    expect(ask([{ zip: onDisk(zip) }])).toEqual([false]);
  });

  test('knows the keys that anybody can sign with', () => {
    const why = (key: string) => ({ key, message: 'aa', signature: neutral.signature, why: true });
    const small = smallOrderKeys.map((key) => [key, 'kunci berorde kecil']);
    expect(smallOrderKeys.map((key, index) => [key, ask(smallOrderKeys.map(why))[index]])).toEqual(small);
    expect(new Set(ask(notCanonicalKeys.map(why)))).toEqual(new Set(['kunci tidak sah']));
  });

  test('accepts what we accept, and refuses every forgery that lies in the data', async () => {
    const { openings, ...anonymous } = sealed;
    const stranger = keyOf(9);
    const rounds = sealed.heads.map(({ head: { size } }) => ({ size, key: stranger }));
    const keys = [keyIdFrom(firstKey), keyIdFrom(secondKey)];
    const foreign = onDisk(makeBundle({ ...sealed, ...(await signRounds(sealed.leaves, rounds)) }));
    const good = [
      onDisk(bundle),
      onDisk(makeBundle(anonymous)),
      onDisk(makeBundle({ ...anonymous, openings: openings.slice(3) })),
    ];
    const verdicts = ask([
      ...good.map((zip) => ({ zip })),
      { zip: good[0], keys },
      { zip: foreign },
      { zip: foreign, keys },
      { zip: good[0], keys: keys.slice(1) },
    ]);
    expect(verdicts).toEqual([true, true, true, true, true, false, false]);

    const all = (await forgeries(sealed)).filter(({ onlyOurs }) => !onlyOurs);
    const found = ask(all.map((one) => ({ zip: onDisk(one.bundle) })));
    expect(all.filter((_, index) => found[index] !== false).map(({ name }) => name)).toEqual([]);
  });

  test('400 single bits turned over in the data: none is accepted', () => {
    const files = filesOf(bundle);
    const random = seeded(77);
    const names = Object.values(dataFiles);
    const turned = Array.from({ length: 400 }, () => withOneBitTurned(files, random, names));
    const found = ask(turned.map((one) => ({ zip: onDisk(zipOf(one.files)) })));
    expect(turned.filter((_, index) => found[index] !== false).map(({ name, bit }) => `${name}, bit ${bit}`)).toEqual(
      [],
    );
  }, 120_000);

  test('seals of every size up to 40, continued at every size: the same answer as ours', async () => {
    const random = seeded(3);
    const zips = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const size = index + 1;
        const older = 1 + random.below(size);
        const rounds = older < size ? [older, size] : [size];
        const leaves = sealed.leaves.slice(0, size);
        return makeBundle({
          leaves,
          ...(await signRounds(
            leaves,
            rounds.map((end) => ({ size: end, key: firstKey })),
          )),
        });
      }),
    );
    expect(zips.map((zip) => verifyBundle(zip).ok)).toEqual(zips.map(() => true));
    expect(ask(zips.map((zip) => ({ zip: onDisk(zip) })))).toEqual(zips.map(() => true));
  });

  test('a seal of thousands of records, continued twice: the same answer as ours', async () => {
    const records = recordsOf(aLargeMaterial(600));
    const leaves = records.map((record) => sealRecord(outlineOf(record), randomBytes).text);
    const rounds = [1_024, 2_049, leaves.length].map((size) => ({ size, key: firstKey }));
    const zip = makeBundle({ leaves, ...(await signRounds(leaves, rounds)) });
    expect(leaves.length).toBeGreaterThan(2_400);
    expect(verifyBundle(zip)).toMatchObject({ ok: true });
    expect(ask([{ zip: onDisk(zip) }])).toEqual([true]);
  });

  describe('from a terminal', () => {
    const run = (...options: string[]) => {
      const { status, stdout, stderr } = spawnSync('python3', ['-B', checker, ...options], { encoding: 'utf8' });
      return { status, stdout, stderr };
    };
    const unpacked = (files: Record<string, Uint8Array>): string => {
      const target = mkdtempSync(join(folder, 'unpacked-'));
      mkdirSync(join(target, '__MACOSX'));
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(target, name), bytes);
      return target;
    };

    test('the zip or its folder, with 0 and everything to compare with the berita acara', () => {
      const { head } = sealed.heads[2] as Sealed['heads'][0];
      for (const place of [onDisk(bundle), unpacked(filesOf(bundle))]) {
        const { status, stdout } = run(place);
        expect({ status, verdict: stdout.slice(0, 4) }).toEqual({ status: 0, verdict: 'SAH:' });
        for (const printed of [head.root, head.key]) expect(stdout).toContain(printed.replace(/.{8}(?=.)/g, '$& '));
      }
    });

    test('with 1 and the reason', () => {
      const files = filesOf(bundle);
      const damaged = { ...files, [dataFiles.leaves]: Buffer.from('{}\n') };
      for (const options of [
        [unpacked(damaged)],
        [onDisk(bundle), '--key', '0'.repeat(64)],
        [join(folder, 'none.zip')],
      ]) {
        const { status, stderr } = run(...options);
        expect({ status, verdict: stderr.slice(0, 9) }).toEqual({ status: 1, verdict: 'TIDAK SAH' });
      }
    });

    test('says so where the seal was made days after the closing, and lets no text write over the verdict', async () => {
      const late = run(onDisk(await bundleSealedOn(sealed, '2024-07-27T06:00:00.000Z')));
      expect(late).toMatchObject({ status: 0, stdout: expect.stringContaining('disegel 30 hari sesudah') });
      expect(run(onDisk(bundle)).stdout).not.toContain('PERHATIKAN');
      const { stdout } = run(onDisk(await titled(sealed, 'X\u001b[2K\rSAH\u202e')));
      expect(stdout).toContain('X?[2K?SAH?');
      const heads = sealed.heads.map((one) => ({ ...one, signature: '\u001b[1A' }));
      const { stderr } = run(onDisk(makeBundle({ ...sealed, heads })));
      expect([stderr.includes('\u001b'), stderr.startsWith('TIDAK SAH: bukan heksadesimal')]).toEqual([false, true]);
    });

    test('takes a key as it is printed, in groups', () => {
      const [first, second] = [firstKey, secondKey].map((key) => keyIdFrom(key).replace(/.{8}/g, '$& ').toUpperCase());
      expect(run(onDisk(bundle), '--key', first as string, '--key', second as string).status).toBe(0);
    });
  });
});
