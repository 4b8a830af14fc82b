import { describe, expect, test } from 'vitest';
import { aSession, pledgeHash } from '../../test/support/fixtures.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Reading } from './pledge-schema.ts';
import { gateSeconds, makeSigningGates } from './signing-gate.ts';

const start = new Date('2024-06-27T02:00:00.000Z');
const reading: Reading = {
  id: 'utama',
  reader: { name: 'Budi', office: 'Sekda' },
  witnesses: [],
  startedAt: start.toISOString(),
  endedAt: null,
  hash: pledgeHash,
};

const stage = (changes: Partial<Session> = {}, readFirst = true) => {
  const { pledge } = aSession();
  const state = {
    now: start,
    session: aSession({ state: 'OPEN', pledge: pledge && { ...pledge, readFirst }, ...changes }) as Session | undefined,
    readings: [] as Reading[],
    asked: [] as string[],
  };
  const gates = makeSigningGates({
    session: async () => {
      state.asked.push('session');
      return state.session;
    },
    readings: async () => {
      state.asked.push('readings');
      return state.readings;
    },
    now: () => state.now,
  });
  return { state, gates };
};

describe('what the signing table remembers of a session', () => {
  test('it asks each time until the reading has begun, then for half a minute not at all', async () => {
    const { state, gates } = stage();
    expect((await gates.of('s'))?.readSince).toBeUndefined();
    state.readings = [reading];
    expect((await gates.of('s'))?.readSince).toBe(reading.startedAt);
    state.asked = [];
    state.now = new Date(start.getTime() + gateSeconds * 1000 - 1);
    await gates.of('s');
    expect(state.asked).toEqual([]);
    state.now = new Date(start.getTime() + gateSeconds * 1000);
    await gates.of('s');
    expect(state.asked).toEqual(['session', 'readings']);
  });

  test('a session that nobody has to wait in is not asked for its readings', async () => {
    const { state, gates } = stage({}, false);
    await gates.of('s');
    await gates.of('s');
    expect(state.asked).toEqual(['session']);
  });

  test.each(['DRAFT', 'PUBLISHED', 'CANCELLED'] as const)('one that is %s is asked for each time', async (session) => {
    const { state, gates } = stage({ state: session }, false);
    await gates.of('s');
    await gates.of('s');
    expect(state.asked).toEqual(['session', 'session']);
  });

  test('what is forgotten is asked again, and a session that is not there is never kept', async () => {
    const { state, gates } = stage({}, false);
    await gates.of('s');
    gates.forget('s');
    state.session = undefined;
    expect(await gates.of('s')).toBeUndefined();
    expect(await gates.of('s')).toBeUndefined();
    expect(state.asked).toHaveLength(3);
  });
});
