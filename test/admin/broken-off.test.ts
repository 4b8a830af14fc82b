/** Imports and erasures that break off, files that were damaged or changed, and places where something stands already. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { eraseRegency } from '../../functions/admin/erase-regency.ts';
import { exportRegency } from '../../functions/admin/export-regency.ts';
import { importRegency } from '../../functions/admin/import-regency.ts';
import { itemFrom } from '../../functions/admin/raw-json.ts';
import { importText } from '../../functions/admin/reports.ts';
import { owed } from '../../functions/messages/mail-rules.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { makeRawItems, type RawItems } from '../../functions/platform/raw-items.ts';
import { ownerOf } from '../../functions/platform/regency-items.ts';
import { EngineUnavailable } from '../../functions/platform/table.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { startTestApi } from '../support/api.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { anInvitation, aRegency, aSession, lahat } from '../support/fixtures.ts';
import { fillHall, startHall } from '../support/sealed-hall.ts';
import { admin, done, startCloud, startLaptop, where } from './installations.ts';
import { inFile, inTable, isKept } from './raw.ts';

let folder: string;
let file: string;
let session: string;
let engine: TestEngine;
let items: RawItems;
const now = () => new Date('2026-01-05T03:00:00Z');
const ports = (over: RawItems = items) => ({ items: over, stores: engine.stores, now });
const isOwn = (key: { pk: string; sk: string }) => ownerOf(key) === '16.04' && isKept(key);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  file = join(folder, 'one.gz');
  const api = await startTestApi();
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  await hall.close();
  session = hall.session;
  await exportRegency({ items: makeRawItems(api.engine.client, 'hadir'), now }, { regency: '16.04', to: file });
  await api.stop();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  engine = await startTestEngine();
  items = makeRawItems(engine.client, 'hadir');
});
afterEach(() => engine.stop());

/** The cable is pulled after so many of these calls. */
const breakingAfter = (calls: number, name: 'putNew' | 'remove'): RawItems => {
  let left = calls;
  const work = async (...args: never[]): Promise<never> => {
    left -= 1;
    if (left < 0) throw new Error('the cable was pulled');
    return (items[name] as (...args: never[]) => Promise<never>)(...args);
  };
  return { ...items, [name]: work };
};

test('an import that breaks off shows nobody anything, and goes on when it is run again, wherever that was', async () => {
  const whole = await inFile(file, isKept);
  for (const calls of [1, 9, whole.length - 8, whole.length - 1]) {
    await expect(importRegency(ports(breakingAfter(calls, 'putNew')), { from: file })).rejects.toThrow('cable');
    const isListed = await engine.stores.regencies.page('16.04', { limit: 1 });
    expect(isListed.items).toEqual([]);
  }
  // Of a session whose partition came in part, nothing may be sealed anew: it is not there for who seals.
  const { put, seals } = await importRegency(ports(), { from: file });
  expect(put).toBeGreaterThan(0);
  expect(seals).toEqual({ sealed: 1, broken: [] });
  expect(await inTable(items, isOwn)).toEqual(whole);
});

test('the session comes after everything in its partitions', async () => {
  const before: boolean[] = [];
  const watched: RawItems = {
    ...items,
    putNew: async (item) => {
      if (item.pk?.S === `SEAL#${session}` || item.pk?.S === `S#${session}`)
        before.push((await engine.stores.sessions.get(session, { consistent: true })) === undefined);
      return items.putNew(item);
    },
  };
  await importRegency(ports(watched), { from: file });
  expect(before.length).toBeGreaterThan(10);
  expect(new Set(before)).toEqual(new Set([true]));
});

test('an erasure that breaks off is completed by the next, wherever that was', async () => {
  await importRegency(ports(), { from: file });
  for (const calls of [0, 1, 2, 3, 4, 5]) {
    await expect(
      eraseRegency(ports(breakingAfter(calls, 'remove')), { regency: '16.04', archive: file }),
    ).rejects.toThrow('cable');
  }
  await eraseRegency(ports(), { regency: '16.04', archive: file });
  expect(await inTable(items)).toEqual([]);
});

