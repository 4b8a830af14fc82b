/** A device becomes a door: once, by one secret, in one tab. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KitOptions, kitPorts } from '../../../test/support/door-kit.ts';
import { type DoorStage, openDoorStage, pairingAddress } from '../../../test/support/door-stage.ts';
import { loadDoor, pairDevice } from './pairing.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('pairing', () => {
  it('sends the same secret again after a lost answer', async () => {
    const secrets: string[] = [];
    const api = {
      ...stage.server.api,
      pair: async (body: Parameters<typeof stage.server.api.pair>[0]) => {
        secrets.push(body.secret);
        return stage.server.api.pair(body);
      },
    };
    stage.server.mishap = () => 'lose';
    expect(await pairDevice(pairingAddress, kitPorts(stage.options({ api })))).toEqual({
      kind: 'failed',
      code: 'TIMED_OUT',
    });
    stage.online();
    await stage.pair({ api });
    expect(secrets).toHaveLength(2);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(secrets[0]).toBe(secrets[1]);
  });

  it('says what a text that is no pairing code is, and that this device is a door already', async () => {
    expect(await pairDevice('https://hadir.test/c/x', kitPorts(stage.options()))).toMatchObject({ kind: 'failed' });
    await stage.pair();
    expect(await pairDevice(pairingAddress, kitPorts(stage.options()))).toEqual({ kind: 'already' });
  });

  it('lets only one tab run the door', async () => {
    let held = false;
    const request = async (_: string, __: unknown, work: (lock: object | null) => unknown) => {
      if (held) return work(null);
      held = true;
      await work({});
      held = false;
    };
    const locks = { request } as unknown as NonNullable<KitOptions['locks']>;
    const door = await stage.pair({ locks });
    const second = loadDoor(kitPorts(stage.options({ locks })));
    await stage.time.advance(5_000);
    expect(await second).toEqual({ kind: 'occupied' });
    door.stop();
    await stage.time.settle();
    await stage.reload(door, { locks });
  });
});
