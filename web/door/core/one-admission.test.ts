/** Whatever is scanned, picked, taken back, delegated or cut off in whatever order: a door holds one open admission an invitation. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anEntry, delegatedBy, idOf, takenBack } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, openDoorStage } from '../../../test/support/door-stage.ts';
import type { Door } from './door.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

const invitations = [0, 1, 2];
const invitation = fc.constantFrom(...invitations);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('code' as const), n: invitation, version: fc.constantFrom(1, 2) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('name' as const), n: invitation }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('same' as const), n: invitation, first: invitation }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('name-delegate' as const, 'take-back' as const), n: invitation }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('time' as const), ms: fc.constantFrom(0, 3_000, 30_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('offline' as const, 'online' as const, 'lose' as const, 'lose-scans' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Nonces of scans that this door itself let in. */
type LetIn = Set<string>;

const takeStep = async (door: Door, given: Step, letIn: LetIn): Promise<Door> => {
  const { server, time } = stage;
  const take = async (input: Parameters<Door['take']>[0]): Promise<void> => {
    const nonce = await door.take(input);
    const verdict = door.log.value.find((entry) => entry.nonce === nonce)?.verdict.kind;
    if (verdict === 'ADMITTED') letIn.add(nonce);
  };
  switch (given.do) {
    case 'code':
      await take(byCode(given.n, given.version));
      break;
    case 'name':
      await take({ target: { invitation: idOf(given.n) }, who: 'roster' });
      break;
    case 'same':
      await take({ target: { invitation: idOf(given.n), sameAs: idOf(given.first) }, who: 'roster' });
      break;
    case 'undo': {
      const entry = door.log.value[given.at];
      if (entry) await door.undo(entry.nonce, 'salah orang');
      break;
    }
    case 'name-delegate':
      server.change(idOf(given.n), await delegatedBy(given.n, { name: 'Suyatno' }));
      break;
    case 'take-back':
      server.change(idOf(given.n), await takenBack(given.n));
      break;
    case 'time':
      await time.advance(given.ms);
      break;
    case 'reload':
      return stage.reload(door);
    case 'lose':
      server.mishap = () => 'lose';
      break;
    case 'lose-scans':
      // The line holds for the small and not for the large.
      server.mishap = (call) => (call === 'batch' ? 'lose' : undefined);
      break;
    default:
      stage[given.do]();
  }
  return door;
};

const openAdmissions = (door: Door, counts: (nonce: string) => boolean): number[] =>
  invitations.map(
    (n) =>
      door.log.value.filter(
        ({ nonce, verdict, undone, entry }) =>
          entry?.id === idOf(n) && verdict.kind === 'ADMITTED' && (!undone || undone.failed) && counts(nonce),
      ).length,
  );

it('never more than one, at any moment; and as many as the server has when all is sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      stage.end();
      stage = await openDoorStage();
      for (const n of invitations) stage.server.entries.set(idOf(n), await anEntry(n));
      let door = await stage.pair();
      const letIn: LetIn = new Set();
      for (const each of steps) {
        door = await takeStep(door, each, letIn);
        for (const open of openAdmissions(door, (nonce) => letIn.has(nonce))) expect(open).toBeLessThanOrEqual(1);
      }
      stage.online();
      await stage.time.advance(120_000);
      expect(door.unsent.value).toBe(0);
      const present = invitations.map((n) => (door.entries.value.get(idOf(n))?.present ? 1 : 0));
      expect(openAdmissions(door, () => true)).toEqual(present);
    }),
    { numRuns: 150 },
  );
}, 60_000);
