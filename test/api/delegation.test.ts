/** A delegate: a link of their own, the door by it alone, taken back for ever; what the head's link still does; the pledge. */
import { describe, expect, test } from 'vitest';
import { tokenHash } from '../../functions/check-in/door-list.ts';
import { as } from '../support/api.ts';
import { pairedDoor, scanAt } from '../support/doors.ts';
import { makeHall, minute } from '../support/hall.ts';
import { tokenIn, withLink } from '../support/links.ts';
import type { Scenario } from '../support/scenario.ts';

const hall = makeHall('Dinas A', 'Dinas B');
const organizer = as('organizer');
const phone = 'phone-of-the-head-01';
const delegatePhone = 'phone-of-delegate-01';
const wati = { name: 'Wati', office: 'Sekretaris', acting: 'PLT', letter: '800/12/2024' };
const withoutLetter = { name: 'Wati', office: 'Sekretaris', acting: 'PLT' };

const head = (s: Scenario, version = 1) => withLink(hall.api, s.token('Dinas A', version), phone);
const delegate = (s: Scenario, version = 2) => withLink(hall.api, s.token('Dinas A', version), delegatePhone);
const at = (s: Scenario, name = 'Dinas A') => `${s.base}/invitations/${s.id(name)}`;
const shown = async (s: Scenario) => (await hall.api.call(organizer, 'GET', at(s))).body;
const scanOf = (s: Scenario, version: number, more: object = {}) =>
  s.scan('', { token: s.token('Dinas A', version), ...more });
const refused = (reason: string) => ({ status: 422, body: { result: 'refused', reason } });
const denials = async (s: Scenario) => (await hall.api.call(organizer, 'GET', `${s.base}/denials`)).body.items;
const conflicts = async (s: Scenario) => (await hall.api.call(organizer, 'GET', `${s.base}/conflicts`)).body.items;

