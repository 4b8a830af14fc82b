/**
 * A sealing, and an erasure, that end at any of their writes: before it, or after it with its answer lost, as when a process is killed. Nothing
 * is half sealed, the next attempt finishes, and what it makes is verified from the outside.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import type { Table } from '../../functions/platform/table.ts';
import { makeBundle } from '../../functions/seals/bundle.ts';
import { makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import { makeErase } from '../../functions/seals/erase.ts';
import { readSeal } from '../../functions/seals/seal-material.ts';
import { leaseMs, standing } from '../../functions/seals/seal-rules.ts';
import { makeSealSession } from '../../functions/seals/seal-session.ts';
import type { LeafRun } from '../../functions/seals/seal-store.ts';
import { makeStores, type Stores } from '../../functions/stores.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { aCheckIn, anInvitation, aSession, lahat } from '../support/fixtures.ts';
import { verified } from '../support/sealed-hall.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const sealer = makeEd25519Sealer(generateKeyPairSync('ed25519').privateKey);
const start = Date.parse('2024-06-27T06:00:00Z');
class Killed extends Error {}

/** The table of a process that is killed at its write of this number, before the engine has it or after; then nothing of it is heard again. */
const dyingTable = (table: Table, writes: number, when: 'before' | 'after'): { table: Table; died: () => boolean } => {
  let left = writes;
  let dead = false;
  const mortal =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>, isWrite: boolean) =>
    async (...args: A): Promise<R> => {
      if (dead) throw new Killed();
      if (!isWrite) return work(...args);
      left -= 1;
      if (left >= 0) return work(...args);
      dead = true;
      if (when === 'after') await work(...args);
      throw new Killed();
    };
  return {
    table: {
      ...table,
      get: mortal(table.get, false),
      queryAll: mortal(table.queryAll, false),
      queryPage: mortal(table.queryPage, false),
      put: mortal(table.put, true),
      update: mortal(table.update, true),
    },
    died: () => dead,
  };
};

let halls = 0;
/** More leaves than a run and than a part hold, so that an attempt has many writes to die at. */
const closedHall = async (offices = 130): Promise<string> => {
  halls += 1;
  const session = makeSessionId(lahat, `seal-fault-${halls}`);
  const { invitations, sessions } = engine.stores;
  const all = Array.from({ length: offices }, (_, index) =>
    anInvitation(`Dinas ${index}`, {
      session,
      checkIn: aCheckIn({ nonce: `scan-${index}`, who: 'delegate', delegate: { name: `Utusan ${index}` } }),
      undone: [
        {
          checkIn: aCheckIn({ nonce: `undone-${index}`, operator: 'operator-1' }),
          at: '2024-06-27T00:55:00.000Z',
          by: 'operator-1',
          reason: 'Salah orang',
        },
      ],
    }),
  );
  await invitations.add(all);
  const frozen = await invitations.putFrozenRoster(
    session,
    all.map(({ id }) => id),
  );
  const openedAt = '2024-06-27T00:30:00.000Z';
  const closed = { state: 'CLOSED', openedAt, closedAt: '2024-06-27T05:00:00.000Z' } as const;
  await sessions.create(aSession({ id: session, ...closed, frozen: { at: openedAt, ...frozen } }), 'x');
  return session;
};

const sealsOf = (stores: Stores, clock: { now: number }) =>
  makeSealSession({ stores, sealer, randomBytes, now: () => new Date(clock.now), pause: async () => {} });

/** What the outside would check, of what stands. */
const bundleOf = async (session: string): Promise<Uint8Array> => {
  const { seals } = engine.stores;
  const heads = await seals.heads(session);
  const all: LeafRun[] = [];
  for await (const run of seals.allLeaves(session)) all.push(run);
  const runs = standing(heads, all);
  return makeBundle({
    heads: heads.map(({ head, publicKey, signature }) => ({ head, publicKey, signature })),
    leaves: runs.flatMap(({ texts }) => texts),
    consistency: heads.slice(1).map(({ consistency }) => consistency),
    openings: runs.flatMap(({ from, openings }) =>
      openings.map((leaf, index) => ({ index: from + index, openings: leaf })),
    ),
  });
};

