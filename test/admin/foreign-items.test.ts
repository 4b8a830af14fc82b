/** Files that would plant what is not the regency's, or what nobody can read: refused before anything is written; and what is planted already leads nowhere. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readArchive, writeArchive } from '../../functions/admin/archive.ts';
import { archiveFormat } from '../../functions/admin/archive-schema.ts';
import { eraseRegency } from '../../functions/admin/erase-regency.ts';
import { exportRegency } from '../../functions/admin/export-regency.ts';
import { type ImportRequest, importRegency } from '../../functions/admin/import-regency.ts';
import { itemText } from '../../functions/admin/raw-json.ts';
import { owed } from '../../functions/messages/mail-rules.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { itemSchemaVersion } from '../../functions/platform/item-version.ts';
import { keyOf, makeRawItems, type RawItem, type RawItems } from '../../functions/platform/raw-items.ts';
import { kindOf } from '../../functions/platform/regency-items.ts';
import type { Key } from '../../functions/platform/table.ts';
import type { StoredHead } from '../../functions/seals/seal-rules.ts';
import { aRecord, keepRecord } from '../support/coverage-records.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { anInvitation, aRegency, aSession, aUnit, lahat, sessionId } from '../support/fixtures.ts';
import { admin, done } from './installations.ts';
import { inTable } from './raw.ts';

/** Another regency's session; an id that ends in bits that no id has. */
const [victim, none] = [makeSessionId('18.13', 'fixture-session'), 'aaaaaaaaab'];
const now = () => new Date('2026-01-05T03:00:00Z');

let folder: string;
let engine: TestEngine;
let items: RawItems;
/** A small regency, as it is exported; and what its session has once it was held. */
let whole: RawItem[];
let held: RawItem[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  const source = await startTestEngine();
  const { regencies, units, sessions, invitations, mails } = source.stores;
  await regencies.put(aRegency());
  await units.put(lahat, aUnit('Dinas A'));
  await sessions.create(aSession(), 'x');
  await invitations.add([anInvitation('Dinas A')]);
  const mail = owed(anInvitation('Dinas A'), { purpose: 'INVITE' }, now());
  if (mail) await mails.oweOnce(mail);
  const exported = async (): Promise<RawItem[]> => {
    const to = join(folder, 'whole.gz');
    await rm(to, { force: true });
    await exportRegency({ items: makeRawItems(source.client, 'hadir'), now }, { regency: lahat, to });
    const found: RawItem[] = [];
    await readArchive(to, (item) => void found.push(item));
    return found;
  };
  whole = await exported();
  await keepRecord(source.stores.coverage, aRecord('2024-06-27T01:00:00Z', [], { session: sessionId }));
  await invitations.putFrozenRoster(sessionId, [aUnit('Dinas A').id]);
  await source.stores.seals.putHead(sessionId, aHead);
  const known = new Set(whole.map(itemText));
  held = (await exported()).filter((item) => !known.has(itemText(item)));
  await source.stop();
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  engine = await startTestEngine();
  items = makeRawItems(engine.client, 'hadir');
});
afterEach(() => engine.stop());

/** Of the form that is stored; nobody has signed it. */
const aHead: StoredHead = {
  head: {
    format: 'hadir-seal-1',
    regency: lahat,
    session: sessionId,
    number: 1,
    size: 1,
    root: '0'.repeat(64),
    at: now().toISOString(),
    counts: {},
    key: '0'.repeat(64),
  },
  publicKey: `302a300506032b6570032100${'5'.repeat(64)}`,
  signature: '0'.repeat(128),
  attempt: 'a',
  from: 0,
  consistency: [],
  roots: [],
  firsts: [],
  last: '',
};
const raw = (pk: string, sk: string, more: RawItem = {}): RawItem => ({ pk: { S: pk }, sk: { S: sk }, ...more });
const ports = () => ({ items, stores: engine.stores, now });

/** A file with a good hash over these items, as whoever changes one on purpose makes it. */
const fileOf = async (all: readonly RawItem[], regencies: string[] = [lahat]): Promise<string> => {
  const file = join(folder, 'changed.gz');
  await rm(file, { force: true });
  await writeArchive(
    file,
    { items: itemSchemaVersion, regencies, at: now().toISOString() },
    (async function* () {
      yield all;
    })(),
  );
  return file;
};
const refused = async (from: string, code: string, request: Partial<ImportRequest> = {}): Promise<void> => {
  const before = await inTable(items);
  await expect(importRegency(ports(), { from, ...request })).rejects.toMatchObject({ name: 'Refusal', code });
  expect(await inTable(items)).toEqual(before);
};

test('such a regency is imported as it is', async () => {
  expect(whole.map((item) => kindOf(keyOf(item)))).toEqual(
    expect.arrayContaining(['tenant', 'regency', 'unit', 'session', 'invitation', 'mail']),
  );
  expect((await importRegency(ports(), { from: await fileOf(whole) })).put).toBe(whole.length);
});

