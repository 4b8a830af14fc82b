/** Rules 1, 2 and 5 of the ten that must hold, each under its own name, through the API: who counts as represented, and of whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('1. a unit counts as represented once, however many people come for it', () => {
  test('a second and a third arrival change nothing', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
    expect((await s.scan('Dinas A')).body.result).toBe('accepted');
    expect((await s.scan('Dinas A', { who: 'delegate' })).body.result).toBe('already');
    expect((await s.scan('Dinas A', { invitation: s.id('Dinas A') })).body.result).toBe('already');
    const { units, people } = await s.coverage();
    expect(units).toEqual({ expected: 2, inPerson: 1, acting: 0, delegated: 0, online: 0, missing: 1 });
    expect(people).toEqual({ checkedIn: 1, guests: 0, grouped: 0 });
  });
});

describe('2. present in person, by an acting head and by a delegate are reported apart', () => {
  test('each has its own figure; a Plt who comes as the holder is an acting head', async () => {
    const s = await startScenario(api, {
      units: [
        { name: 'Dinas A' },
        { name: 'Dinas Plt', acting: 'PLT' },
        { name: 'Dinas C' },
        { name: 'Dinas D' },
        { name: 'Dinas E' },
      ],
      until: 'open',
    });
    await s.scan('Dinas A');
    await s.scan('Dinas Plt');
    await s.scan('Dinas C', { who: 'acting' });
    await s.scan('Dinas D', { who: 'delegate' });
    const { units } = await s.coverage();
    expect(units).toEqual({ expected: 5, inPerson: 1, acting: 2, delegated: 1, online: 0, missing: 1 });
  });

  test('of a delegate the name, the office and the letter may each be unknown', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C' }],
      until: 'open',
    });
    const delegates = {
      'Dinas A': { name: 'Budi' },
      'Dinas B': { office: 'Sekretaris' },
      'Dinas C': { letter: '800/1' },
    };
    for (const [name, delegate] of Object.entries(delegates)) {
      const { body } = await s.scan(name, { who: 'delegate', delegate });
      expect(body.invitation.checkIn.delegate).toEqual(delegate);
    }
  });
});

describe('2. a delegate’s code admits the delegate, however many doors it was shown at', () => {
  test('where two doors that had not heard of one let them in, neither scan is the head’s', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const answer = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, answer);
    const now = api.clock.now.toISOString();
    const scan = { kind: 'scan', token: s.token('Dinas A', 2), scannedAt: now, shown: 'ADMITTED' };
    for (const name of ['Pintu A', 'Pintu B']) {
      const door = await pairedDoor(api, s.session, { name });
      const entries = [{ ...scan, nonce: `delegates-code-${name.slice(-1)}` }];
      await api.call(door.as, 'POST', `${s.base}/check-in-batches`, { sentAt: now, entries });
    }
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/conflicts`);
    const [conflict] = body.items;
    expect(conflict).toMatchObject({ kind: 'ADMITTED_TWICE', other: { who: 'delegate', delegate: { name: 'Siti' } } });
    const { decision } = conflict.proposal;
    await api.call(as('organizer'), 'POST', `${s.base}/conflicts/${conflict.id}/decision`, { decision });
    expect((await s.coverage()).units).toMatchObject({ inPerson: 0, delegated: 1 });
  });
});

describe('5. the denominator is the roster frozen when the session opens', () => {
  test('later invitations and revocations are amendments, shown, and move nothing', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C' }] });
    const organizer = as('organizer');
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas C')}/revoke`);
    const opened = await s.move('open');
    expect(opened.body.frozen.units).toBe(2);
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    const unit = { class: 'OPD', name: 'Dinas Baru', office: 'Kepala Dinas Baru', holder: null };
    const added = await api.call(organizer, 'POST', '/api/regencies/16.04/units', unit);
    const key = { 'idempotency-key': 'late-invitation' };
    await api.call(organizer, 'POST', `${s.base}/invitations`, { units: [added.body.id] }, key);
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    await s.scan('', { invitation: added.body.id });
    const coverage = await s.coverage();
    expect(coverage.units).toMatchObject({ expected: 2, missing: 2 });
    expect(coverage.amendments).toEqual({ added: 1, revoked: 1 });
    expect(coverage.people.checkedIn).toBe(1);
    const shown = await api.call(organizer, 'GET', `${s.base}/invitations/${added.body.id}`);
    expect(shown.body.amendment).toBe('ADDED');
  });

  test('editing a unit afterwards does not change the record of the day', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas Riwayat' }], until: 'open' });
    const changed = {
      class: 'BUMD',
      name: 'PT Riwayat',
      office: 'Direktur',
      holder: { name: 'Orang Baru', acting: 'PLT' },
      version: 1,
    };
    await api.call(as('organizer'), 'PUT', `/api/regencies/16.04/units/${s.id('Dinas Riwayat')}`, changed);
    await s.scan('Dinas Riwayat');
    const { classes, units } = await s.coverage();
    expect(classes.map((row: { class: string }) => row.class)).toEqual(['OPD']);
    expect(units.inPerson).toBe(1);
  });
});
