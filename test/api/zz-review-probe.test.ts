import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { contact, cutOff, pairedDoor } from '../support/doors.ts';
import { startScenario } from '../support/scenario.ts';
let api: TestApi;
beforeAll(async () => { api = await startTestApi(); });
afterAll(() => api.stop());
const later = (ms: number) => { api.clock.now = new Date(api.clock.now.getTime() + ms); };
const open = () => startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
const org = as('organizer');
const log = (label: string, x: unknown) => console.log('PROBE', label, JSON.stringify(x));

test('growth', { timeout: 150_000 }, async () => {
  const s = await open();
  await api.call(org, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);
  const print = (await api.call(org, 'GET', `${s.base}/venue-print`)).body.link.split('/').at(-1);
  const phone = 'phone-0000000000000001';
  let pass = (await api.call(null, 'POST', `/api/venue/${print}`, { phone })).body.pass;
  let n = 0; const seen: Record<string, number> = {};
  const t0 = Date.now();
  while (n < 1600) {
    const rs = await Promise.all(Array.from({ length: 10 }, () => { n += 1; return api.call(null, 'POST', `/api/c/${s.token('Dinas A')}/venue-check-in`, { pass, phone, nonce: `n${String(n).padStart(39, '0')}` }); }));
    for (const r of rs) seen[r.status] = (seen[r.status] ?? 0) + 1;
    if (seen[500] || seen[503]) break;
  }
  log('growth', { n, seen, ms: Date.now() - t0 });
  const re = await api.call(org, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 });
  log('reissue', [re.status, re.body.code]);
  const sc = await s.scan('Dinas A', { token: s.token('Dinas A', 2) });
  log('scan after reissue', [sc.status, sc.body.code ?? sc.body.result]);
});

test('correction reorder', async () => {
  const s = await open();
  const a = await pairedDoor(api, s.session, { name: 'Pintu A' });
  const now = api.clock.now.toISOString();
  await api.call(a.as, 'POST', `${s.base}/check-ins`, { token: s.token('Dinas A'), nonce: 'corr-0001', scannedAt: now, sentAt: now });
  const batch = (who: string) => api.call(a.as, 'POST', `${s.base}/check-in-batches`, { sentAt: now, entries: [{ kind: 'correction', invitation: s.id('Dinas A'), of: 'corr-0001', who }] });
  await batch('delegate'); later(1000); await batch('holder'); later(1000); const r = await batch('delegate');
  log('A,B,delayed A', [r.body.answers[0].result, r.body.answers[0].invitation.present.who]);
});

test('group online', async () => {
  const s = await open();
  const r = await s.scan('', { group: { count: 50 }, nonce: 'grp-online-1', mode: 'ONLINE', reason: 'Zoom' });
  const cov = await s.coverage();
  const items = await api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: 'HC#' });
  log('group ONLINE', [r.status, r.body, cov.people, items]);
  await s.move('close'); later(60_000);
});

test('resurrect undone', async () => {
  const s = await open();
  later(600_000);
  const a = await pairedDoor(api, s.session, { name: 'Pintu A' });
  const b = await pairedDoor(api, s.session, { name: 'Pintu B' });
  const up = (d: typeof a, entries: unknown[]) => api.call(d.as, 'POST', `${s.base}/check-in-batches`, { sentAt: api.clock.now.toISOString(), entries });
  const scan = (nonce: string) => ({ kind: 'scan', token: s.token('Dinas A'), nonce, scannedAt: api.clock.now.toISOString(), shown: 'ADMITTED' });
  const undo = (of: string) => api.call(org, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, { of, reason: 'Salah' });
  const out: unknown[] = [];
  const sb = scan('nonce-b-001');
  out.push((await up(a, [scan('nonce-a-001')])).body.answers[0].result);
  out.push((await up(b, [sb])).body.answers[0].result);
  out.push((await undo('nonce-a-001')).body.result);
  out.push((await up(b, [sb])).body.answers[0].result);
  out.push((await undo('nonce-b-001')).body.invitation.checkIn);
  out.push((await api.call(org, 'POST', `${s.base}/conflicts/nonce-b-001/decision`, { decision: 'TAKE_OTHER' })).status);
  out.push(['coverage', (await s.coverage()).units]);
  const u = await undo('nonce-b-001');
  out.push([u.status, u.body.result, 'still', u.body.invitation.checkIn?.nonce, u.body.invitation.undone?.map((x: any) => x.checkIn.nonce)]);
  log('resurrect', out);
});

