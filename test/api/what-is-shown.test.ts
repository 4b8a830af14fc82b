/** What an answer shows to whom: the invited see their own attendance, a door what its screen says, staff the record. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePass } from '../../functions/venue/venue-code.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor, scanAt } from '../support/doors.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const units = [{ name: 'Dinas A' }, { name: 'Dinas B' }];
const organizer = as('organizer');
const phone = 'phone-0000000000000001';

/** Taken back by a member of staff for a reason, then entered from paper for another one: what stays between the staff. */
const afterUndoAndBackEntry = async (): Promise<Scenario> => {
  const s = await startScenario(api, { units, until: 'open' });
  const door = await pairedDoor(api, s.session, { name: 'Pintu Timur' });
  await scanAt(api, door, s.token('Dinas A'), { nonce: 'first-scan-nonce' });
  const undo = { of: 'first-scan-nonce', reason: 'Bukan orangnya' };
  expect((await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, undo)).status).toBe(200);
  const entered = await s.scan('', {
    invitation: s.id('Dinas A'),
    nonce: 'back-entry-nonce',
    mode: 'BACK_ENTERED',
    reason: 'Ponsel pintu mati',
    who: 'delegate',
    delegate: { name: 'Siti' },
  });
  expect(entered.status).toBe(201);
  return s;
};
const staffsOwn = /undone|Bukan orangnya|Ponsel pintu mati|-nonce|operator|doorId|subject|organizer-|evidence/;

describe('after an undo and a back-entry', () => {
  test('the invited see that, when and by whom they were represented, and nothing of how it came to be', async () => {
    const s = await afterUndoAndBackEntry();
    const { body } = await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}`);
    const at = api.clock.now.toISOString();
    expect(body.invitation.checkIn).toEqual({
      at,
      door: 'Pintu A',
      mode: 'BACK_ENTERED',
      who: 'delegate',
      delegate: { name: 'Siti' },
    });
    expect(JSON.stringify(body.invitation)).not.toMatch(staffsOwn);
    const { pass } = makePass(api.keys, { session: s.session, evidence: 'VENUE_SCREEN' }, phone, api.clock.now);
    const request = { pass, phone, nonce: 'venue-nonce-1' };
    const already = await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/venue-check-in`, request);
    expect(already).toMatchObject({ status: 409, body: { invitation: { checkIn: { who: 'delegate' } } } });
    expect(JSON.stringify(already.body)).not.toMatch(staffsOwn);
    const signed = await s.signByLink('Dinas A', 'delegate');
    expect(signed.status).toBe(201);
    expect(JSON.stringify(signed.body)).not.toMatch(staffsOwn);
  });

  test('a door sees who it is and that they are in, also when it takes a scan back or corrects it', async () => {
    const s = await afterUndoAndBackEntry();
    const door = await pairedDoor(api, s.session, { name: 'Pintu Barat' });
    const already = await scanAt(api, door, s.token('Dinas A'));
    expect(already).toMatchObject({
      status: 409,
      body: { invitation: { holder: { name: 'Kepala Dinas A' }, checkIn: { who: 'delegate' } } },
    });
    const taken = await scanAt(api, door, s.token('Dinas B'), { nonce: 'scan-of-dinas-b' });
    expect(taken.status).toBe(201);
    const at = `${s.base}/invitations/${s.id('Dinas B')}`;
    const change = { of: 'scan-of-dinas-b', who: 'acting' };
    const corrected = await api.call(door.as, 'PUT', `${at}/attendance`, change);
    const undone = await api.call(door.as, 'POST', `${at}/undo`, { of: 'scan-of-dinas-b', reason: 'Salah orang' });
    expect([corrected.status, undone.status]).toEqual([200, 200]);
    expect(corrected.body.invitation.checkIn).toMatchObject({ who: 'acting' });
    for (const { body } of [already, taken, corrected, undone]) {
      expect(JSON.stringify(body)).not.toMatch(/1980|nip|pledge|undone"?:|Bukan orangnya|Ponsel pintu mati|operator/);
    }
  });

  test('staff see the record whole', async () => {
    const s = await afterUndoAndBackEntry();
    const shown = await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(shown.body).toMatchObject({
      checkIn: { reason: 'Ponsel pintu mati', operator: expect.any(String), nonce: 'back-entry-nonce' },
      undone: [{ reason: 'Bukan orangnya', checkIn: { nonce: 'first-scan-nonce' } }],
    });
  });
});
