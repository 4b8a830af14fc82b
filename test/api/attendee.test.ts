/** The invited head's link: what it shows, what it may do, and when it no longer opens. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readToken } from '../../functions/invitations/invitation-token.ts';
import { as, startTestApi, type TestApi, testOrigin } from '../support/api.ts';
import { withLink } from '../support/links.ts';
import { only, readIcs } from '../support/read-ics.ts';
import { sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const view = (token: string) => api.call(null, 'GET', `/api/c/${token}`);

describe('an invitation’s link', () => {
  test('shows who is invited to what, when and where, with the pledge, in either case', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const { status, body } = await view(s.token('Dinas A').toLowerCase());
    expect(status).toBe(200);
    expect(body.session).toMatchObject({
      zone: 'WIB',
      startsAt: '2024-06-27T01:00:00.000Z',
      venue: { regionName: 'Kabupaten Lahat' },
    });
    expect(body.invitation).toMatchObject({ office: 'Kepala Dinas A', pledge: { status: 'NOT_YET' } });
    expect(body.pledge.points).toHaveLength(4);
    expect(body.pledge.opening).toBe(
      'Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024 kami berikrar:',
    );
    expect(body.code).toBe(`${testOrigin}/C/${s.token('Dinas A')}`.toUpperCase());
  });

  test('gives the QR as SVG and PNG', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const svg = await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}/qr.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    const png = await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}/qr.png`);
    expect(png.headers.get('content-type')).toBe('image/png');
    for (const reply of [svg, png]) expect(reply.headers.get('cache-control')).toBe('no-store');
    const forStaff = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}/qr.svg`);
    expect(forStaff.body).toBe(svg.body);
  });

  test('opens nothing while the session is a draft, once it is revoked, or with a character changed', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'draft' });
    const token = s.token('Dinas A');
    expect((await view(token)).body.code).toBe('INVITATION_NOT_PUBLISHED');
    await s.move('publish');
    expect((await view(token)).status).toBe(200);
    const flipped = token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect((await view(flipped)).body.code).toBe('TOKEN_INVALID');
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
    const revoked = await view(token);
    expect([revoked.status, revoked.body.code]).toEqual([410, 'INVITATION_REVOKED']);
    expect((await s.signByLink('Dinas A', 'holder')).body.code).toBe('INVITATION_REVOKED');
  });

  test('signs while the session is open or closed, once, and not before', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Kapolres'] });
    expect((await s.signByLink('Dinas A', 'holder')).body.code).toBe('SESSION_WRONG_STATE');
    await s.move('open');
    const body = { nonce: 'signing-nonce-1', hash: s.hash, who: 'holder' };
    const sign = (changes = {}) =>
      api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/signatures`, { ...body, ...changes });
    expect((await sign({ hash: '0'.repeat(64) })).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    expect((await sign()).body.result).toBe('signed');
    expect((await sign()).body.result).toBe('replayed');
    expect((await sign({ nonce: 'signing-nonce-2' })).body.result).toBe('already');
    expect((await view(s.token('Kapolres'))).body.pledge).toBeNull();
    expect((await s.signByLink('Kapolres', 'holder')).body.code).toBe('PLEDGE_NOT_DUE');
  });

  test('tells nothing about anybody else: the token names one session and one invitation', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }] });
    expect(readToken(api.keys, s.token('Dinas A'))).toEqual({
      session: s.session,
      invitation: s.id('Dinas A'),
      version: 1,
    });
    expect(JSON.stringify((await view(s.token('Dinas A'))).body)).not.toContain('Dinas B');
  });
});

describe('the calendar file', () => {
  const calendar = async (token: string) => {
    const { status, headers, body } = await api.call(null, 'GET', `/api/c/${token}/calendar.ics`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    const file = readIcs(body as unknown as string);
    const event = file.components.find(({ name }) => name === 'VEVENT');
    if (!event) throw new Error('no event');
    const value = (name: string) => only(event, name).value;
    expect(body).not.toMatch(/Dinas [AB]|Wati/);
    return {
      method: only(file, 'METHOD').value,
      start: value('DTSTART'),
      uid: value('UID'),
      sequence: Number(value('SEQUENCE')),
    };
  };

  test('moves with the session, and is cancelled with it', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const token = s.token('Dinas A');
    const first = await calendar(token);
    expect(first).toMatchObject({ method: 'PUBLISH', start: '20240627T080000' });
    const moved = { startsAt: '2024-06-28T08:00:00+07:00', endsAt: '2024-06-28T12:00:00+07:00', version: 2 };
    await api.call(as('organizer'), 'PUT', s.base, sessionBody(moved));
    expect(await calendar(token)).toEqual({ ...first, start: '20240628T080000', sequence: first.sequence + 1 });
    await s.move('cancel');
    expect(await calendar(token)).toEqual({
      ...first,
      method: 'CANCEL',
      start: '20240628T080000',
      sequence: first.sequence + 2,
    });
  });

  test('of a revoked, a replaced and a taken back link cancels; of no link of ours is none', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }] });
    await withLink(api, s.token('Dinas A')).delegate({ name: 'Wati' });
    for (const version of [1, 2]) expect((await calendar(s.token('Dinas A', version))).method).toBe('PUBLISH');
    await withLink(api, s.token('Dinas A')).answer({ kind: 'ATTENDING' });
    expect((await calendar(s.token('Dinas A', 2))).method).toBe('CANCEL');
    expect((await calendar(s.token('Dinas A'))).method).toBe('PUBLISH');
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    expect((await calendar(s.token('Dinas B'))).method).toBe('CANCEL');
    const forged = s.token('Dinas A').replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    expect((await withLink(api, forged).calendar()).body.code).toBe('TOKEN_INVALID');
  });
});

describe('coverage of a regency', () => {
  test('a unit is covered if it was represented at least once; plans do not count', async () => {
    const code = '16.10';
    const units = [{ name: 'Dinas Satu' }, { name: 'Dinas Dua' }, { name: 'Dinas Tiga' }];
    const first = await startScenario(api, { regency: code, units, pledge: false, until: 'open' });
    await first.scan('Dinas Satu');
    await first.coverage();
    const second = await startScenario(api, { regency: code, units: units.slice(0, 2), pledge: false, until: 'open' });
    await second.scan('Dinas Dua', { who: 'delegate' });
    await second.coverage();
    const plan = await startScenario(api, { regency: code, units, pledge: false });
    await plan.coverage();
    const { body } = await api.call(as('regent', code), 'GET', `/api/regencies/${code}/coverage`);
    expect(body.units).toEqual({ expected: 3, covered: 2, never: 1, inPerson: 1, acting: 0, delegated: 1 });
    expect(body.sessions).toHaveLength(2);
    const never = await api.call(as('regent', code), 'GET', `/api/regencies/${code}/coverage/units?show=never`);
    expect(never.body.items).toMatchObject([{ name: 'Dinas Tiga', invited: 1, represented: 0 }]);
    const all = await api.call(as('regent', code), 'GET', `/api/regencies/${code}/coverage/units`);
    const two = all.body.items.find((item: { name: string }) => item.name === 'Dinas Dua');
    expect(two).toMatchObject({ invited: 2, represented: 1, delegated: 1 });
  });
});
