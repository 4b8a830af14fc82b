/** Whatever the link and the server do, every scan arrives, in its order, and is settled once. */
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

it('what the server fails on is not overtaken by a later scan of the same code', async () => {
  const door = await stage.pair();
  let batches = 0;
  stage.server.mishap = (call) => {
    if (call !== 'batch') return undefined;
    batches += 1;
    return batches === 1 ? 'INTERNAL' : undefined;
  };
  const first = await door.take(byCode(1));
  const second = await door.take(byCode(1));
  const other = await door.take(byCode(2));
  await stage.time.advance(60_000);
  expect(door.unsent.value).toBe(0);
  const states = [first, second, other].map((nonce) => [logged(door, nonce).verdict.kind, logged(door, nonce).state]);
  expect(states).toEqual([
    ['ADMITTED', 'confirmed'],
    ['ALREADY', 'confirmed'],
    ['ADMITTED', 'confirmed'],
  ]);
});

it('whatever the link does, every scan arrives and is settled once', async () => {
  const mishaps = fc.array(fc.constantFrom('drop', 'lose', 'ENGINE_UNAVAILABLE', 'INTERNAL', undefined), {
    minLength: 5,
    maxLength: 40,
  });
  const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(20_000), fc.boolean()), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(mishaps, steps, async (failures, scans) => {
      stage.end();
      stage = await openDoorStage();
      let door = await stage.pair();
      let calls = 0;
      stage.server.mishap = () => {
        calls += 1;
        return failures[calls - 1];
      };
      const nonces: string[] = [];
      for (const [n, wait, crash] of scans) {
        nonces.push(await door.take(byCode(n)));
        await stage.time.advance(wait);
        if (crash) door = await stage.reload(door);
      }
      for (let wait = 0; wait < 60 && door.unsent.value > 0; wait += 1) await stage.time.advance(30_000);
      expect(door.unsent.value).toBe(0);
      const admitted = new Set<string>();
      for (const nonce of nonces) {
        expect(stage.server.arrived.some((body) => body.nonce === nonce)).toBe(true);
        expect(logged(door, nonce).state).toBe('confirmed');
        if (logged(door, nonce).verdict.kind === 'ADMITTED') admitted.add(String(logged(door, nonce).entry?.id));
      }
      expect(admitted.size).toBe(new Set(scans.map(([n]) => n)).size);
      const settled = new Set(door.log.value.map(({ nonce }) => nonce));
      expect(settled.size).toBe(nonces.length);
    }),
    { numRuns: 30 },
  );
});
