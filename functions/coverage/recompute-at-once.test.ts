/** Computations of one session at once, step by step in every order, on clocks an hour apart: the record ends with what all of them wrote. */
import { expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession, sessionId } from '../../test/support/fixtures.ts';
import { chance, everyInterleaving, interleave, type Work } from '../../test/support/interleave.ts';
import { type MemoryItems, makeMemoryTable } from '../../test/support/memory-table.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { makeCoverageStore } from './coverage-store.ts';
import { makeRecompute } from './recompute.ts';

const session = aSession({
  state: 'OPEN',
  frozen: { at: '2024-06-27T00:00:00.000Z', units: 4, hash: 'f'.repeat(64) },
});

/** A hall that one step lets somebody in, and the next counts. */
const aHall = (names: readonly string[]) => {
  const items: MemoryItems = new Map();
  let invitations: Invitation[] = names.map((name) => anInvitation(name));
  const frozen = new Set(invitations.map(({ id }) => id));
  const arrive = (name: string) => {
    invitations = invitations.map((one) => (one.name === name ? { ...one, checkIn: aCheckIn() } : one));
  };
  const count = (now: string, turn: () => Promise<void>) =>
    makeRecompute({
      sessions: { get: async () => session },
      invitations: {
        all: async () => {
          await turn();
          return invitations;
        },
        frozenRoster: async () => frozen,
      },
      conflicts: { all: async () => [] },
      checkIns: { headCounts: async () => [] },
      seals: { heads: async () => [] },
      coverage: makeCoverageStore(makeMemoryTable(items, turn)),
      now: () => new Date(now),
    })(session.id);
  return { items, arrive, count };
};

/** Everybody arrives and is counted, in an order of steps that `choose` tells; then all are in the record and in the state of its day. */
const playHall = async (names: readonly string[], choose: (among: number) => number, order: string): Promise<void> => {
  const hall = aHall(names);
  const works = names.map(
    (name, index): Work =>
      async (turn) => {
        hall.arrive(name);
        await hall.count(`2024-06-27T0${names.length - index}:00:00.000Z`, turn);
      },
  );
  await interleave(works, choose);
  const [day, record] = ['DAY#', 'COV#'].map((prefix) =>
    [...(hall.items.get('R#16.04') ?? [])].find(([sk]) => sk.startsWith(prefix)),
  );
  expect(record, order).toMatchObject([`COV#${sessionId}`, { checkedIn: names.length }]);
  expect(day?.[0]).toBe(`DAY#${sessionId}#2024-06-27`);
  expect(day?.[1], order).toMatchObject({ units: record?.[1].units, asOf: record?.[1].asOf });
};

test('of two, in every order of their steps', { timeout: 120_000 }, async () => {
  const count = await everyInterleaving((choose) => playHall(['Dinas A', 'Dinas B'], choose, 'two'));
  expect(count).toBeGreaterThan(50);
});

test('of four, of whom one may leave off because others saw more, in 300 orders of their steps', {
  timeout: 120_000,
}, async () => {
  const names = ['Dinas A', 'Dinas B', 'Dinas C', 'Dinas D'];
  for (let seed = 0; seed < 300; seed += 1) await playHall(names, chance(seed), `seed ${seed}`);
});
