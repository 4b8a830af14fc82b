/** That nothing of a regency is forgotten: one item under every key that the product knows, exported, erased, and its neighbours left alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import * as keys from '../../functions/platform/keys.ts';
import { kindOf, ownerOf } from '../../functions/platform/regency-items.ts';
import type { Key } from '../../functions/platform/table.ts';
import { makeTable } from '../../functions/platform/table.ts';
import { admin, type Cloud, done, startCloud, where } from './installations.ts';
import { inFile, inTable } from './raw.ts';

type Make = (...args: never[]) => Key;
/** Every function of keys.ts that makes a key, so that a new one is in here without being written down. */
const makers = Object.entries(keys as Record<string, unknown>).flatMap(([name, make]): [string, Make][] =>
  name.endsWith('Key') && typeof make === 'function' ? [[name, make as Make]] : [],
);

/** What a key function is given: by its own parameters' names, since each calls the same thing the same. */
const valuesFor = (code: string): Record<string, unknown> => {
  const session = makeSessionId(code, 'every-key');
  const texts = [
    'unit',
    'id',
    'text',
    'invite',
    'reading',
    'denial',
    'door',
    'conflict',
    'nonce',
    'rule',
    'invitation',
  ];
  return {
    ...Object.fromEntries(
      [...texts, 'purpose', 'hash', 'kind', 'attempt', 'request', 'photo'].map((name) => [name, `a-${name}`]),
    ),
    ...Object.fromEntries(['version', 'part', 'number', 'from'].map((name) => [name, 1])),
    code,
    regency: code,
    province: code.slice(0, 2),
    session,
    day: '2024-06-27',
  };
};
const parametersOf = (make: Make): string[] => {
  const source = make.toString();
  return source
    .slice(source.indexOf('(') + 1, source.indexOf(')'))
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
};
/** An import's plan lies in a partition that is called by both. */
const plan = 'a-plan';
const keyFor = (code: string, [name, make]: [string, Make]): Key => {
  const values: Record<string, unknown> = {
    ...valuesFor(code),
    ...(name === 'importPartKey' && { id: `a-id#${plan}` }),
  };
  const args = parametersOf(make).map((parameter) => {
    if (values[parameter] === undefined) throw new Error(`${name}: this test knows no value for "${parameter}"`);
    return values[parameter];
  });
  return make(...(args as never[]));
};

const totals = new Set(['regencyTotalsKey', 'provinceTotalsKey']);
const keysFor = (code: string): Key[] =>
  makers.filter(([name]) => !totals.has(name)).map((maker) => keyFor(code, maker));

let cloud: Cloud;
let folder: string;
const codes = ['16.04', '16', '16.40', '18.04'];
const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const keyIn = (text: string): string => {
  const { pk, sk } = JSON.parse(text).Item;
  return `${pk.S} ${sk.S}`;
};

const fill = async (): Promise<void> => {
  const table = makeTable(cloud.engine.client, 'hadir');
  for (const code of codes) {
    for (const key of keysFor(code))
      await table.put({ ...key, plan, code, bytes: Uint8Array.of(1), numbers: new Set([2, 1]) });
    // A regency that its list of tenants can be read with.
    const regency = {
      code,
      name: `Daerah ${code}`,
      zone: 'WIB',
      labels: { district: 'Kecamatan', village: 'Desa' },
      letterhead: { lines: ['PEMERINTAH'] },
      version: 1,
    };
    await table.put({ ...keys.regencyKey(code), ...regency });
    await table.put({ ...keys.tenantKey(code), ...regency });
    await table.put({ ...keys.regencyTotalsKey(code), stale: true });
  }
};

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  cloud = await startCloud('{}');
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  await fill();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
  await rm(folder, { recursive: true });
});

test('there are keys, and every one is called something', () => {
  expect(makers.length).toBeGreaterThan(30);
  const nameless = keysFor('16.04').filter((key) => kindOf(key).includes('/'));
  expect(nameless).toEqual([]);
  expect(keysFor('16.04').filter((key) => ownerOf(key) !== '16.04')).toEqual([]);
});

test.each(codes)('an export of %s has an item under every key, and none of a neighbour', async (code) => {
  const file = join(folder, `${code}.gz`);
  await done('export', '--regency', code, '--to', file, ...where(cloud));
  expect((await inFile(file)).map(keyIn).sort()).toEqual(keysFor(code).map(nameOf).sort());
});

test('an export of all has those of each', async () => {
  const file = join(folder, 'all.gz');
  await done('export', '--all', '--to', file, ...where(cloud));
  expect((await inFile(file)).map(keyIn).sort()).toEqual(codes.flatMap(keysFor).map(nameOf).sort());
});

test.each([['16.04'], ['16']])(
  'erasing %s takes what nothing leads to as well, and leaves its neighbours as they were',
  async (code) => {
    const table = makeTable(cloud.engine.client, 'hadir');
    // An import that lost a race left its plan; a phone wrote into a session that nothing names.
    await table.put({ pk: `IM#${code}#another#plan`, sk: 'DETAILS' });
    await table.put({ ...keys.denialKey(makeSessionId(code, 'nobody-knows'), 'late'), at: 'now' });
    const isOthers = (key: Key) => ownerOf(key) !== code && !/^P#/.test(key.pk) && !/^P#/.test(key.sk);
    const before = await inTable(cloud.items(), isOthers);
    const isOwn = (key: Key) => ownerOf(key) === code || nameOf(key) === nameOf(keys.regencyTotalsKey(code));
    expect((await inTable(cloud.items(), isOwn)).length).toBeGreaterThan(30);
    const refused = await admin(
      'erase',
      '--regency',
      code,
      '--yes',
      code,
      '--export',
      join(folder, `${code}.gz`),
      ...where(cloud),
    );
    // What nothing leads to is no export's business, and no reason to refuse.
    expect(refused.code).toBe(0);
    expect(await inTable(cloud.items(), isOwn)).toEqual([]);
    expect(await inTable(cloud.items(), isOthers)).toEqual(before);
  },
);

test('the last regency of a province takes the province’s totals with it', async () => {
  const ofProvince = (province: string) => (key: Key) => nameOf(key) === nameOf(keys.provinceTotalsKey(province));
  expect(await inTable(cloud.items(), ofProvince('16'))).toHaveLength(1);
  await done('erase', '--regency', '16.40', '--yes', '16.40', '--without-export', ...where(cloud));
  expect(await inTable(cloud.items(), ofProvince('16'))).toEqual([]);
  expect(await inTable(cloud.items(), (key) => ownerOf(key) === '18.04')).toHaveLength(keysFor('18.04').length);
});