describe('what another regency owns', () => {
  const planted: [pk: string, sk: string][] = [
    [`R#${lahat}`, `S#${victim}`],
    [`R#${lahat}`, `COV#${victim}`],
    [`R#${lahat}`, `DAY#${victim}#2026-01-04`],
  ];

  test.each([
    ...planted,
    [`R#${lahat}`, `S#${none}`],
    [`S#${none}`, 'I#aaaaaaaa'],
    [`S#${sessionId}#x`, 'I#aaaaaaaa'],
    [`R#${lahat}#x`, 'U#aaaaaaaa'],
    ['N', `R#${lahat}#x`],
  ])('%s / %s is in no file', async (pk, sk) => {
    await refused(await fileOf([raw(pk, sk), ...whole]), 'ARCHIVE_CHANGED');
  });

  test('stays where it is, in a table where its name was planted, and goes into no file', async () => {
    await importRegency(ports(), { from: await fileOf(whole) });
    for (const [pk, sk] of planted) await items.putNew(raw(pk, sk, { id: { S: victim } }));
    const theirs = (key: Key) => /^(S|SEAL)#/.test(key.pk) && key.pk.endsWith(victim);
    await items.putNew(raw(`S#${victim}`, 'I#aaaaaaaa', { name: { S: 'Camat' } }));
    await items.putNew(raw(`SEAL#${victim}`, 'PART#000001#000000000#x'));
    const before = await inTable(items, theirs);
    expect(before).toHaveLength(2);

    const file = join(folder, 'planted.gz');
    await exportRegency({ items, now }, { regency: lahat, to: file });
    const exported: string[] = [];
    await readArchive(file, (item) => void exported.push(itemText(item)));
    expect(exported.filter((text) => text.includes(victim))).toEqual([]);
    expect(exported.length).toBeGreaterThanOrEqual(whole.length);
    await eraseRegency(ports(), { regency: lahat, archive: file });
    // What was planted goes with the regency's partition.
    expect(await inTable(items)).toEqual(before);
  });
});

