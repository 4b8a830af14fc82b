/** What the store of seals promises, against the embedded engine: one claim, one head of a number, nothing written over. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sealLeavesKey } from '../../functions/platform/keys.ts';
import type { StoredHead } from '../../functions/seals/seal-rules.ts';
import { lahat } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('seals');

const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const identity = (byte: number): string => byte.toString(16).padStart(2, '0').repeat(16);

const aHead = (session: string, changes: Partial<StoredHead> = {}, number = 1): StoredHead => ({
  head: {
    format: 'hadir-seal-1',
    regency: lahat,
    session,
    number,
    size: 2,
    root: 'a'.repeat(64),
    at: '2024-06-27T05:00:00.000Z',
    counts: { session: 1, office: 1 },
    key: 'b'.repeat(64),
  },
  publicKey: `302a300506032b6570032100${'c'.repeat(64)}`,
  signature: 'd'.repeat(128),
  attempt: 'one',
  from: 0,
  consistency: [],
  roots: [],
  firsts: ['00'],
  last: '01aaaaaaaa',
  ...changes,
});

describe('claims', () => {
  const times = { now: '2024-06-27T05:00:00.000Z', until: '2024-06-27T05:01:00.000Z' };

  test('of twenty at once one has it, until it is released', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => seals.claim(session, `a${index}`, times)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await seals.isClaimed(session, times.now)).toBe(true);
    // Somebody else's release is none.
    await seals.release(session, 'another');
    expect(await seals.isClaimed(session, times.now)).toBe(true);
    await seals.release(session, `a${claims.indexOf(true)}`);
    expect(await seals.isClaimed(session, times.now)).toBe(false);
    expect(await seals.claim(session, 'next', times)).toBe(true);
  });

  test('it ends by itself', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    expect(await seals.isClaimed(session, times.now)).toBe(false);
    await seals.claim(session, 'one', times);
    const later = { now: times.until, until: '2024-06-27T05:02:00.000Z' };
    expect(await seals.claim(session, 'two', { ...later, now: '2024-06-27T05:00:59.999Z' })).toBe(false);
    expect(await seals.claim(session, 'two', later)).toBe(true);
    await seals.release(session, 'one');
    expect(await seals.isClaimed(session, times.until)).toBe(true);
  });
});

describe('heads', () => {
  test('of a number there is one, whoever is faster; all of them come in order, as they were put', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    const put = (attempt: string) => seals.putHead(session, aHead(session, { attempt, roots: [hash(1), hash(2)] }));
    const results = await Promise.all(['one', 'two', 'three'].map(put));
    expect(results.filter(Boolean)).toHaveLength(1);
    const winner = ['one', 'two', 'three'][results.indexOf(true)] as string;
    const second = aHead(session, { attempt: 'late', from: 2, consistency: ['e'.repeat(64)] }, 2);
    await seals.putHead(session, second);
    const [first, ...others] = await seals.heads(session);
    expect(first).toMatchObject({ attempt: winner, firsts: ['00'], last: '01aaaaaaaa' });
    expect(first?.roots.map((root) => root[0])).toEqual([1, 2]);
    expect(others).toEqual([second]);
    expect(await seals.heads(freshSession())).toEqual([]);
  });
});

describe('pieces', () => {
  test('hashes come back part by part and all in order; two attempts never write over each other', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    const piece = (from: number, attempt: string, byte: number) => ({
      from,
      attempt,
      hashes: [hash(byte), hash(byte + 1)],
      identities: [identity(byte), identity(byte + 1)],
      contents: [identity(byte + 100), identity(byte + 101)],
    });
    const pieces = [piece(512, 'one', 3), piece(0, 'two', 5), piece(0, 'one', 1)];
    for (const one of pieces) await seals.putHashes(session, one);
    const found = await seals.hashes(session);
    expect(found.map(({ from, attempt }) => [from, attempt])).toEqual([
      [0, 'one'],
      [0, 'two'],
      [512, 'one'],
    ]);
    expect(found[0]?.identities).toEqual([identity(1), identity(2)]);
    expect(Buffer.from(found[0]?.hashes[1] as Uint8Array)).toEqual(Buffer.from(hash(2)));
    expect((await seals.hashesOfPart(session, 1)).map(({ from }) => from)).toEqual([512]);
    expect(await seals.hashesOfPart(session, 2)).toEqual([]);
  });

  const run = (from: number, attempt = 'one') => ({
    from,
    attempt,
    texts: ['{"a":"é"}', '{"b":1}'],
    openings: [[{ field: 'holder.name', salt: 'f'.repeat(64), value: 'Nama "é"' }], []],
  });

  test('leaves come back as they were written, over several pages too', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    expect(await seals.leaves(session, 0, 'one')).toBeUndefined();
    for (let index = 0; index < 60; index += 1) await seals.putLeaves(session, run(index * 128));
    expect(await seals.leaves(session, 128, 'one')).toMatchObject(run(128));
    const all: number[] = [];
    for await (const { from } of seals.allLeaves(session)) all.push(from);
    expect(all).toEqual(Array.from({ length: 60 }, (_, index) => index * 128));
  });

  test('openings are dropped from what was read, and from nothing else', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    await seals.putLeaves(session, { ...run(0), openings: [run(0).openings[0] ?? [], run(0).openings[0] ?? []] });
    const read = await seals.leaves(session, 0, 'one');
    if (!read) throw new Error('the run is not there');
    expect(await seals.dropOpenings(session, read, new Set([0]))).toBe(true);
    // Somebody who read it before would bring the first one back.
    expect(await seals.dropOpenings(session, read, new Set([1]))).toBe(false);
    const now = await seals.leaves(session, 0, 'one');
    expect(now?.openings.map((leaf) => leaf.length)).toEqual([0, 1]);
    expect(now?.texts).toEqual(read.texts);
    expect(now && (await seals.dropOpenings(session, now, new Set([1])))).toBe(true);
    expect((await seals.leaves(session, 0, 'one'))?.openings).toEqual([[], []]);
  });

  test('leaves that were kept while salts stood in the openings are read, and erased from', async () => {
    const { seals } = engine.stores;
    const session = freshSession();
    const { texts, openings, ...named } = run(0);
    const packed = { leaves: gzipSync(texts.join('\n')), openings: gzipSync(JSON.stringify(openings)) };
    await engine.table.put({ ...sealLeavesKey(session, 0, 'one'), ...named, ...packed });
    const read = await seals.leaves(session, 0, 'one');
    expect(read).toMatchObject(run(0));
    expect(read && (await seals.dropOpenings(session, read, new Set([1])))).toBe(true);
    expect(await seals.leaves(session, 0, 'one')).toMatchObject(run(0));
  });
});