const lines = async (): Promise<string[]> =>
  gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .slice(0, -1);
const written = async (name: string, changed: readonly string[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, gzipSync(`${changed.join('\n')}\n`));
  return path;
};

test.each<[string, (all: string[]) => string[], string]>([
  [
    'an item that was changed',
    (all) => all.map((line) => line.replace('Siti Nurhaliza', 'Siti Nurbaya')),
    'ARCHIVE_CHANGED',
  ],
  ['an item that was taken out', ([first = '', , ...rest]) => [first, ...rest], 'ARCHIVE_CHANGED'],
  [
    'another regency’s item',
    ([first = '', ...rest]) => [first, '{"Item":{"pk":{"S":"R#16.05"},"sk":{"S":"U#x"}}}', ...rest],
    'ARCHIVE_CHANGED',
  ],
  ['no trailer', (all) => all.slice(0, -1), 'ARCHIVE_BROKEN'],
  ['something after the trailer', (all) => [...all, all[1] ?? ''], 'ARCHIVE_CHANGED'],
  ['another format', (all) => all.map((line) => line.replace('hadir-export-1', 'hadir-export-2')), 'ARCHIVE_NEWER'],
  [
    'items of a newer version',
    (all) => all.map((line) => line.replace(/^(\{"format".*"items":)\d+/, '$199')),
    'ARCHIVE_NEWER',
  ],
  ['something else altogether', () => ['{"hello":1}'], 'ARCHIVE_UNKNOWN'],
])('%s: refused before anything is written', async (name, change, code) => {
  const path = await written(`${name.replace(/\W/g, '')}.gz`, change(await lines()));
  await expect(importRegency(ports(), { from: path })).rejects.toMatchObject({ code });
  expect(await inTable(items)).toEqual([]);
});

test('a file that was cut off, is none, or is not there, is said to be so', async () => {
  const whole = await readFile(file);
  await writeFile(join(folder, 'cut.gz'), whole.subarray(0, whole.length >> 1));
  await writeFile(join(folder, 'text.gz'), 'hello');
  const refusal = (name: string) => importRegency(ports(), { from: join(folder, name) });
  await expect(refusal('cut.gz')).rejects.toMatchObject({ code: 'ARCHIVE_BROKEN' });
  await expect(refusal('text.gz')).rejects.toMatchObject({ code: 'ARCHIVE_BROKEN' });
  await expect(refusal('nothing.gz')).rejects.toMatchObject({ code: 'FILE_MISSING' });
});

test('a seal that does not hold is imported as it is, and told', async () => {
  const changed = (await lines()).map((line) =>
    line.includes('"HEAD#000001"')
      ? line.replace(/(?<="signature":\{"S":")./, (digit) => (digit === '0' ? '1' : '0'))
      : line,
  );
  // Whoever changes it on purpose makes the hash again.
  const path = join(folder, 'resigned.gz');
  const source = await startTestEngine();
  const from = makeRawItems(source.client, 'hadir');
  for (const line of changed.slice(1, -1)) await from.putNew(itemFrom(JSON.parse(line)));
  await exportRegency({ items: from, now }, { regency: '16.04', to: path });
  await source.stop();
  const { seals } = await importRegency(ports(), { from: path });
  expect(seals).toEqual({ sealed: 1, broken: [session] });
});

test('an engine that does not answer is no seal that does not hold', async () => {
  const { seals } = engine.stores;
  const leaves = () => Promise.reject(new EngineUnavailable('the cable was pulled'));
  const stores = { ...engine.stores, seals: { ...seals, leaves } };
  await expect(importRegency({ ...ports(), stores }, { from: file })).rejects.toThrow('cable');
  expect((await importRegency(ports(), { from: file })).seals).toEqual({ sealed: 1, broken: [] });
});

test('a regency that is here already with something else is left alone', async () => {
  await items.putNew({ pk: { S: 'R#16.04' }, sk: { S: 'U#somebody' } });
  await expect(importRegency(ports(), { from: file })).rejects.toMatchObject({
    code: 'REGENCY_DIFFERS',
    facts: ['16.04', '1 unit'],
  });
  expect(await inTable(items)).toHaveLength(1);
});

test('what has gone on here since the import stays: the same file does not take it back', async () => {
  await importRegency(ports(), { from: file });
  const [unit] = await engine.stores.units.all('16.04');
  const key = { pk: 'R#16.04', sk: `U#${unit?.id}` };
  const [item] = await items.found([key]);
  await items.remove([key]);
  await items.putNew({ ...item, name: { S: 'Dinas yang berganti nama' } });
  await expect(importRegency(ports(), { from: file })).rejects.toMatchObject({
    code: 'REGENCY_DIFFERS',
    facts: ['16.04', '1 unit'],
  });
  expect((await items.found([key]))[0]?.name?.S).toBe('Dinas yang berganti nama');
});

test('while the product runs over a folder a command refuses, and the product goes on', async () => {
  const data = join(folder, 'data');
  const laptop = await startLaptop(data);
  try {
    const { code, err } = await admin('export', '--data', data, '--regency', '16.04', '--to', join(folder, 'never.gz'));
    expect([code, err]).toEqual([1, expect.stringContaining('sedang berjalan')]);
    expect((await laptop.call(null, 'GET', '/api/health')).status).toBe(200);
    expect(await laptop.deps.stores.regencies.all('')).toEqual([]);
  } finally {
    await laptop.stop();
  }
  expect((await admin('export', '--data', join(folder, 'no-such'), '--regency', '16.04', '--to', 'x')).err).toContain(
    'no-such',
  );
});

test('a folder that is not there is no work to go on with: what to write instead', async () => {
  const laptop = await startLaptop(join(folder, 'nowhere'));
  await laptop.stop();
  const { code, err } = await admin(
    ...['import', '--data', join(folder, 'nowhere'), '--from', file],
    ...['--keys', join(folder, 'no-such', 'keys')],
  );
  expect([code, err]).toEqual([1, expect.stringContaining('keys tidak ada')]);
  await done('import', '--data', join(folder, 'nowhere'), '--from', file);
  const to = join(folder, 'no-such', 'x.gz');
  const exported = await admin('export', '--data', join(folder, 'nowhere'), '--regency', '16.04', '--to', to);
  expect([exported.code, exported.err]).toEqual([1, expect.stringContaining('Map untuk berkas itu tidak ada')]);
});

test.each([['export', '--to', join(tmpdir(), 'never.gz')], ['recompute']])(
  '%s where nobody answers: what to look at, not that it went halfway',
  async (...command) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
    const nowhere = ['--table', 'hadir', '--endpoint', 'http://127.0.0.1:9'];
    const { code, err } = await admin(...command, '--regency', '16.04', ...nowhere);
    expect([code, err]).toEqual([1, expect.stringContaining('Periksa --endpoint')]);
    vi.unstubAllEnvs();
  },
);

test('keys that cannot go along are found out before a file is written that the next attempt would meet', async () => {
  await importRegency(ports(), { from: file });
  const [to, keysTo] = [join(folder, 'with.gz'), join(folder, 'with.keys')];
  const change = () => Promise.reject(new Error('no such secret'));
  const request = { regency: '16.04', to, keysTo };
  await expect(exportRegency({ items, now, tokenKeys: { change } }, request)).rejects.toThrow('no such secret');
  await expect(exportRegency({ items, now }, { ...request, keysTo: to })).rejects.toMatchObject({
    code: 'SECRET_NEEDED',
  });
  const tokenKeys = { change: () => Promise.resolve({ current: 1, secrets: new Map() }) };
  await expect(exportRegency({ items, now, tokenKeys }, { ...request, keysTo: to })).rejects.toMatchObject({
    code: 'FILE_EXISTS',
  });
  await expect(stat(to)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('what an export that was killed left half written is told, and stays until somebody looks', async () => {
  await importRegency(ports(), { from: file });
  const to = join(folder, 'private.gz');
  await writeFile(`${to}.part`, 'half', { mode: 0o644 });
  const exported = exportRegency({ items, now }, { regency: '16.04', to });
  await expect(exported).rejects.toMatchObject({ code: 'DRAFT_EXISTS', facts: [`${to}.part`] });
  expect(await readFile(`${to}.part`, 'utf8')).toBe('half');
  await rm(`${to}.part`);
  await exportRegency({ items, now }, { regency: '16.04', to });
  expect((await stat(to)).mode & 0o777).toBe(0o600);
});

test('who imports is told what will be sent from here, beside what the source sends', async () => {
  const { regencies, sessions, mails } = engine.stores;
  await regencies.put(aRegency());
  const plan: Partial<Session> = { state: 'PUBLISHED', reminderDays: [3], startsAt: '2026-01-20T01:00:00.000Z' };
  const changes: Partial<Session>[] = [
    {},
    { startsAt: '2026-01-04T01:00:00.000Z' },
    { state: 'CANCELLED' },
    { reminderDays: [] },
  ];
  const idOf = (index: number) => makeSessionId(lahat, `session ${index}`);
  for (const [index, change] of changes.entries())
    await sessions.create(aSession({ ...plan, ...change, id: idOf(index) }), 'x');
  const [waits, sent] = ['Dinas A', 'Dinas B'].map((name) =>
    owed(anInvitation(name, { session: idOf(0) }), { purpose: 'INVITE' }, now()),
  );
  if (waits) await mails.oweOnce(waits);
  if (sent) await mails.oweOnce({ ...sent, state: 'SENT' });
  const to = join(folder, 'owing.gz');
  await exportRegency({ items, now }, { regency: lahat, to });
  const other = await startTestEngine();
  const copy = { items: makeRawItems(other.client, 'hadir'), stores: other.stores, now };
  const imported = await importRegency(copy, { from: to });
  await other.stop();
  expect(imported.owed).toEqual({ mails: 1, reminding: 1 });
  const text = (facts: Partial<typeof imported> = {}) =>
    importText({ ...imported, ...facts }, { seconds: 1, keysAsked: false, sealKeysKnown: [] });
  expect(text()).toContain('1 mails that are still owed, and the automatic reminders of 1 sessions');
  expect(text({ owed: { mails: 0, reminding: 0 } })).not.toContain('still owed');
});

test('items of a version that this Hadir does not know are not carried away as if it knew them', async () => {
  await items.putNew({ pk: { S: 'R#16.04' }, sk: { S: 'U#x' }, v: { N: '99' } });
  await expect(exportRegency({ items, now }, { regency: '16.04', to: join(folder, 'newer.gz') })).rejects.toMatchObject(
    {
      code: 'TABLE_NEWER',
    },
  );
});

test('two keys of codes under one number are never mixed up', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  const own = JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') });
  const cloud = await startCloud(own);
  try {
    const theirs = randomBytes(32).toString('base64url');
    await writeFile(join(folder, 'keys'), JSON.stringify({ current: 1, 1: theirs }));
    const refused = await admin('import', '--from', file, '--keys', join(folder, 'keys'), ...where(cloud));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('bernomor 1')]);
    expect(refused.err).not.toContain(theirs);
    expect(cloud.secret()).toBe(own);
    expect(await inTable(cloud.items())).toEqual([]);
    expect(await done('import', '--from', file, ...where(cloud))).toContain('Tanpa --keys');
  } finally {
    await cloud.stop();
    vi.unstubAllEnvs();
  }
});