describe('what this Hadir cannot read', () => {
  const changed = (kind: string, change: RawItem): RawItem[] =>
    whole.map((item) => (kindOf(keyOf(item)) === kind ? { ...item, ...change } : item));

  test.each<[string, RawItem]>([
    ['tenant', { name: { N: '1' } }],
    ['tenant', { code: { S: '18.13' } }],
    ['tenant', { name: { S: 'Daerah yang bernama lain' } }],
    ['regency', { zone: { S: 'WIBB' } }],
    ['regency', { code: { S: '18.13' } }],
    ['unit', { office: { NULL: true } }],
    ['unit', { id: { S: 'aaaaaaaa' } }],
    ['session', { state: { S: 'ELSEWHERE' } }],
    ['session', { id: { S: victim } }],
    ['session', { regency: { S: '18.13' } }],
    ['invitation', { tokenVersion: { S: '1' } }],
    ['invitation', { session: { S: victim } }],
    ['invitation', { id: { S: 'aaaaaaaa' } }],
    ['mail', { state: { S: 'SOMEWHERE' } }],
    ['mail', { session: { S: victim } }],
    ['mail', { invitation: { S: 'aaaaaaaa' } }],
  ])('%s with %j', async (kind, change) => {
    await refused(await fileOf(changed(kind, change)), 'ARCHIVE_UNREADABLE');
  });

  const changedHeld = (kind: string, change: RawItem): RawItem[] => [
    ...held.map((item) => (kindOf(keyOf(item)) === kind ? { ...item, ...change } : item)),
    ...whole,
  ];

  test.each<[string, RawItem]>([
    ['coverage', { units: { S: 'Dinas A' } }],
    ['coverage', { units: { N: '1' } }],
    ['coverage', { arrivals: { S: '{}' } }],
    ['coverage', { session: { S: victim } }],
    ['coverage', { revision: { S: 'x' } }],
    ['coverage', { revision: { N: '1.5' } }],
    ['seal-head', { head: { S: 'x' } }],
    ['seal-head', { firsts: { NULL: true } }],
    ['frozen-roster', { units: { N: '1' } }],
    ['frozen-roster', { units: { S: 'bbbbbbbb' } }],
  ])('of a session that was held: %s with %j', async (kind, change) => {
    await refused(await fileOf(changedHeld(kind, change)), 'ARCHIVE_UNREADABLE');
  });

  test('a session that was frozen without the roster that it names', async () => {
    const units = { hash: { S: 'a'.repeat(64) }, units: { N: '1' }, at: { S: '2024-06-27T01:00:00.000Z' } };
    await refused(await fileOf(changed('session', { frozen: { M: units } })), 'ARCHIVE_UNREADABLE');
  });

  test('as it was held it can be read, and a seal that nobody signed is told', async () => {
    expect(held.map((item) => kindOf(keyOf(item))).sort()).toEqual(['coverage', 'frozen-roster', 'seal-head']);
    const { put, seals } = await importRegency(ports(), { from: await fileOf([...held, ...whole]) });
    expect([put, seals.broken]).toEqual([held.length + whole.length, [sessionId]]);
  });

  test('an entry in the list of tenants without its settings', async () => {
    const file = await fileOf(whole.filter((item) => kindOf(keyOf(item)) !== 'regency'));
    await refused(file, 'ARCHIVE_UNREADABLE');
  });

  test('an entry that a crash left one version behind its settings is one that can be read', async () => {
    const file = await fileOf(changed('regency', { version: { N: '2' }, name: { S: 'Daerah yang berganti nama' } }));
    expect((await importRegency(ports(), { from: file })).put).toBe(whole.length);
  });

  test('an entry of later settings than the file’s, as exports had it that read them in another order', async () => {
    const file = await fileOf(changed('tenant', { version: { N: '2' }, name: { S: 'Daerah yang berganti nama' } }));
    expect((await importRegency(ports(), { from: file })).put).toBe(whole.length);
  });

  test('settings that change while they are exported do not make a file that nobody reads', async () => {
    const { regencies } = engine.stores;
    await regencies.put(aRegency());
    let changes = 0;
    const change = async (): Promise<void> => {
      changes += 1;
      if (changes === 1) await regencies.put(aRegency(lahat, { name: 'Daerah yang berganti nama', version: 2 }));
    };
    const watched: RawItems = {
      ...items,
      found: async (keys) => {
        const found = await items.found(keys);
        await change();
        return found;
      },
      async *pages(range) {
        yield* items.pages(range);
        if (range.prefix === 'META') await change();
      },
    };
    const to = join(folder, 'moving.gz');
    await exportRegency({ items: watched, now }, { regency: lahat, to });
    await eraseRegency(ports(), { regency: lahat });
    expect((await importRegency(ports(), { from: to })).put).toBe(2);
    expect((await regencies.get(lahat))?.version).toBe(2);
  });

  test.each([
    ['a version that its kind has not', 'ARCHIVE_NEWER', raw(`S#${sessionId}`, 'I#bbbbbbbb', { v: { N: '2' } }), 2],
    ['a version that is no number', 'ARCHIVE_NEWER', raw(`S#${sessionId}`, 'I#bbbbbbbb', { v: { S: '1' } }), 2],
    ['a version above the manifest’s', 'ARCHIVE_NEWER', raw(`R#${lahat}`, `COV#${sessionId}`, { v: { N: '2' } }), 1],
    ['a kind that is not known', 'ARCHIVE_NEWER', raw(`R#${lahat}`, 'LATER#1'), 2],
    ['a kind that is called as every object’s maker', 'ARCHIVE_NEWER', raw(`R#${lahat}`, 'constructor'), 2],
  ])('%s', async (_, code, item, version) => {
    const file = join(folder, 'later.gz');
    const manifest = { format: archiveFormat, items: version, regencies: [lahat], at: now().toISOString() };
    const lines = [JSON.stringify(manifest), itemText(item), ...whole.map(itemText)];
    await writeFile(file, gzipSync(`${lines.join('\n')}\n`));
    await refused(file, code);
  });

  test('a kind that is not known is not carried away either', async () => {
    await items.putNew(raw(`R#${lahat}`, 'LATER#1'));
    const exported = exportRegency({ items, now }, { regency: lahat, to: join(folder, 'never.gz') });
    await expect(exported).rejects.toMatchObject({ code: 'TABLE_NEWER', facts: ['R/LATER'] });
  });
});

describe('regencies that nobody named', () => {
  const another = (): RawItem[] =>
    whole.flatMap((item) => {
      const { pk, sk } = keyOf(item);
      const own = { ...item, code: { S: '16.05' } };
      if (sk === 'META') return [{ ...own, ...raw('R#16.05', sk) }];
      return pk === 'N' ? [{ ...own, ...raw(pk, 'R#16.05') }] : [];
    });
  const both = () => fileOf([...whole, ...another()], [lahat, '16.05']);

  test('do not come along', async () => {
    await refused(await both(), 'ARCHIVE_SEVERAL');
    await refused(await both(), 'ARCHIVE_SEVERAL', { regency: lahat });
    await refused(await fileOf(another(), ['16.05']), 'ARCHIVE_OTHER_REGENCY', { regency: lahat });
  });

  test('and those that were', async () => {
    expect((await importRegency(ports(), { from: await fileOf(whole), regency: lahat })).put).toBe(whole.length);
    expect((await importRegency(ports(), { from: await both(), all: true })).put).toBe(2);
    expect((await engine.stores.regencies.all('')).map(({ code }) => code)).toEqual([lahat, '16.05']);
  });

  test('are named on the command line', async () => {
    const typed = ['import', '--from', await both(), '--data', join(folder, 'data')];
    const { code, err } = await admin(...typed);
    expect([code, err]).toEqual([1, expect.stringContaining('Write --all in place of --regency')]);
    expect((await admin(...typed, '--regency', '18.13')).err).toContain('not the regency that --regency names');
    expect(await done(...typed, '--all')).toContain('16.04, 16.05: 8 item ditulis');
  });
});
