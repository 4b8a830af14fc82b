/** Keys that seals of imported sessions are signed with: each is known for the regencies that it has sealed in, and no others. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArchive, writeArchive } from '../../functions/admin/archive.ts';
import type { Archive } from '../../functions/admin/archive-schema.ts';
import { exportText, importText } from '../../functions/admin/reports.ts';
import { addFormerSealKeys, loadSealer } from '../../functions/local/seal-keys.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { itemSchemaVersion } from '../../functions/platform/item-version.ts';
import type { RawItem } from '../../functions/platform/raw-items.ts';
import { keyIdOf } from '../../functions/seals/ed25519.ts';
import { checkStage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';

const keyOf = (digit: string): string => `302a300506032b6570032100${digit.repeat(64)}`;
const [one, two] = [keyOf('5'), keyOf('6')];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
});
afterEach(() => rm(folder, { recursive: true }));

const headOf = (regency: string, publicKey: string, session = 'x'): RawItem => ({
  pk: { S: `SEAL#${makeSessionId(regency, session)}` },
  sk: { S: 'HEAD#000001' },
  publicKey: { S: publicKey },
});

/** What an export says of a file with these heads, and what is read from it. */
const archiveOf = async (regencies: string[], heads: RawItem[]): Promise<[written: Archive, read: Archive]> => {
  const file = join(folder, 'file.gz');
  const manifest = { items: itemSchemaVersion, regencies, at: '2026-01-05T03:00:00.000Z' };
  const written = await writeArchive(
    file,
    manifest,
    (async function* () {
      yield heads;
    })(),
  );
  return [written, await readArchive(file, () => {})];
};

const imported = (archive: Archive, sealKeysKnown?: readonly string[]): string =>
  importText(
    { archive, put: 0, keysAdded: [], seals: { sealed: 0, broken: [] }, owed: { mails: 0, reminding: 0 } },
    { seconds: 1, keysAsked: false, sealKeysKnown },
  );

test('a key of one regency in a file of two is good for that one only', async () => {
  const heads = [headOf('16.04', two), headOf('18.13', one), headOf('18.13', two), headOf('18.13', two, 'y')];
  const [written, read] = await archiveOf(['16.04', '18.13'], [headOf('18.13', one, 'y'), ...heads]);
  expect(read).toEqual(written);
  for (const told of [exportText(written, { to: 'x', keysTo: undefined, seconds: 1 }), imported(read)])
    expect(told.match(/302a[0-9a-f]+\S*/g)?.map((text) => text.replace(/',$/, ''))).toEqual([
      `${one}@18.13`,
      `${two}@16.04+18.13`,
    ]);
  await addFormerSealKeys(folder, read.sealKeyRegencies);
  expect((await (await loadSealer(folder)).keys()).regencies).toEqual(
    new Map([
      [one, new Set(['18.13'])],
      [two, new Set(['16.04', '18.13'])],
    ]),
  );
});

test('the laptop says what each key is good for here, whatever this file was', async () => {
  const own = (await (await loadSealer(folder)).keys()).current;
  await addFormerSealKeys(folder, new Map([[one, ['18.13']]]));
  const [, read] = await archiveOf(['16.04'], [headOf('16.04', one), headOf('16.04', own)]);
  const told = imported(read, await addFormerSealKeys(folder, read.sealKeyRegencies));
  expect(told).toContain(`  ${one}@16.04+18.13\n    = ${keyIdOf(one)}\n`);
  expect(told).toContain(`  ${own}\n    = ${keyIdOf(own)}\n`);
});

test('what is printed for the stage is what the stage takes: of too many regencies, the key alone', async () => {
  const nation = Array.from(
    { length: 508 },
    (_, index) => `${11 + Math.floor(index / 99)}.${String((index % 99) + 1).padStart(2, '0')}`,
  );
  const heads = nation.map((regency) => headOf(regency, one));
  const [written] = await archiveOf(nation, [...heads, headOf('16.04', two, 'y')]);
  const told = imported(written);
  const movedSealKeys = [...told.matchAll(/^ {4}'(.*)',$/gm)].map(([, text]) => text ?? '');
  expect(movedSealKeys.map((text) => text.slice(0, 95))).toEqual([one, `${two}@16.04`]);
  expect(checkStage({ ...stages.prod, movedSealKeys }, 'prod').movedSealKeys).toEqual(movedSealKeys);
  expect(told).toContain('more regencies than a stage can name');
});
