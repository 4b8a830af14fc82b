import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession, sessionId } from '../../test/support/fixtures.ts';
import { type MemoryItems, makeMemoryTable } from '../../test/support/memory-table.ts';
import type { Table } from '../platform/table.ts';
import type { StoredHead } from '../seals/seal-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { makeCoverageStore } from './coverage-store.ts';
import { isSealOutdated, makeRecompute } from './recompute.ts';

const hash = 'f'.repeat(64);
const open = (changes: Partial<Session> = {}) =>
  aSession({ state: 'OPEN', frozen: { at: '2024-06-27T00:00:00.000Z', units: 1, hash }, ...changes });

const headOf = (number: number) => ({ head: { number, root: hash } }) as StoredHead;

/** A computing over one invitation; what it stores, in the order of storing. */
const computing = (session: Session | undefined, now: string, failing?: 'COV#' | 'DAY#') => {
  const stored: string[] = [];
  const items: MemoryItems = new Map();
  const table = makeMemoryTable(items);
  const put: Table['put'] = async (item, condition) => {
    if (item.sk.startsWith(failing ?? 'nothing')) throw new Error('the engine is gone');
    const { seal } = item as { seal?: { number: number } };
    stored.push(`${item.sk} as of ${item.asOf}${seal ? ` under seal ${seal.number}` : ''}`);
    return table.put(item, condition);
  };
  const invitation = anInvitation('Dinas A', { checkIn: aCheckIn() });
  const recompute = makeRecompute({
    sessions: { get: () => Promise.resolve(session) },
    invitations: {
      all: () => Promise.resolve([invitation]),
      frozenRoster: ({ frozen }) => Promise.resolve(frozen && new Set([invitation.id])),
    },
    conflicts: { all: () => Promise.resolve([]) },
    checkIns: { headCounts: () => Promise.resolve([]) },
    coverage: makeCoverageStore({ ...table, put }),
    seals: { heads: () => Promise.resolve([headOf(1), headOf(2)]) },
    now: () => new Date(now),
  });
  return { stored, run: () => recompute(sessionId) };
};

describe('recomputing', () => {
  test.each([
    ['WIB', '2024-06-27T16:59:59.999Z', '2024-06-27'],
    ['WIB', '2024-06-27T17:00:00.000Z', '2024-06-28'],
    ['WITA', '2024-06-27T15:59:59.999Z', '2024-06-27'],
    ['WITA', '2024-06-27T16:00:00.000Z', '2024-06-28'],
    ['WIT', '2024-06-27T14:59:59.999Z', '2024-06-27'],
    ['WIT', '2024-06-27T15:00:00.000Z', '2024-06-28'],
  ] as const)('in %s at %s the state of the day is that of %s, kept before the record', async (zone, now, day) => {
    const { stored, run } = computing(open({ zone }), now);
    await run();
    expect(stored).toEqual([`DAY#${sessionId}#${day} as of ${now}`, `COV#${sessionId} as of ${now}`]);
  });

  test('before the session opens there is no state of a day: the figures are a forecast', async () => {
    const { stored, run } = computing(aSession({ state: 'PUBLISHED' }), '2024-06-27T01:00:00.000Z');
    await run();
    expect(stored).toEqual([`COV#${sessionId} as of 2024-06-27T01:00:00.000Z`]);
  });

  test('a closed session’s record names its last seal; one that still runs has none', async () => {
    const at = '2024-06-28T01:00:00.000Z';
    const { stored, run } = computing(open({ state: 'CLOSED' }), at);
    expect((await run())?.seal).toEqual({ number: 2, root: hash });
    expect(stored).toContain(`COV#${sessionId} as of ${at} under seal 2`);
    expect((await computing(open(), at).run())?.seal).toBeNull();
  });

  test('a record is outdated once another seal stands than the one it names', () => {
    const named = { seal: { number: 1, root: hash } };
    expect(isSealOutdated(named, [headOf(1), headOf(2)])).toBe(true);
    expect(isSealOutdated({ seal: null }, [headOf(1)])).toBe(true);
    expect(isSealOutdated(undefined, [headOf(1)])).toBe(true);
    expect(isSealOutdated(named, [headOf(1)])).toBe(false);
    expect(isSealOutdated(named, undefined)).toBe(false);
  });

  test('where the day cannot be kept no record is written that would hide it', async () => {
    const { stored, run } = computing(open(), '2024-06-27T01:00:00.000Z', 'DAY#');
    await expect(run()).rejects.toThrow('the engine is gone');
    expect(stored).toEqual([]);
  });

  test('a session that is not there stores nothing', async () => {
    const { stored, run } = computing(undefined, '2024-06-27T01:00:00.000Z');
    expect(await run()).toBeUndefined();
    expect(stored).toEqual([]);
  });
});
