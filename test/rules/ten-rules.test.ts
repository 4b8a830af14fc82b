/** The ten rules that must hold, each under its own name, through the API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { showsNipAndRank } from '../../functions/pledges/signature-block-rules.ts';
import { matchKey, splitTitles } from '../../functions/roster/person-name.ts';
import { dateTimeIn } from '../../web/shared/format.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor } from '../support/doors.ts';
import { readQr } from '../support/read-qr.ts';
import { pledgeVariables, registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

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

describe('3. attended is not pledged, and a delegate’s signature binds the delegate only', () => {
  test('the principal stays NOT_YET and can sign later by the same link', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.scan('Dinas A', { who: 'delegate' });
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1 });
    const byDelegate = await s.signByLink('Dinas A', 'delegate');
    expect(byDelegate.status).toBe(201);
    expect(byDelegate.body.invitation.pledge.status).toBe('NOT_YET');
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1, byDelegateOnly: 1 });
    await s.move('close');
    const later = await s.signByLink('Dinas A', 'holder');
    expect(later.body.invitation.pledge.status).toBe('SIGNED');
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 1, notYet: 0, byDelegateOnly: 0 });
  });
});

describe('3. present at the reading is not pledged either', () => {
  test('whoever was in the hall when it was read is named as that, and signs nothing', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
    await s.plan('utama');
    await s.scan('Dinas A');
    await s.scan('Dinas B', { who: 'delegate' });
    expect((await s.moveReading('utama', 'start')).body).toMatchObject({ state: 'READING', present: 2 });
    await s.moveReading('utama', 'end');
    expect((await s.coverage()).pledge).toMatchObject({ due: 2, signed: 0, notYet: 2, byDelegateOnly: 0 });
    const stored = await api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    expect(Object.keys(stored ?? {}).filter((name) => name.startsWith('signed'))).toEqual([]);
  });

  test('whoever the page or the table says signs, a delegate’s hand never makes the head’s signature', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/answer`, {
      kind: 'DELEGATED',
      delegate: { name: 'Siti' },
    });
    const delegate = s.token('Dinas A', 2);
    await s.scan('Dinas A', { token: delegate, who: 'delegate' });
    expect((await s.sign('Dinas A')).body.code).toBe('PLEDGE_HEAD_ABSENT');
    const body = { nonce: 'nonce-as-the-head', hash: s.hash, who: 'holder' };
    await api.call(null, 'POST', `/api/c/${delegate}/signatures`, body);
    expect((await s.coverage()).pledge).toMatchObject({ signed: 0, notYet: 1, byDelegateOnly: 1 });
    expect((await s.signByLink('Dinas A', 'holder')).body.invitation.pledge.status).toBe('SIGNED');
  });
});

describe('4. symbolic signatures and guests never count toward coverage', () => {
  test('neither moves any figure of the units or of the pledge', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Kapolres', 'Dandim'], until: 'open' });
    await s.scan('Kapolres');
    expect((await s.sign('Dinas A', { symbolic: true })).status).toBe(201);
    expect((await s.sign('Kapolres', { symbolic: true })).status).toBe(201);
    expect((await s.sign('Dandim', { role: 'WITNESS' })).status).toBe(201);
    expect((await s.sign('Dandim')).status).toBe(201);
    const { units, pledge, people } = await s.coverage();
    expect(units).toEqual({ expected: 1, inPerson: 0, acting: 0, delegated: 0, online: 0, missing: 1 });
    expect(pledge).toEqual({ due: 1, signed: 0, notYet: 1, byDelegateOnly: 0, symbolic: 2 });
    expect(people).toEqual({ checkedIn: 1, guests: 1, grouped: 0 });
    expect((await s.sign('Dinas A')).body.invitation.pledge.status).toBe('SIGNED');
  });
});

describe('4. guests in the order of signing never count either', () => {
  test('a guest who is placed first and signs moves no figure of the queue or of the pledge', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Kapolres'], until: 'open' });
    const order = { version: 0, order: [s.id('Kapolres')] };
    await api.call(as('operator'), 'PUT', `${s.base}/signing-order`, order);
    await s.plan('utama');
    await s.scan('Kapolres');
    expect((await s.moveReading('utama', 'start')).body.present).toBe(1);
    await s.sign('Kapolres');
    const { body } = await api.call(as('operator'), 'GET', `${s.base}/signing-queue`);
    expect(body).toMatchObject({ due: 1, signed: 0 });
    expect(body.items[0]).toMatchObject({ kind: 'guest', status: 'NOT_DUE', waiting: false });
    expect((await s.coverage()).pledge).toMatchObject({ due: 1, signed: 0, notYet: 1 });
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

describe('6. pledge statuses are SIGNED, NOT_YET and NOT_DUE', () => {
  test('each is told, and the document knows no other', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'PT Air', class: 'BUMD' }],
      until: 'open',
    });
    await s.sign('Dinas A');
    const { body } = await api.call(as('organizer'), 'GET', `${s.base}/invitations`);
    const status = (name: string) => body.items.find((item: { name: string }) => item.name === name).pledge.status;
    expect(['Dinas A', 'Dinas B', 'PT Air'].map(status)).toEqual(['SIGNED', 'NOT_YET', 'NOT_DUE']);
    const { body: document } = await api.call(null, 'GET', '/api/openapi.json');
    expect(document.components.schemas.PledgeStatus.enum).toEqual(['SIGNED', 'NOT_YET', 'NOT_DUE']);
  });

  test('a signature keeps text, time, method and operator, and nothing about opinion', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.sign('Dinas A', { opinion: 'x', refused: true });
    const stored = await api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    expect(Object.keys(stored?.signedHolder ?? {}).sort()).toEqual(['at', 'hash', 'method', 'nonce', 'operator']);
  });

  test('of whoever heard the reading and did not sign nothing is kept but that they came', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.plan('utama', { refused: ['Dinas A'] });
    await s.scan('Dinas A');
    const kept = () => api.engine.stores.invitations.get(s.session, s.id('Dinas A'), { consistent: true });
    const before = await kept();
    for (const move of ['start', 'end']) await s.moveReading('utama', move);
    expect(await kept()).toEqual(before);
    const [reading] = await api.engine.stores.pledges.readings(s.session, { consistent: true });
    const facts = ['endedAt', 'hash', 'id', 'reader', 'recordedAt', 'startedAt', 'witnesses'];
    expect(Object.keys(reading ?? {}).sort()).toEqual(facts);
    const { body } = await api.call(as('operator'), 'GET', `${s.base}/signing-queue`);
    expect(body.items[0].status).toBe('NOT_YET');
  });
});

describe('7. a pledge text is a template with version and SHA-256, and locks at its first signature', () => {
  const text = { form: 'PAKTA', title: 'Pakta {instance}', opening: 'Kami', points: ['Satu'], closing: 'Selesai' };
  const path = '/api/regencies/16.04/pledge-texts/pakta-uji/1';

  test('it can be corrected before, and not after; a new version can be made', async () => {
    const organizer = as('organizer');
    await registerRegency(api, '16.04');
    const wrong = await api.call(organizer, 'PUT', path, { ...text, points: ['Salah ketik'] });
    expect(wrong.status).toBe(200);
    const replaces = { form: 'PAKTA', hash: wrong.body.hash };
    const written = await api.call(organizer, 'PUT', path, { ...text, replaces });
    expect(written.body).toMatchObject({ version: 1, variables: ['instance'], lockedAt: null });
    const s = await startScenario(api, { units: [{ name: 'Dinas Pakta' }], until: 'draft' });
    const pledge = { text: 'pakta-uji', version: 1, variables: { instance: 'Lahat' }, classes: ['OPD'] };
    const edited = await api.call(organizer, 'PUT', s.base, { ...sessionBody({ pledge }), version: 1 });
    await s.move('publish');
    expect((await api.call(organizer, 'PUT', path, text)).body.lockedAt).toBeNull();
    await s.move('open');
    const { hash } = edited.body.pledge;
    expect((await s.sign('Dinas Pakta', { hash: 'b'.repeat(64) })).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    expect((await s.sign('Dinas Pakta', { hash })).status).toBe(201);
    const refused = await api.call(organizer, 'PUT', path, { ...text, points: ['Lain'] });
    expect(refused.body.code).toBe('PLEDGE_TEXT_LOCKED');
    expect((await api.call(organizer, 'PUT', path, text)).body.lockedAt).not.toBeNull();
    const next = path.replace(/1$/, '2');
    expect((await api.call(organizer, 'PUT', next, { ...text, points: ['Lain'] })).status).toBe(200);
  });

  test('a template rewritten since the plan was saved is shown and signed by nobody until the plan takes it', async () => {
    const organizer = as('organizer');
    const s = await startScenario(api, { units: [{ name: 'Dinas Pakta' }], until: 'draft' });
    const other = '/api/regencies/16.04/pledge-texts/pakta-berubah/1';
    const { hash } = (await api.call(organizer, 'PUT', other, text)).body;
    const pledge = { text: 'pakta-berubah', version: 1, variables: { instance: 'Lahat' }, classes: ['OPD'] };
    const plan = sessionBody({ pledge });
    const edited = await api.call(organizer, 'PUT', s.base, { ...plan, version: 1 });
    await s.move('publish');
    await api.call(organizer, 'PUT', other, { ...text, points: ['Berubah'], replaces: { form: 'PAKTA', hash } });
    expect((await api.call(null, 'GET', `/api/c/${s.token('Dinas Pakta')}`)).body.pledge).toBeNull();
    expect((await api.call(organizer, 'GET', `${s.base}/pledge`)).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    expect((await s.move('open')).body.code).toBe('PLEDGE_TEXT_DIFFERS');
    const again = await api.call(organizer, 'PUT', s.base, { ...plan, version: 3 });
    expect(again.body.pledge.hash).not.toBe(edited.body.pledge.hash);
    expect((await s.move('open')).body.state).toBe('OPEN');
    expect((await api.call(organizer, 'GET', `${s.base}/pledge`)).body.points).toEqual(['Berubah']);
  });

  test('a variable’s name is never taken for something that every object has', async () => {
    const odd = '/api/regencies/16.04/pledge-texts/pakta-aneh/1';
    await api.call(as('organizer'), 'PUT', odd, { ...text, title: 'Pakta {constructor}' });
    const body = sessionBody({ pledge: { text: 'pakta-aneh', version: 1, variables: {}, classes: ['OPD'] } });
    const key = { 'idempotency-key': 'odd-variable' };
    const { body: problem } = await api.call(as('organizer'), 'POST', '/api/regencies/16.04/sessions', body, key);
    expect(problem.errors[0].pointer).toBe('/body/pledge/variables/constructor');
  });
});

describe('8. times are kept in UTC with the session’s zone, and shown in it by its name', () => {
  test.each([
    ['16.04', 'WIB', '2024-06-27T08:00:00+07:00', '2024-06-27T01:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WIB'],
    ['63.03', 'WITA', '2024-06-27T08:00:00+08:00', '2024-06-27T00:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WITA'],
    ['94.01', 'WIT', '2024-06-27T08:00:00+09:00', '2024-06-26T23:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WIT'],
  ])('%s in %s', async (code, zone, typed, utc, shown) => {
    await registerRegency(api, code, zone);
    const body = sessionBody({
      startsAt: typed,
      endsAt: typed.replace('T08', 'T11'),
      venue: { name: 'Aula', region: code },
      pledge: null,
    });
    const created = await api.call(as('organizer', code), 'POST', `/api/regencies/${code}/sessions`, body, {
      'idempotency-key': `zone-${zone}-key`,
    });
    expect(created.body).toMatchObject({ startsAt: utc, zone });
    expect(dateTimeIn(created.body.zone, created.body.startsAt)).toBe(shown);
  });
});

describe('9. NIP is masked, and never in a QR, a URL or a log', () => {
  test('no answer of any route holds it, nor does any log line', async () => {
    const nip = '198001012005011001';
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const organizer = as('organizer');
    const answers = [
      await s.scan('Dinas A'),
      await s.sign('Dinas A'),
      await api.call(organizer, 'GET', '/api/regencies/16.04/units'),
      await api.call(organizer, 'GET', `${s.base}/invitations`),
      await api.call(organizer, 'GET', `${s.base}/coverage/units`),
      await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(300);
      expect(JSON.stringify(body)).not.toContain(nip);
    }
    expect(answers[3]?.body.items[0].holder.nipMasked).toBe('1980••••••••••••••');
    expect(answers[3]?.body.items[0].link).not.toContain(nip);
    expect(api.logs.join('\n')).not.toContain(nip);
  });

  test('a QR, read as a door reads it, holds the address of the link and nothing of a person', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const shown = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    const app = createApp(api.deps);
    const bearer = { authorization: `Bearer ${await api.staff.token('organizer', '16.04')}` };
    const pictures = [
      await app.request(`/api/c/${s.token('Dinas A')}/qr.png`),
      await app.request(`${s.base}/invitations/${s.id('Dinas A')}/qr.png`, { headers: bearer }),
    ];
    for (const picture of pictures) {
      expect(await readQr(new Uint8Array(await picture.arrayBuffer()))).toEqual([shown.body.link.toUpperCase()]);
    }
    expect(shown.body.link).toMatch(/^https:\/\/hadir\.test\/c\/[a-z2-7]{39}$/i);
    expect(shown.body.link).not.toMatch(/198001012005011001|dinas|kepala/i);
  });

  test('a NIK is not taken anywhere', async () => {
    const { body } = await api.call(null, 'GET', '/api/openapi.json');
    expect(JSON.stringify(body)).not.toMatch(/"nik"/i);
  });
});

describe('10. people are matched by name without titles, case and dots, and titles are kept apart', () => {
  test.each([
    ['Drs. H. SAHABADI, M.Si.', 'Sahabadi'],
    ['dr. Siti Nurhaliza, Sp.A.', 'SITI NURHALIZA'],
    ['Ir. M. Yusuf, M.T.', 'M Yusuf'],
    ['Suharto', 'suharto'],
  ])('%s is %s', (written, plain) => {
    expect(matchKey(written)).toBe(matchKey(plain));
  });

  test('different people stay different', () => {
    expect(matchKey('Drs. Ahmad Yani')).not.toBe(matchKey('Drs. Ahmad Yasin'));
  });

  test('a signing sheet shows titles, and NIP and rank except of a Sekda; a delegate stands under their own name', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas Tanda' }, { name: 'Dinas Wakil' }], until: 'open' });
    await s.sign('Dinas Tanda');
    await s.sign('Dinas Wakil', { who: 'delegate', signer: { name: 'Siti', office: 'Sekretaris Dinas' } });
    const { body } = await api.call(as('auditor'), 'GET', `${s.base}/signatures`);
    const person = (name: string) => body.items.find((item: { name: string }) => item.name === name).person;
    expect(person('Dinas Tanda')).toMatchObject({ name: 'Kepala Dinas Tanda', nipMasked: '1980••••••••••••••' });
    expect(person('Dinas Wakil')).toEqual({ name: 'Siti', office: 'Sekretaris Dinas' });
    const blocks = (shown: boolean, offices: readonly string[]) => {
      for (const office of offices) expect({ office, shown: showsNipAndRank(office) }).toEqual({ office, shown });
    };
    blocks(false, [
      'Sekretaris Daerah',
      'Sekda',
      'Bupati Lahat',
      'Wakil Bupati Lahat',
      'Wali Kota Metro',
      'Gubernur Lampung',
    ]);
    blocks(false, [
      'Pj. Bupati Lahat',
      'Plh. Sekretaris Daerah',
      'Pj Sekda Kabupaten Lahat',
      'Wakil Wali Kota Metro',
      'Bupati (Pj)',
    ]);
    blocks(true, [
      'Camat Lahat',
      'Plt. Kepala Dinas Sosial',
      'Sekretaris DPRD',
      'Staf Ahli Bupati',
      'Asisten Sekretaris Daerah',
    ]);
  });

  test('titles are split from the name and kept', () => {
    expect(splitTitles('Drs. H. SAHABADI, M.Si.')).toEqual({
      name: 'Sahabadi',
      titlesBefore: 'Drs. H.',
      titlesAfter: 'M.Si.',
    });
  });
});

test('variables of a text that the session leaves out are told by name', async () => {
  await registerRegency(api, '16.04');
  const { year: _, ...rest } = pledgeVariables;
  const body = sessionBody({
    pledge: { text: 'ikrar-netralitas-2024', version: 1, variables: rest, classes: ['OPD'] },
  });
  const { body: problem } = await api.call(as('organizer'), 'POST', '/api/regencies/16.04/sessions', body, {
    'idempotency-key': 'missing-variable',
  });
  expect(problem).toMatchObject({
    code: 'PLEDGE_VARIABLE_MISSING',
    errors: [{ pointer: '/body/pledge/variables/year' }],
  });
});
