import { describe, expect, test } from 'vitest';
import type { SessionGate } from './check-in-rules.ts';
import { gateSeconds, makeSessionGates } from './session-gate.ts';

const gate = (state: SessionGate['state']): SessionGate => ({
  regency: '16.04',
  state,
  openedAt: null,
  closedAt: null,
});

const setUp = (state: SessionGate['state'] | undefined) => {
  const world = { now: new Date('2024-06-27T00:00:00Z'), loads: 0, state };
  const gates = makeSessionGates(
    async () => {
      world.loads += 1;
      return world.state && gate(world.state);
    },
    () => world.now,
  );
  return { world, gates };
};

describe('the session gate', () => {
  test('asks once while a session is open, and again when its time is over', async () => {
    const { world, gates } = setUp('OPEN');
    for (let scan = 0; scan < 5; scan += 1) await gates('s');
    expect(world.loads).toBe(1);
    world.now = new Date(world.now.getTime() + gateSeconds * 1000);
    world.state = 'CLOSED';
    expect((await gates('s'))?.state).toBe('CLOSED');
    expect(world.loads).toBe(2);
  });

  test.each(['DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED', undefined] as const)(
    'never believes in %s from memory',
    async (state) => {
      const { world, gates } = setUp(state);
      await gates('s');
      world.state = 'OPEN';
      expect((await gates('s'))?.state).toBe('OPEN');
      expect(world.loads).toBe(2);
    },
  );
});
