/** Sessions over the API: drafting, editing, the moves of the states, and what bad input is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { moves } from '../../functions/sessions/session-rules.ts';
import { SessionState } from '../../functions/sessions/session-schema.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await registerRegency(api, '16.04');
});
afterAll(() => api.stop());

const organizer = as('organizer');
const create = (body: unknown, key: string) =>
  api.call(organizer, 'POST', '/api/regencies/16.04/sessions', body, { 'idempotency-key': key });

describe('creating', () => {
  test('the same call again answers the same session; another body under its key is refused', async () => {
    const first = await create(sessionBody(), 'create-twice');
    const again = await create(sessionBody(), 'create-twice');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await create(sessionBody({ title: 'Lain' }), 'create-twice');
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('without a key nothing is made', async () => {
    const { status, body } = await api.call(organizer, 'POST', '/api/regencies/16.04/sessions', sessionBody());
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
  });

  test.each([
    [{ endsAt: '2024-06-27T07:00:00+07:00' }, 'INPUT_INVALID', '/body/endsAt'],
    [{ title: '' }, 'INPUT_INVALID', '/body/title'],
    [{ kind: 'PESTA' }, 'INPUT_INVALID', '/body/kind'],
    [{ startsAt: '27/06/2024' }, 'INPUT_INVALID', '/body/startsAt'],
    [{ startsAt: '0000-01-01T00:00:00+07:00' }, 'INPUT_INVALID', '/body/startsAt'],
    [{ endsAt: '9999-12-31T23:59:59-07:00' }, 'INPUT_INVALID', '/body/endsAt'],
    [{ venue: { name: 'Aula', region: '16.99' } }, 'REGION_UNKNOWN', '/body/venue/region'],
    [{ legalBases: ['uu-20-2023', 'uu-2-2023'] }, 'LEGAL_BASIS_UNKNOWN', '/body/legalBases/1'],
    [{ legalBases: ['pp-53-2010'] }, 'LEGAL_BASIS_NOT_IN_FORCE', '/body/legalBases/0'],
    [{ pledge: { text: 'tidak-ada', version: 1, classes: ['OPD'] } }, 'PLEDGE_TEXT_UNKNOWN', '/body/pledge/text'],
  ])('%j is told as %s at %s', async (changes, code, pointer) => {
    const { body } = await create(sessionBody(changes), 'bad-input-key');
    expect(body.code).toBe(code);
    expect(body.errors[0].pointer).toBe(pointer);
    expect(body.requestId).toMatch(/^request-/);
  });

  test('a body that is not JSON, and one over the limit, are told so', async () => {
    const path = '/api/regencies/16.04/sessions';
    const key = { 'idempotency-key': 'bad-body-key' };
    const broken = await api.call(organizer, 'POST', path, Buffer.from('{"title":'), key);
    expect([broken.status, broken.body.code]).toEqual([400, 'BODY_NOT_JSON']);
    const huge = await api.call(organizer, 'POST', path, sessionBody({ note: 'x'.repeat(300_000) }), key);
    expect([huge.status, huge.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('a problem is a problem document, with its sentence in the asked language', async () => {
    const path = `/api/sessions/${makeSessionId('16.04', 'nobody made it')}`;
    const english = await api.call(organizer, 'GET', path, undefined, { 'accept-language': 'en-GB' });
    expect(english.headers.get('content-type')).toBe('application/problem+json');
    expect(english.body).toMatchObject({ status: 404, code: 'SESSION_UNKNOWN', title: 'This session was not found.' });
    const indonesian = await api.call(organizer, 'GET', path);
    expect(indonesian.body.title).toBe('Kegiatan ini tidak ditemukan.');
    expect(english.headers.get('cache-control')).toBe('no-store');
  });
});

describe('moving', () => {
  test.each(Object.entries(moves))(
    '%s is made from its states only, and repeating it changes nothing',
    async (name, { from, to }) => {
      const ways: Record<string, string[]> = {
        DRAFT: [],
        PUBLISHED: ['publish'],
        OPEN: ['publish', 'open'],
        CLOSED: ['publish', 'open', 'close'],
        CANCELLED: ['publish', 'cancel'],
      };
      for (const state of SessionState.options) {
        const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'draft' });
        for (const step of ways[state] ?? []) expect((await s.move(step)).status).toBe(200);
        const { status, body } = await s.move(name);
        if (from.includes(state) || state === to) {
          expect({ state, status, now: body.state }).toEqual({ state, status: 200, now: to });
          expect((await s.move(name)).body).toEqual(body);
        } else {
          expect({ state, status, code: body.code, told: body.state }).toEqual({
            ...{ state, status: 409, code: 'SESSION_WRONG_STATE', told: state },
          });
        }
      }
    },
  );

  test('the final figures stand when the closing is answered', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    await s.scan('Dinas A');
    await s.move('close');
    const { body } = await api.call(as('regent'), 'GET', `${s.base}/coverage`);
    expect(body).toMatchObject({ state: 'CLOSED', units: { expected: 1, inPerson: 1 } });
  });

  test('a session that nobody is invited to cannot open', async () => {
    const s = await startScenario(api, { units: [], until: 'published' });
    expect((await s.move('open')).body.code).toBe('SESSION_HAS_NO_INVITATIONS');
  });

  test('two organisers open at the same instant: one roster is frozen, both see it', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }] });
    const [one, two] = await Promise.all([s.move('open'), s.move('open')]);
    expect(one.body.frozen).toEqual(two.body.frozen);
    expect(one.body.frozen.units).toBe(2);
  });
});

test('an id that no session can have is bad input, not a fault', async () => {
  for (const id of ['azcpsue6a2', 'short', '1111111111']) {
    const { status, body } = await api.call(organizer, 'GET', `/api/sessions/${id}`);
    expect({ id, status, code: body.code }).toEqual({ id, status: 422, code: 'INPUT_INVALID' });
  }
});

describe('editing', () => {
  test('needs the version that was read, and a session that has not opened', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const put = (version: number, changes = {}) =>
      api.call(organizer, 'PUT', s.base, { ...sessionBody(changes), version });
    const { version } = (await api.call(organizer, 'GET', s.base)).body;
    const edited = await put(version, { title: 'Judul baru' });
    expect(edited.body).toMatchObject({ title: 'Judul baru', version: version + 1, state: 'PUBLISHED' });
    expect((await put(version)).body.code).toBe('SESSION_CHANGED');
    await s.move('open');
    expect((await put(version + 2)).body.code).toBe('SESSION_WRONG_STATE');
  });
});

describe('invitations and lists', () => {
  test('inviting a class twice invites nobody twice; unknown units are told', async () => {
    const s = await startScenario(api, {
      regency: '16.06',
      pledge: false,
      units: [
        { name: 'SD 1', class: 'SD' },
        { name: 'SD 2', class: 'SD' },
      ],
    });
    const owner = as('organizer', '16.06');
    const invite = (body: unknown) =>
      api.call(owner, 'POST', `${s.base}/invitations`, body, { 'idempotency-key': 'invite-class' });
    expect((await invite({ classes: ['SD'] })).body).toMatchObject({ invited: 0, alreadyInvited: 2 });
    expect((await invite({ units: ['zzzzzzzz'] })).body.code).toBe('UNIT_UNKNOWN');
    expect((await invite({})).body.code).toBe('INPUT_INVALID');
    const guests = { guests: [{ office: 'Kapolres' }, { office: 'Dandim' }] };
    expect((await invite(guests)).body.invited).toBe(2);
    expect((await invite(guests)).body).toMatchObject({ invited: 0, alreadyInvited: 2 });
    await s.move('open');
    await s.move('close');
    expect((await invite({ classes: ['SD'] })).body.code).toBe('SESSION_WRONG_STATE');
  });

  test('every list of more than a page is followed to its end', async () => {
    const names = Array.from({ length: 23 }, (_, index) => ({ name: `Dinas Nomor ${index}` }));
    const s = await startScenario(api, { regency: '16.07', units: names, pledge: false, until: 'open' });
    const reader = as('organizer', '16.07');
    for (const path of [`${s.base}/invitations`, `${s.base}/coverage/units`, '/api/regencies/16.07/units']) {
      const seen = new Set<string>();
      let cursor = '';
      for (let page = 0; page < 10; page += 1) {
        const { body } = await api.call(reader, 'GET', `${path}?limit=5${cursor && `&cursor=${cursor}`}`);
        expect(body.items.length).toBeLessThanOrEqual(5);
        for (const item of body.items) seen.add(item.name);
        if (!body.next) break;
        cursor = body.next;
      }
      expect({ path, seen: seen.size }).toEqual({ path, seen: 23 });
    }
    expect((await api.call(reader, 'GET', `${s.base}/invitations?limit=1000`)).body.code).toBe('INPUT_INVALID');
    expect((await api.call(reader, 'GET', `${s.base}/invitations?cursor=%24%24`)).body.code).toBe('INPUT_INVALID');
  });

  test('a cursor of no list is bad input, not an outage', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    for (const cursor of ['A', 'AAAA', 'enp6', Buffer.from('U#aaaaaaaa').toString('base64url')]) {
      const { status, body } = await api.call(organizer, 'GET', `${s.base}/invitations?cursor=${cursor}`);
      expect({ cursor, status, code: body.code }).toEqual({ cursor, status: 422, code: 'CURSOR_INVALID' });
    }
  });

  test('other guests under a key that was used are invited too; the same ones only once', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const invite = (offices: string[]) =>
      api.call(
        organizer,
        'POST',
        `${s.base}/invitations`,
        { guests: offices.map((office) => ({ office })) },
        { 'idempotency-key': 'guest-key-1' },
      );
    const first = await invite(['Dandim']);
    const other = await invite(['Ketua KPU']);
    expect(other.body).toMatchObject({ invited: 1, alreadyInvited: 0 });
    expect((await invite(['Dandim'])).body).toEqual({ ...first.body, invited: 0, alreadyInvited: 1 });
  });

  test('a re-issue repeated after a lost answer gives the same code; of a version that is gone, a clear no', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const reissue = (version: number) =>
      api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version });
    const first = await reissue(1);
    expect((await reissue(1)).body).toEqual(first.body);
    expect((await reissue(200)).body.code).toBe('INVITATION_CHANGED');
  });

  test('the missing are told by name, filtered by class and by pledge', async () => {
    const s = await startScenario(api, {
      units: [{ name: 'Dinas Hadir' }, { name: 'Dinas Alpa' }, { name: 'SD Alpa', class: 'SD' }],
      until: 'open',
    });
    await s.scan('Dinas Hadir');
    await s.coverage();
    const names = async (query: string) => {
      const { body } = await api.call(as('regent'), 'GET', `${s.base}/coverage/units?${query}`);
      return body.items.map((item: { name: string }) => item.name).sort();
    };
    expect(await names('presence=MISSING')).toEqual(['Dinas Alpa', 'SD Alpa']);
    expect(await names('presence=MISSING&class=SD')).toEqual(['SD Alpa']);
    expect(await names('presence=IN_PERSON&pledge=NOT_YET')).toEqual(['Dinas Hadir']);
  });

  test('only organisers are given links, and a revoked invitation has none', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }] });
    await api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    const links = async (role: 'organizer' | 'operator') =>
      (await api.call(as(role), 'GET', `${s.base}/invitations`)).body.items.filter(
        (item: { link?: string }) => item.link,
      );
    expect(await links('organizer')).toHaveLength(1);
    expect(await links('operator')).toHaveLength(0);
  });
});