describe('naming a delegate', () => {
  test('gives the delegate a link of their own; the head’s shows the page, the link to pass on, and no code', async () => {
    const s = await hall.scenario('published');
    const { body } = await head(s).delegate(wati);
    expect(body).toMatchObject({
      role: 'HOLDER',
      code: null,
      answerable: true,
      invitation: { answer: { kind: 'DELEGATED' }, delegation: { delegate: wati } },
    });
    const token = tokenIn(body.invitation.delegation.link);
    expect(token).toBe(s.token('Dinas A', 2));
    const { body: theirs } = await delegate(s).view();
    expect(theirs).toMatchObject({
      role: 'DELEGATE',
      bound: 'NONE',
      code: `HTTPS://HADIR.TEST/C/${token}`,
      others: [],
      invitation: { office: 'Kepala Dinas A', holder: { name: 'Kepala Dinas A' }, delegation: { delegate: wati } },
    });
    expect(JSON.stringify(theirs)).not.toMatch(/"answer"|1980|nip|"link"/);
    expect(await shown(s)).toMatchObject({ version: 2, delegation: { delegate: wati } });
  });

  test('of whom nothing is known, who is described later, and who turns out to be another person', async () => {
    const s = await hall.scenario('published');
    const first = await head(s).delegate();
    const described = await head(s).delegate(wati);
    expect(described.body.invitation.delegation.link).toBe(first.body.invitation.delegation.link);
    const other = await head(s).delegate({ name: 'Budi' });
    expect(tokenIn(other.body.invitation.delegation.link)).toBe(s.token('Dinas A', 3));
    expect((await delegate(s, 2).view()).body.code).toBe('INVITATION_REVOKED');
    expect((await delegate(s, 3).view()).body.role).toBe('DELEGATE');
  });

  test('a title, a dot, capitals or a name left out cost nobody their code: the link that was sent opens the door', async () => {
    const s = await hall.scenario();
    await head(s).delegate({ name: 'Suyatno' });
    const spellings = ['Suyatno, S.Pd.', 'Suyatno SPd', 'Drs. H. SUYATNO, S. Pd', undefined, 'suyatno'];
    for (const name of spellings) {
      const { body } = await head(s).delegate(name === undefined ? { office: 'Sekretaris' } : { name });
      expect({ name, token: tokenIn(body.invitation.delegation.link) }).toEqual({ name, token: s.token('Dinas A', 2) });
      expect(body.invitation.delegation.delegate).toEqual(name === undefined ? { office: 'Sekretaris' } : { name });
    }
    expect((await delegate(s, 2).view()).body.role).toBe('DELEGATE');
    expect((await scanOf(s, 2)).body).toMatchObject({
      result: 'accepted',
      invitation: { checkIn: { who: 'delegate' } },
    });
  });

  test('a delegate confirms, and neither sends another nor says that nobody comes', async () => {
    const s = await hall.scenario('published');
    await head(s).delegate(wati);
    const confirmed = await delegate(s).answer({ kind: 'ATTENDING' });
    expect(confirmed.body).toMatchObject({ role: 'DELEGATE', bound: 'THIS' });
    for (const body of [
      { kind: 'DELEGATED', delegate: { name: 'Tono' } },
      { kind: 'UNABLE', reason: 'Sakit' },
    ]) {
      const reply = await delegate(s).answer(body);
      expect([reply.status, reply.body.code]).toEqual([403, 'DELEGATE_CANNOT_DELEGATE']);
    }
    expect(await shown(s)).toMatchObject({ answer: { kind: 'DELEGATED' }, delegation: { delegate: wati } });
    // Each link has a phone of its own.
    expect((await withLink(hall.api, s.token('Dinas A', 2), phone).view()).body.view).toBe('NEUTRAL');
    expect((await head(s).view()).body.bound).toBe('THIS');
    expect((await delegate(s).release()).body.bound).toBe('NONE');
  });

  test('not after so many versions that the organiser could not re-issue any more', async () => {
    const s = await hall.scenario('published');
    const key = { pk: `S#${s.session}`, sk: `I#${s.id('Dinas A')}` };
    const item = await hall.api.engine.table.get(key);
    await hall.api.engine.table.put({ ...key, ...item, lastVersion: 250 });
    const full = await head(s).delegate(wati);
    expect([full.status, full.body.code]).toEqual([409, 'DELEGATION_LIMIT']);
    const noted = await hall.api.call(organizer, 'PUT', `${at(s)}/answer`, { kind: 'DELEGATED' });
    expect(noted.body.code).toBe('DELEGATION_LIMIT');
    const reissued = await hall.api.call(organizer, 'POST', `${at(s)}/reissue`, { version: 1 });
    expect(tokenIn(reissued.body.link)).toBe(s.token('Dinas A', 251));
  });

  test('ten phones at once name ten delegates by a link that no phone has confirmed: one code is good', async () => {
    const s = await hall.scenario('published');
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        withLink(hall.api, s.token('Dinas A'), `phone-number-00000${index}`).delegate({ name: `Wakil ${index}` }),
      ),
    );
    const versions = Array.from({ length: 12 }, (_, index) => index + 1);
    const views = await Promise.all(versions.map((version) => withLink(hall.api, s.token('Dinas A', version)).view()));
    expect(views.filter(({ body }) => body.role === 'DELEGATE')).toHaveLength(1);
    await s.move('open');
    const results: string[] = [];
    for (const version of versions) results.push((await scanOf(s, version)).body.result);
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
  });
});