const unsealed = async (session: string): Promise<number> => {
  const found = await engine.stores.sessions.get(session);
  if (!found) throw new Error('the session is not there');
  return (await readSeal(engine.stores, found)).fresh.length;
};

describe.each(['before', 'after'] as const)('a process that is killed %s a write', (when) => {
  test('of a seal: the next one, once the lease is over, seals all of it once', { timeout: 240_000 }, async () => {
    const ends: boolean[] = [];
    // Claim, five runs, two parts, the head: nine writes. The release is not waited for.
    for (let write = 0; write < 9; write += 1) {
      const session = await closedHall();
      const clock = { now: start };
      const dying = dyingTable(engine.table, write, when);
      await expect(sealsOf(makeStores(dying.table), clock)(session)).rejects.toThrow();
      ends.push(dying.died());
      const sealedAlready = (await engine.stores.seals.heads(session)).length;
      expect(await unsealed(session)).toBe(sealedAlready ? 0 : 521);

      clock.now += leaseMs;
      const heads = await sealsOf(engine.stores, clock)(session);
      expect(heads).toHaveLength(1);
      expect(await unsealed(session)).toBe(0);
      expect(verified(await bundleOf(session)).opened).toBeGreaterThan(500);
    }
    expect(new Set(ends)).toEqual(new Set([true]));
  });

  test('of an addendum: what was sealed stays as it was', { timeout: 240_000 }, async () => {
    for (let write = 0; write <= 3; write += 1) {
      const session = await closedHall();
      const clock = { now: start };
      await sealsOf(engine.stores, clock)(session);
      const [first] = await engine.stores.seals.heads(session);
      await engine.stores.invitations.revoke(session, anInvitation('Dinas 3').id, '2024-06-27T05:30:00.000Z');
      const dying = dyingTable(engine.table, write, when);
      await expect(sealsOf(makeStores(dying.table), clock)(session)).rejects.toThrow();
      clock.now += leaseMs;
      const heads = await sealsOf(engine.stores, clock)(session);
      expect(heads?.map(({ head }) => head.size)).toEqual([521, 522]);
      expect(heads?.[0]).toEqual(first);
      verified(await bundleOf(session));
    }
  });

  test('of an erasure: repeated, it ends, and nothing of the person is left', { timeout: 240_000 }, async () => {
    const erased = { at: '2024-06-27T06:00:00.000Z', by: 'organizer-1', reason: 'Atas permintaan' };
    const target = anInvitation('Dinas 7').id;
    let write = 0;
    for (let finished = false; !finished; write += 1) {
      const session = await closedHall(20);
      const found = await engine.stores.sessions.get(session);
      if (!found) throw new Error('the session is not there');
      const clock = { now: start };
      await sealsOf(engine.stores, clock)(session);
      const dying = dyingTable(engine.table, write, when);
      const dyingStores = makeStores(dying.table);
      await makeErase(dyingStores, sealsOf(dyingStores, clock))(found, target, erased).catch(() => {});
      finished = !dying.died();

      clock.now += leaseMs;
      const later = { ...erased, at: new Date(clock.now).toISOString() };
      const at = await makeErase(engine.stores, sealsOf(engine.stores, clock))(found, target, later);
      expect([erased.at, later.at]).toContain(at);
      expect((await engine.stores.invitations.get(session, target))?.erasedAt).toBe(at);
      const left: unknown[] = [await engine.stores.invitations.all(session)];
      for await (const run of engine.stores.seals.allLeaves(session)) left.push(run);
      expect(JSON.stringify(left)).not.toMatch(/Utusan 7"/);
      expect(JSON.stringify(left)).toMatch(/Utusan 8"/);
      expect((await engine.stores.seals.heads(session)).at(-1)?.head.counts.erasure).toBe(1);
      verified(await bundleOf(session));
    }
    expect(write).toBeGreaterThan(5);
  });
});
