/** What an invited head answers by the link, which phone may, until when; and what staff do for those who call. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { as, startTestApi } from '../support/api.ts';
import { type CheckedApi, checkDeclared } from '../support/declared-problems.ts';
import { withLink } from '../support/links.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: CheckedApi;
let s: Scenario;
beforeAll(async () => {
  api = await checkDeclared(await startTestApi());
});
afterAll(async () => {
  await api.stop();
  expect([...api.undeclared]).toEqual([]);
});

const invited = new Date('2024-06-21T02:00:00Z');
const phoneA = 'phone-a-000000000001';
const phoneB = 'phone-b-000000000002';
beforeEach(async () => {
  api.clock.now = invited;
  s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], guests: ['Dandim'] });
});

const link = (name: string, phone: string | null = null, version = 1) => withLink(api, s.token(name, version), phone);
const staff = (role: 'organizer' | 'operator', method: string, name: string, path: string, body?: unknown) =>
  api.call(as(role), method, `${s.base}/invitations/${s.id(name)}${path}`, body);
const shown = async (name: string) => (await staff('organizer', 'GET', name, '')).body;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => ({ status, code: body.code });

describe('an answer', () => {
  test('attending, unable with a reason, attending after all: the last one stands, and the organiser sees it', async () => {
    const head = link('Dinas A', phoneA);
    expect((await head.view()).body).toMatchObject({ view: 'OWN', role: 'HOLDER', bound: 'NONE', answerable: true });
    const yes = await head.answer({ kind: 'ATTENDING' });
    expect(yes.body).toMatchObject({ bound: 'THIS', invitation: { answer: { kind: 'ATTENDING' } } });
    const no = await head.answer({ kind: 'UNABLE', reason: 'Dinas luar kota' });
    expect(no.body.invitation.answer).toEqual({
      kind: 'UNABLE',
      at: invited.toISOString(),
      reason: 'Dinas luar kota',
    });
    expect(await shown('Dinas A')).toMatchObject({ answer: { reason: 'Dinas luar kota' }, bound: true });
    await head.answer({ kind: 'ATTENDING' });
    expect((await shown('Dinas A')).answer).toEqual({ kind: 'ATTENDING', at: invited.toISOString() });
  });

  test('the same again writes nothing', async () => {
    const head = link('Dandim', phoneA);
    const first = await head.answer({ kind: 'ATTENDING' });
    api.clock.now = new Date(invited.getTime() + 60_000);
    api.engine.requests.reset();
    expect((await head.answer({ kind: 'ATTENDING' })).body).toEqual(first.body);
    expect(api.engine.requests.sent).not.toContain('UpdateItem');
    await head.answer({ kind: 'UNABLE', reason: 'Sakit' });
    expect(api.engine.requests.sent.filter((sent) => sent === 'UpdateItem')).toHaveLength(1);
  });

  test.each([
    [{ kind: 'MAYBE' }, '/body/kind'],
    [{ kind: 'UNABLE' }, '/body/reason'],
    [{ kind: 'UNABLE', reason: ' ' }, '/body/reason'],
    [{ kind: 'UNABLE', reason: 'x'.repeat(201) }, '/body/reason'],
    [{ kind: 'DELEGATED', delegate: { name: 'x'.repeat(81) } }, '/body/delegate/name'],
    [{ kind: 'DELEGATED', delegate: { acting: 'CEO' } }, '/body/delegate/acting'],
  ])('%j is told field by field', async (body, pointer) => {
    const { status, body: problem } = await link('Dinas A', phoneA).answer(body);
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'INPUT_INVALID' });
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect((await shown('Dinas A')).bound).toBeUndefined();
  });

  test('of a draft, by a forged and by a withdrawn link', async () => {
    const draft = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'draft' });
    const early = withLink(api, draft.token('Dinas A'), phoneA);
    for (const call of [early.answer({ kind: 'ATTENDING' }), early.release(), early.askForHelp(), early.calendar()])
      expect(codeOf(await call)).toEqual({ status: 409, code: 'INVITATION_NOT_PUBLISHED' });
    const forged = withLink(
      api,
      s.token('Dinas A').replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      phoneA,
    );
    const gone = link('Dinas A', phoneA, 7);
    for (const [holder, code] of [
      [forged, 'TOKEN_INVALID'],
      [gone, 'INVITATION_REVOKED'],
    ] as const)
      for (const call of [holder.answer({ kind: 'ATTENDING' }), holder.release(), holder.askForHelp()])
        expect((await call).body.code).toBe(code);
  });

  test('until the session is over: not after closing, cancelling, its end, or somebody’s arrival', async () => {
    const late = { status: 409, code: 'ANSWER_TOO_LATE' };
    const head = link('Dinas A', phoneA);
    await s.move('open');
    expect((await head.answer({ kind: 'ATTENDING' })).status).toBe(200);
    await s.scan('Dinas A');
    expect(codeOf(await head.delegate({ name: 'Wati' }))).toEqual(late);
    expect(codeOf(await staff('operator', 'PUT', 'Dinas A', '/answer', { kind: 'ATTENDING' }))).toEqual(late);
    expect((await head.view()).body).toMatchObject({ answerable: false, invitation: { checkIn: { who: 'holder' } } });
    const other = link('Dinas B', phoneB);
    api.clock.now = new Date('2024-06-27T05:00:00.000Z');
    expect((await other.answer({ kind: 'ATTENDING' })).status).toBe(200);
    api.clock.now = new Date('2024-06-27T05:00:00.001Z');
    expect(codeOf(await other.answer({ kind: 'ATTENDING' }))).toEqual(late);
    api.clock.now = invited;
    await s.move('close');
    expect(codeOf(await other.answer({ kind: 'UNABLE', reason: 'Sakit' }))).toEqual(late);
    const off = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    await off.move('cancel');
    expect(codeOf(await withLink(api, off.token('Dinas A'), phoneA).answer({ kind: 'ATTENDING' }))).toEqual(late);
  });
});

describe('a link in a group', () => {
  test('first come first bound; the second sees nobody’s name, asks for help, is let in when staff have freed it', async () => {
    const [first, second] = [link('Dinas A', phoneA), link('Dinas A', phoneB)];
    await first.answer({ kind: 'ATTENDING' });
    const { body: neutral } = await second.view();
    expect(neutral).toMatchObject({ view: 'NEUTRAL', helpAsked: false, session: { venue: { name: 'Hotel Santika' } } });
    expect(JSON.stringify(neutral)).not.toMatch(/Dinas A|HADIR\.TEST|1980|agenda|pledge/);
    const bound = { status: 403, code: 'LINK_BOUND' };
    expect(codeOf(await second.answer({ kind: 'UNABLE', reason: 'Sakit' }))).toEqual(bound);
    expect(codeOf(await second.release())).toEqual(bound);

    expect((await second.askForHelp({ note: 'Ponsel saya ganti' })).body).toEqual({ asked: true });
    api.clock.now = new Date(invited.getTime() + 60_000);
    await second.askForHelp({ note: 'Saya lagi' });
    expect((await second.view()).body.helpAsked).toBe(true);
    const help = { at: invited.toISOString(), note: 'Ponsel saya ganti', role: 'HOLDER' };
    expect((await shown('Dinas A')).help).toEqual(help);
    // Whoever asked first asks for themself only: a third phone is heard too, and no phone's hash is shown.
    const third = link('Dinas A', 'phone-of-a-third-one');
    expect((await third.view()).body.helpAsked).toBe(false);
    await third.askForHelp({ note: 'Saya kepala dinasnya' });
    expect((await shown('Dinas A')).help).toEqual({
      ...help,
      others: [{ at: api.clock.now.toISOString(), note: 'Saya kepala dinasnya', role: 'HOLDER' }],
    });
    expect(JSON.stringify((await first.view()).body)).not.toContain('Ponsel saya ganti');

    const freed = await staff('operator', 'POST', 'Dinas A', '/release');
    expect(freed.body).not.toHaveProperty('help');
    expect([freed.status, freed.body.bound, freed.body.link]).toEqual([200, undefined, undefined]);
    expect((await second.view()).body).toMatchObject({ view: 'OWN', bound: 'NONE' });
    expect((await second.answer({ kind: 'ATTENDING' })).body.bound).toBe('THIS');
    expect((await first.view()).body.view).toBe('NEUTRAL');
  });

  test('a phone without a name, or with one of another form, ties nothing, and sees what others see of a tied link', async () => {
    const nameless = link('Dinas A');
    expect((await nameless.answer({ kind: 'ATTENDING' })).body.bound).toBe('NONE');
    for (const odd of ['short', 'a name with blanks', `${'x'.repeat(61)}`]) {
      expect((await link('Dinas A', odd).answer({ kind: 'ATTENDING' })).body.bound).toBe('NONE');
    }
    expect((await shown('Dinas A')).bound).toBeUndefined();
    await link('Dinas A', phoneA).answer({ kind: 'ATTENDING' });
    expect((await nameless.view()).body.view).toBe('NEUTRAL');
    expect((await link('Dinas A', 'short').view()).body.view).toBe('NEUTRAL');
    expect((await nameless.release()).body.code).toBe('LINK_BOUND');
  });

  test('its own phone frees it, and only once there is something to free', async () => {
    const head = link('Dinas A', phoneA);
    expect((await head.release()).body.bound).toBe('NONE');
    await head.answer({ kind: 'ATTENDING' });
    expect((await head.release()).body).toMatchObject({ bound: 'NONE', invitation: { answer: { kind: 'ATTENDING' } } });
    expect((await link('Dinas A', phoneB).answer({ kind: 'ATTENDING' })).body.bound).toBe('THIS');
  });

  test('its own release settles the calls of that link; staff release the link whose holder asked, and no other', async () => {
    const [head, delegate] = [link('Dinas A', phoneA), link('Dinas A', phoneB, 2)];
    await head.delegate({ name: 'Wati' });
    await delegate.answer({ kind: 'ATTENDING' });
    expect((await shown('Dinas A')).delegation.bound).toBe(true);
    await link('Dinas A', 'phone-of-somebody').askForHelp();
    await link('Dinas A', 'phone-of-delegate-2', 2).askForHelp({ note: 'Ganti ponsel' });
    expect((await shown('Dinas A')).help).toMatchObject({ role: 'HOLDER', others: [{ role: 'DELEGATE' }] });
    await head.release();
    const call = { at: api.clock.now.toISOString(), note: 'Ganti ponsel', role: 'DELEGATE' };
    expect((await shown('Dinas A')).help).toEqual(call);
    await head.answer({ kind: 'DELEGATED', delegate: { name: 'Wati' } });
    for (const _ of ['once', 'and again, its answer lost']) {
      const freed = await staff('operator', 'POST', 'Dinas A', '/release?role=DELEGATE');
      expect([freed.status, freed.body.bound, freed.body.delegation.bound, freed.body.help]).toEqual([
        200,
        true,
        undefined,
        undefined,
      ]);
    }
    expect((await staff('operator', 'POST', 'Dinas A', '/release?role=OTHER')).body.code).toBe('INPUT_INVALID');
  });

  test('two phones that answer at the same instant: one wins, the other is told', async () => {
    const answers = await Promise.all([
      link('Dinas A', phoneA).answer({ kind: 'ATTENDING' }),
      link('Dinas A', phoneB).delegate({ name: 'Wati' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { answer, delegation } = await shown('Dinas A');
    expect(answer.kind === 'DELEGATED').toBe(delegation !== undefined);
  });

  test('the phone’s name is nowhere: not in the table, not in an answer, not in a log', async () => {
    await link('Dinas A', phoneA).answer({ kind: 'ATTENDING' });
    const items = await api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: '' });
    expect(JSON.stringify(items)).not.toContain(phoneA);
    expect(api.logs.join('\n')).not.toContain(phoneA);
    expect(JSON.stringify((await link('Dinas A', phoneA).view()).body)).not.toContain(phoneA);
  });

  test('signs by its own phone only, and the venue’s code admits no other', async () => {
    await s.move('open');
    await link('Dinas A', phoneA).answer({ kind: 'ATTENDING' });
    const body = { hash: s.hash, who: 'holder' };
    expect(codeOf(await link('Dinas A', phoneB).sign(body))).toEqual({ status: 403, code: 'LINK_BOUND' });
    expect(codeOf(await link('Dinas A').sign(body))).toEqual({ status: 403, code: 'LINK_BOUND' });
    expect((await link('Dinas A', phoneA).sign(body)).body.result).toBe('signed');
    const { body: print } = await api.call(as('organizer'), 'GET', `${s.base}/venue-print`);
    const venue = `/api/venue/${print.link.split('/').at(-1)}`;
    const enter = async (phone: string, nonce: string) => {
      const { body: opened } = await api.call(null, 'POST', venue, { phone });
      const path = `/api/c/${s.token('Dinas A')}/venue-check-in`;
      return api.call(null, 'POST', path, { pass: opened.pass, phone, nonce });
    };
    expect(codeOf(await enter(phoneB, 'venue-other-1'))).toEqual({ status: 403, code: 'LINK_BOUND' });
    expect((await enter(phoneA, 'venue-own-001')).body.result).toBe('accepted');
    expect((await enter(phoneA, 'venue-own-001')).body.result).toBe('replayed');
  });
});

describe('staff note the answer of a head who calls', () => {
  test('as the same rules have it, under their own name; the head’s own answer by the link stands before it', async () => {
    const noted = await staff('operator', 'PUT', 'Dinas A', '/answer', { kind: 'UNABLE', reason: 'Rapat di provinsi' });
    expect(noted.body.answer).toMatchObject({ kind: 'UNABLE', operator: expect.any(String) });
    const head = link('Dinas A', phoneA);
    expect((await head.view()).body.invitation.answer).toEqual({
      kind: 'UNABLE',
      at: invited.toISOString(),
      reason: 'Rapat di provinsi',
    });
    expect(await shown('Dinas A')).not.toHaveProperty('bound');
    await head.answer({ kind: 'ATTENDING' });
    await staff('organizer', 'PUT', 'Dinas A', '/answer', { kind: 'ATTENDING' });
    expect((await shown('Dinas A')).answer).not.toHaveProperty('operator');
  });

  test('on a link that a phone has confirmed too; not on what was withdrawn', async () => {
    await link('Dinas A', phoneA).answer({ kind: 'ATTENDING' });
    const noted = await staff('organizer', 'PUT', 'Dinas A', '/answer', {
      kind: 'DELEGATED',
      delegate: { name: 'Wati' },
    });
    expect(noted.body).toMatchObject({ delegation: { delegate: { name: 'Wati' }, link: expect.any(String) } });
    await staff('organizer', 'POST', 'Dinas A', '/revoke');
    expect((await staff('operator', 'PUT', 'Dinas A', '/answer', { kind: 'ATTENDING' })).body.code).toBe(
      'INVITATION_REVOKED',
    );
    const nobody = `${s.base}/invitations/aaaaaaaa/answer`;
    expect((await api.call(as('operator'), 'PUT', nobody, { kind: 'ATTENDING' })).body.code).toBe('INVITATION_UNKNOWN');
  });
});