describe('at the door', () => {
  test('the delegate’s code is accepted as the delegate’s; the head’s is told that a delegate is named', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    // The session is read with the first scan.
    await s.scan('Dinas B');
    hall.api.engine.requests.reset();
    expect(await scanOf(s, 1, { nonce: 'head-at-door' })).toMatchObject(refused('DELEGATED'));
    expect(hall.api.engine.requests.sent).toHaveLength(2);
    hall.api.engine.requests.reset();
    const told = { who: 'delegate', delegate: wati };
    const accepted = await scanOf(s, 2, told);
    expect(accepted).toMatchObject({ status: 201, body: { invitation: { checkIn: told } } });
    expect(hall.api.engine.requests.sent).toEqual(['UpdateItem']);
    // In already, and still nobody else's code.
    expect(await scanOf(s, 1, { nonce: 'head-again-01' })).toMatchObject(refused('DELEGATED'));
    expect((await denials(s)).map(({ reason }: { reason: string }) => reason)).toEqual(['DELEGATED', 'DELEGATED']);
    expect((await s.coverage()).units).toMatchObject({ delegated: 1, inPerson: 1 });
  });

  test('who scans and says nothing else records the delegate all the same, also in a batch and after a lost answer', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const first = await scanOf(s, 2, { nonce: 'said-nothing' });
    expect(first.body.invitation.checkIn).toMatchObject({ who: 'delegate', delegate: wati, evidence: 'CODE' });
    const again = await scanOf(s, 2, { nonce: 'said-nothing' });
    expect(again.body).toMatchObject({ result: 'replayed', invitation: { checkIn: { who: 'delegate' } } });
    expect((await shown(s)).checkIn).toMatchObject({ who: 'delegate', delegate: wati });
  });

  test('a record that was cut short between its two requests is put right by the repeat of its scan', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    await scanOf(s, 2, { nonce: 'cut-short-01' });
    const key = { pk: `S#${s.session}`, sk: `I#${s.id('Dinas A')}` };
    const item = (await hall.api.engine.table.get(key)) as { checkIn: Record<string, unknown> };
    const { delegate: _, ...checkIn } = item.checkIn;
    await hall.api.engine.table.put({ ...key, ...item, checkIn: { ...checkIn, who: 'holder' } });
    await scanOf(s, 2, { nonce: 'cut-short-01' });
    expect((await shown(s)).checkIn).toMatchObject({ who: 'delegate', delegate: wati });
    // What a door corrected stays: the head was there with the delegate's phone.
    await hall.api.call(organizer, 'PUT', `${at(s)}/attendance`, { of: 'cut-short-01', who: 'holder' });
    await scanOf(s, 2, { nonce: 'cut-short-01' });
    expect((await shown(s)).checkIn).toMatchObject({ who: 'holder' });
  });

  test('found by name the head may still come, on the operator’s word; then the delegate is told who is in', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const byName = await s.scan('', { invitation: s.id('Dinas A') });
    expect(byName.body).toMatchObject({
      result: 'accepted',
      invitation: { checkIn: { who: 'holder', evidence: 'NAME' } },
    });
    expect((await scanOf(s, 2)).body.result).toBe('already');
  });

  test('taken back: the head’s code opens it, the delegate’s never again', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    await head(s).answer({ kind: 'ATTENDING' });
    expect(await scanOf(s, 2, { nonce: 'taken-back-1' })).toMatchObject(refused('REVOKED'));
    await head(s).delegate(wati);
    expect(await scanOf(s, 2, { nonce: 'taken-back-2' })).toMatchObject(refused('REVOKED'));
    expect((await scanOf(s, 3)).body.result).toBe('accepted');
    expect((await denials(s)).map(({ reason }: { reason: string }) => reason)).toEqual(['REVOKED', 'REVOKED']);
  });

  test('taken back at the very moment at which the delegate is scanned: the one or the other, never both', async () => {
    const s = await hall.scenario();
    for (const name of ['Dinas A', 'Dinas B']) {
      const own = withLink(hall.api, s.token(name), phone);
      await own.delegate(wati);
      const [scanned, back] = await Promise.all([
        s.scan('', { token: s.token(name, 2) }),
        own.answer({ kind: 'ATTENDING' }),
      ]);
      const { body } = await hall.api.call(organizer, 'GET', at(s, name));
      const came = scanned.body.result === 'accepted';
      expect([scanned.body.reason, back.status]).toEqual(came ? [undefined, 409] : ['REVOKED', 200]);
      expect([body.checkIn?.who, body.answer.kind]).toEqual(
        came ? ['delegate', 'DELEGATED'] : [undefined, 'ATTENDING'],
      );
    }
  });

  test('re-issued while a delegate is named: one new link for the head, both former ones are dead', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const reissue = () => hall.api.call(organizer, 'POST', `${at(s)}/reissue`, { version: 2 });
    const { body } = await reissue();
    expect(tokenIn(body.link)).toBe(s.token('Dinas A', 3));
    expect(body).not.toHaveProperty('delegation');
    expect((await reissue()).body).toEqual(body);
    for (const version of [1, 2]) expect(await scanOf(s, version)).toMatchObject(refused('REVOKED'));
    expect((await withLink(hall.api, s.token('Dinas A', 3), 'another-phone-0001').view()).body).toMatchObject({
      role: 'HOLDER',
      bound: 'NONE',
    });
    expect((await scanOf(s, 3)).body.result).toBe('accepted');
  });

  test('a batch of a door without a signal: the head let in by an old list is a conflict with the delegate, not lost', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const door = await pairedDoor(hall.api, s.session);
    const now = hall.api.clock.now.toISOString();
    const scan = (version: number, nonce: string, more: object = {}) => ({
      kind: 'scan',
      token: s.token('Dinas A', version),
      nonce,
      scannedAt: now,
      ...more,
    });
    const entries = [
      scan(1, 'offline-head-1', { shown: 'ADMITTED' }),
      scan(2, 'offline-wati-1', { shown: 'UNDECIDED' }),
      scan(1, 'offline-head-2', { shown: 'ADMITTED' }),
      scan(1, 'offline-head-3', { shown: 'REFUSED' }),
    ];
    const { body } = await hall.api.call(door.as, 'POST', `${s.base}/check-in-batches`, { sentAt: now, entries });
    expect(body.answers).toMatchObject([
      { result: 'refused', reason: 'DELEGATED' },
      {
        result: 'accepted',
        invitation: { present: { who: 'delegate', delegateName: 'Wati' }, delegated: withoutLetter },
      },
      { result: 'refused', reason: 'DELEGATED' },
      { result: 'refused', reason: 'DELEGATED' },
    ]);
    const kinds = (await conflicts(s)).map(({ kind, proposal }: { kind: string; proposal: object }) => [
      kind,
      proposal,
    ]);
    const headCame = { decision: 'TAKE_OTHER', because: 'HOLDER_CAME' };
    expect(kinds.sort()).toEqual([
      ['HOLDER_AND_DELEGATE', headCame],
      ['REVOKED_ADMITTED', headCame],
    ]);
    expect(await denials(s)).toMatchObject([{ reason: 'DELEGATED', nonce: 'offline-head-3' }]);
  });

  test('a delegate let in by a door that had not heard of the taking back: judged by when it was', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const scannedAt = new Date(hall.api.clock.now.getTime() + minute).toISOString();
    hall.later(2 * minute);
    await head(s).answer({ kind: 'ATTENDING' });
    hall.later(minute);
    const late = { scannedAt, sentAt: hall.api.clock.now.toISOString(), shown: 'ADMITTED' };
    expect(await scanOf(s, 2, { ...late, nonce: 'before-taking-back' })).toMatchObject(refused('REVOKED'));
    expect((await conflicts(s))[0]).toMatchObject({
      kind: 'REVOKED_ADMITTED',
      proposal: { decision: 'TAKE_OTHER', because: 'SCANNED_BEFORE_REVOCATION' },
    });
  });

  test('the list of a door: the delegate’s hashes, the head’s apart, at once in what is new', async () => {
    const s = await hall.scenario();
    const door = await pairedDoor(hall.api, s.session);
    hall.later(60 * minute);
    const since = hall.api.clock.now.toISOString();
    const entry = async () => {
      const { body } = await hall.api.call(door.as, 'GET', `${s.base}/door-list?since=${since}`);
      return body.items.find(({ id }: { id: string }) => id === s.id('Dinas A'));
    };
    expect(await entry()).toBeUndefined();
    await head(s).delegate(wati);
    expect(await entry()).toMatchObject({
      version: 2,
      hashes: [tokenHash(s.token('Dinas A', 2))],
      name: 'Kepala Dinas A',
      delegated: { ...wati, holderHashes: [tokenHash(s.token('Dinas A', 1))] },
    });
    await head(s).answer({ kind: 'UNABLE', reason: 'Sakit' });
    const back = await entry();
    expect(back).toMatchObject({ version: 1, hashes: [tokenHash(s.token('Dinas A', 1))] });
    expect(back).not.toHaveProperty('delegated');
    expect(JSON.stringify(back)).not.toContain('Sakit');
    expect((await scanAt(hall.api, door, s.token('Dinas A', 1))).body.result).toBe('accepted');
  });

  test('by the venue’s code: the head’s link is told of the delegate, the delegate’s comes in as one', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    const { body: print } = await hall.api.call(organizer, 'GET', `${s.base}/venue-print`);
    const enter = async (version: number, by: string, nonce: string) => {
      const { body: opened } = await hall.api.call(null, 'POST', `/api/venue/${tokenIn(print.link)}`, { phone: by });
      const path = `/api/c/${s.token('Dinas A', version)}/venue-check-in`;
      return hall.api.call(null, 'POST', path, { pass: opened.pass, phone: by, nonce });
    };
    expect(await enter(1, phone, 'venue-head-1')).toMatchObject(refused('DELEGATED'));
    const theirs = await enter(2, delegatePhone, 'venue-wati-1');
    expect(theirs.body).toMatchObject({
      result: 'accepted',
      invitation: { checkIn: { who: 'delegate', delegate: wati } },
    });
  });
});

