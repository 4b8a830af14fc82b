/** Codes that were made with a key that came with an import: whoever ran the other installation still has that key. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenHash } from '../../functions/check-in/door-list.ts';
import { makePairingCode } from '../../functions/doors/pairing-code.ts';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { createDoor, makeDevice, pair, pairedDoor } from '../support/doors.ts';
import { coded, hallOpensAt } from '../support/hall.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const own = new Uint8Array(32).fill(7);
const moved = new Uint8Array(32).fill(8);
/** The other installation: the key is its own there. */
const theirs: TokenKeys = { current: 77, secrets: new Map([[77, moved]]) };

describe.each<[regency: string, isHeard: boolean]>([
  ['16.04', true],
  ['18.13', false],
])('in a hall of 16.04, a key that came with %s', (regency, isHeard) => {
  let api: TestApi;
  let s: Scenario;
  const code = (name: string) => makeToken(theirs, { session: s.session, invitation: s.id(name), version: 1 });

  beforeAll(async () => {
    const tokenKeys: TokenKeys = {
      current: 1,
      secrets: new Map([
        [1, own],
        [77, moved],
      ]),
      regencies: new Map([[77, new Set([regency])]]),
    };
    api = await startTestApi({ wrap: () => ({ tokenKeys }) });
    api.clock.now = hallOpensAt;
    s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
  });
  beforeEach(() => {
    api.clock.now = hallOpensAt;
  });
  afterAll(() => api.stop());

  test('at the invitation’s page', async () => {
    const reply = await api.call(null, 'GET', `/api/c/${code('Dinas A')}`);
    expect(coded(reply)).toMatchObject(isHeard ? { status: 200 } : { status: 404, code: 'TOKEN_INVALID' });
    expect((await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}`)).status).toBe(200);
  });

  test('at pairing', async () => {
    const { id, pairing } = (await createDoor(api, s.session)).body;
    const device = await makeDevice();
    const reply = await pair(api, makePairingCode(theirs, { session: s.session, door: id }), device);
    expect(coded(reply)).toMatchObject(isHeard ? { status: 200 } : { status: 404, code: 'PAIRING_CODE_INVALID' });
    // The door is still to be had by whom it was made for.
    expect((await pair(api, pairing.link, device)).status).toBe(200);
  });

  test('at the door, with a signal and without one', async () => {
    const reply = await s.scan('', { token: code('Dinas B') });
    expect(reply.body).toMatchObject(isHeard ? { result: 'accepted' } : { result: 'refused', reason: 'UNKNOWN' });
    const door = await pairedDoor(api, s.session, { name: 'Pintu B' });
    const list = (await api.call(door.as, 'GET', `/api/sessions/${s.session}/door-list`)).body;
    const { hashes } = list.items.find(({ id }: { id: string }) => id === s.id('Dinas B'));
    expect(hashes).toEqual([tokenHash(s.token('Dinas B')), ...(isHeard ? [tokenHash(code('Dinas B'))] : [])]);
  });

  test('at the check of a seal', async () => {
    const reply = await api.call(
      null,
      'GET',
      `/api/v/${makeCheckCode(theirs, { session: s.session, role: 'SESSION' })}`,
    );
    expect(coded(reply)).toMatchObject(isHeard ? { status: 200 } : { status: 404, code: 'CHECK_CODE_INVALID' });
  });
});