test('file after 31 days', async () => {
  const s = await open();
  const d = await pairedDoor(api, s.session);
  const scannedAt = api.clock.now.toISOString();
  later(60_000);
  const file = await d.device.sign({ format: 'hadir-door-scans-1', session: d.session, door: d.id, exportedAt: api.clock.now.toISOString(), clockOffsetMs: 0, entries: [{ kind: 'scan', token: s.token('Dinas A'), nonce: 'file-31d-01', scannedAt, shown: 'ADMITTED' }] });
  await cutOff(api, d);
  later(31 * 86_400_000);
  const r = await api.call(org, 'POST', `${s.base}/door-files`, new TextEncoder().encode(file), { 'content-type': 'application/jose' });
  log('file 31 d', [r.status, r.body.answers ?? r.body]);
});

test('admitted after close: conflict?', async () => {
  const s = await open();
  const d = await pairedDoor(api, s.session);
  await s.move('close'); later(60_000);
  const r = await api.call(d.as, 'POST', `${s.base}/check-in-batches`, { sentAt: api.clock.now.toISOString(), entries: [{ kind: 'scan', token: s.token('Dinas A'), nonce: 'over-0001', scannedAt: api.clock.now.toISOString(), shown: 'ADMITTED' }] });
  log('over', [r.body.answers, (await api.call(org, 'GET', `${s.base}/conflicts`)).body.items, (await api.call(org, 'GET', `${s.base}/denials`)).body.items.map((x: any) => [x.reason, x.shown])]);
  later(365 * 86_400_000);
  const l = await api.call(d.as, 'GET', `${s.base}/door-list`);
  log('list a year later', [l.status, l.body.items?.length, l.body.items?.[0]?.name]);
  const c = await contact(api, d); log('contact a year later', c.status);
});

test('unknown invitation denial', async () => {
  const s = await open();
  const r = await s.scan('', { invitation: 'aaaaaaaa', nonce: 'unk-inv-0001', shown: 'UNDECIDED' });
  log('unknown', [r.body, (await api.call(org, 'GET', `${s.base}/denials`)).body.items]);
});

test('attendee sees', async () => {
  const s = await open();
  await s.scan('', { invitation: s.id('Dinas A'), mode: 'BACK_ENTERED', reason: 'Dicurigai titip absen oleh sopir', nonce: 'att-00001' });
  await api.call(as('operator'), 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, { of: 'att-00001', reason: 'Ternyata dititipkan Pak X' });
  await s.scan('', { invitation: s.id('Dinas A'), mode: 'BACK_ENTERED', reason: 'catatan', nonce: 'att-00002' });
  const v = await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}`);
  log('attendee', [v.body.invitation.checkIn, v.body.invitation.undone]);
});

test('online then in person', async () => {
  const s = await open();
  later(600_000);
  const d = await pairedDoor(api, s.session);
  await s.scan('', { invitation: s.id('Dinas A'), mode: 'ONLINE', reason: 'Zoom', nonce: 'onl-00001' });
  later(600_000);
  const r = await api.call(d.as, 'POST', `${s.base}/check-ins`, { token: s.token('Dinas A'), nonce: 'onl-00002', scannedAt: api.clock.now.toISOString(), sentAt: api.clock.now.toISOString(), shown: 'ADMITTED' });
  const c = (await api.call(org, 'GET', `${s.base}/conflicts`)).body.items;
  log('online/in person', [r.status, c[0]?.kind, c[0]?.proposal]);
});

test('letters', async () => {
  const s = await open();
  const d = await pairedDoor(api, s.session);
  const jpeg = new Uint8Array(200 * 1024); jpeg.set([0xff, 0xd8, 0xff]);
  const st: Record<string, number> = {};
  for (let i = 0; i < 30; i += 1) { const r = await api.call(d.as, 'PUT', `${s.base}/letters/never-scanned-${i}`, jpeg, { 'content-type': 'image/jpeg' }); st[r.status] = (st[r.status] ?? 0) + 1; }
  const html = await api.call(d.as, 'PUT', `${s.base}/letters/html-letter-1`, new Uint8Array([0xff, 0xd8, 0xff, ...new TextEncoder().encode('<script>alert(1)</script>')]), { 'content-type': 'text/html' });
  log('letters', [st, html.status]);
  const g = await api.call(org, 'GET', `${s.base}/letters/html-letter-1`);
  log('letter headers', [...g.headers]);
});
