import { afterEach, beforeEach, expect, it } from 'vitest';
import { idOf, tokenOf } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import type { Door } from './door.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

const kinds = async (door: Door, inputs: Parameters<Door['take']>[0][]): Promise<string[]> => {
  const said: string[] = [];
  for (const input of inputs) said.push(logged(door, await door.take(input)).verdict.kind);
  return said;
};

it('after an undo the same code is admitted once, and ALREADY from then on', async () => {
  const door = await stage.pair();
  const nonce = await door.take(byCode(1));
  await stage.time.advance(60_000);
  expect(logged(door, nonce).state).toBe('confirmed');
  stage.offline();
  expect(door.mayChange(nonce)).toBe(true);
  await door.undo(nonce, 'salah orang');
  expect(door.mayChange(nonce)).toBe(false);
  expect(await kinds(door, [byCode(1), byCode(1), byCode(1)])).toEqual(['ADMITTED', 'ALREADY', 'ALREADY']);
  expect(door.counts.value?.present).toBe(1);
});

it('without a list the same code is kept once, and ALREADY from then on; a forged one of the same invitation is not it', async () => {
  stage.server.mishap = (call) => (call === 'pair' ? undefined : 'drop');
  const door = await stage.pair();
  const forged = { target: { code: `${tokenOf(1).slice(0, -3)}AAA` }, who: 'roster' } as const;
  expect(await kinds(door, [forged, byCode(1), byCode(1), byCode(2)])).toEqual([
    'UNDECIDED',
    'UNDECIDED',
    'ALREADY',
    'UNDECIDED',
  ]);
  const again = await stage.reload(door);
  expect(await kinds(again, [byCode(2)])).toEqual(['ALREADY']);
  const [a, b] = await Promise.all([again.take(byCode(3)), again.take(byCode(3))]);
  expect([logged(again, a).verdict.kind, logged(again, b).verdict.kind].sort()).toEqual(['ALREADY', 'UNDECIDED']);
  const first = await again.take({ target: { invitation: idOf(4) }, who: 'roster' });
  await again.undo(first, 'salah orang');
  expect(await kinds(again, [{ target: { invitation: idOf(4) }, who: 'roster' }])).toEqual(['UNDECIDED']);
});