describe('the pledge', () => {
  test('a delegate’s link binds the delegate only, whatever it says; the head signs by their own, also meanwhile', async () => {
    const s = await hall.scenario();
    await head(s).delegate(wati);
    hall.api.engine.requests.reset();
    const theirs = await delegate(s).sign({ hash: s.hash, who: 'holder', nonce: 'sign-as-wati' });
    expect(hall.api.engine.requests.sent.filter((sent) => sent === 'UpdateItem')).toHaveLength(1);
    expect(theirs.body).toMatchObject({ result: 'signed', invitation: { pledge: { status: 'NOT_YET' } } });
    const { body } = await hall.api.call(organizer, 'GET', `${s.base}/signatures`);
    expect(body.items).toMatchObject([{ kind: 'delegate', person: withoutLetter }]);
    const own = await head(s).sign({ hash: s.hash, who: 'holder', nonce: 'sign-as-head' });
    expect(own.body).toMatchObject({ result: 'signed', invitation: { pledge: { status: 'SIGNED' } } });
    expect((await s.coverage()).pledge).toMatchObject({ signed: 1 });
    await head(s).answer({ kind: 'ATTENDING' });
    expect((await delegate(s).sign({ hash: s.hash, who: 'delegate', nonce: 'sign-too-late' })).body.code).toBe(
      'INVITATION_REVOKED',
    );
  });

  test('a delegate who gives a name of their own signs under it', async () => {
    const s = await hall.scenario();
    await head(s).delegate();
    const signer = { name: 'Tono', office: 'Kasubbag' };
    await delegate(s).sign({ hash: s.hash, who: 'delegate', signer, nonce: 'sign-as-tono' });
    const { body } = await hall.api.call(organizer, 'GET', `${s.base}/signatures`);
    expect(body.items).toMatchObject([{ kind: 'delegate', person: signer }]);
  });
});
