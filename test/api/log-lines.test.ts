/** What is written of requests: enough to count and to find them, and nothing of whom they were about. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import { makeLogger } from '../../functions/platform/log.ts';
import { as, asDoor, startTestApi, type TestApi } from '../support/api.ts';
import { contact, cutOff, pairedDoor, scanAt, type TestDoor } from '../support/doors.ts';
import { withLink } from '../support/links.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

const [nip, email, phone, typed] = [
  '197005051995031007',
  'siti@lahat.example',
  '+6281234567890',
  'Wati Rahayu',
] as const;
const unit = {
  class: 'OPD',
  name: 'Dinas Rahasia',
  office: 'Kepala Dinas Rahasia',
  holder: { name: 'Siti Nurhaliza', nip, phone, email },
};

let api: TestApi;
let s: Scenario;
let door: TestDoor;
let failing = false;
beforeAll(async () => {
  api = await startTestApi({
    wrap: ({ stores }) => {
      const log = makeLogger(
        (line) => api.logs.push(line),
        () => api.clock.now,
      );
      const get = stores.invitations.get;
      // A fault whose message quotes what it was about, as the messages of libraries do.
      stores.invitations.get = async (...args) => {
        if (failing) throw new TypeError(`cannot read ${JSON.stringify(await get(...args))} of ${nip}`);
        return get(...args);
      };
      return { stores, served: (request) => log.info('REQUEST', request) };
    },
  });
  s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
  door = await pairedDoor(api, s.session);
});
afterAll(() => api.stop());
beforeEach(() => {
  failing = false;
  api.logs.length = 0;
});

const lines = (): Record<string, unknown>[] => api.logs.map((line) => JSON.parse(line));
const linesOf = (code: string) => lines().filter((line) => line.code === code);
const organizer = as('organizer');
const goodSignIn = async () => `Bearer ${await api.staff.token('organizer', '16.04')}`;

describe('a line for each request', () => {
  test('says when, which route by its template, how it ended and how long it took', async () => {
    const token = s.token('Dinas A');
    await api.call(null, 'GET', `/api/c/${token}`);
    expect(lines()).toEqual([
      {
        time: '2024-06-20T02:00:00.000Z',
        level: 'info',
        code: 'REQUEST',
        requestId: expect.stringMatching(/^request-\d+$/),
        route: 'GET /api/c/:token',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });

  test('bears the id and the problem that the caller was told', async () => {
    const reply = await api.call(organizer, 'GET', '/api/sessions/!');
    expect(linesOf('REQUEST')).toMatchObject([
      { requestId: reply.body.requestId, route: 'GET /api/sessions/:session', status: 422, problem: 'INPUT_INVALID' },
    ]);
  });

  test.each([
    ['GET', '/api/docs', 'GET /api/docs'],
    ['HEAD', '/api/docs', 'HEAD /api/docs'],
    ['GET', '/api/c/', 'unknown'],
    ['GET', `/api/nothing/${nip}?name=${typed}`, 'unknown'],
    ['POST', '/api/health', 'unknown'],
  ])('%s %s is told as %s', async (method, path, route) => {
    await api.call(null, method, path);
    expect(linesOf('REQUEST')).toMatchObject([{ route }]);
  });

  test('holds nothing of anybody, whatever was asked, sent and answered', async () => {
    const token = s.token('Dinas A');
    const link = withLink(api, token, 'a-name-that-a-phone-made');
    const staff = [
      await api.call(organizer, 'POST', '/api/regencies/16.04/units', unit),
      await api.call(organizer, 'GET', `${s.base}/invitations?limit=5`),
      await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`),
      await api.call(organizer, 'GET', `${s.base}/nothing-${typed}`),
      await api.call(organizer, 'POST', '/api/regencies/16.04/units', {
        ...unit,
        holder: { name: typed, nip: 'wrong', email },
      }),
    ];
    const own = [
      await link.view(),
      await link.delegate({ name: typed, office: 'Sekretaris', phone }),
      await link.calendar(),
      await withLink(api, `${token.slice(0, -1)}A`).view(),
      await withLink(api, token, 'another-phones-own-name').view(),
    ];
    const scans = [
      await scanAt(api, door, s.token('Dinas B')),
      await scanAt(api, door, s.token('Dinas B')),
      await contact(api, door),
    ];
    failing = true;
    const faults = [await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`)];
    const all = [...staff, ...own, ...scans, ...faults];
    expect(faults[0]?.status).toBe(500);
    expect(linesOf('REQUEST')).toHaveLength(all.length);
    expect(new Set(all.map(({ status }) => Math.floor(status / 100)))).toEqual(new Set([2, 4, 5]));

    const written = api.logs.join('\n').toLowerCase();
    const secrets = [
      token,
      s.token('Dinas B'),
      door.device.secret,
      s.session,
      s.id('Dinas A'),
      (await goodSignIn()).slice(7),
    ];
    const people = [
      nip,
      email,
      phone,
      typed,
      'Siti',
      'Kepala',
      'Dinas',
      'Sekretaris',
      'a-name-that',
      'own-name',
      'hadir.test',
    ];
    for (const secret of [...secrets, ...people]) expect(written).not.toContain(secret.toLowerCase());
    // Numbers of 18 digits, e-mail addresses, codes, and addresses with more than a template in them.
    expect(written).not.toMatch(/\d{10}|@|[a-z2-7]{39}|\/api\/[^"]*[?%]/);
    const templates = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    for (const { route } of linesOf('REQUEST')) expect([...templates, 'unknown']).toContain(route);
  });
});

describe('what operators have to see is written also where nobody asks for each request', () => {
  test('a fault of ours: its problem, its route, the kind of error and where, never its message', async () => {
    failing = true;
    const reply = await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(linesOf('REQUEST_FAULT')).toEqual([
      {
        time: expect.any(String),
        level: 'error',
        code: 'REQUEST_FAULT',
        requestId: reply.body.requestId,
        route: 'GET /api/sessions/:session/invitations/:invitation',
        status: 500,
        ms: expect.any(Number),
        problem: 'INTERNAL',
        error: 'TypeError',
        cause: 'undefined',
        at: expect.any(Array),
      },
    ]);
    expect(JSON.stringify(lines())).not.toContain('cannot read');
  });

  test.each([
    ['one that nobody issued', 'Bearer aaa.bbb.ccc', 'NOT_SIGNED_IN'],
    ['something else', 'Basic YTpi', 'NOT_SIGNED_IN'],
  ])('a sign-in that is refused: %s', async (_, authorization, problem) => {
    await api.call(null, 'GET', s.base, undefined, { authorization });
    expect(linesOf('SIGN_IN_REFUSED')).toMatchObject([
      { level: 'warn', problem, status: 401, route: 'GET /api/sessions/:session' },
    ]);
  });

  test('a sign-in that is over', async () => {
    const authorization = await goodSignIn();
    const { now } = api.clock;
    api.clock.now = new Date(now.getTime() + 24 * 3_600_000);
    await api.call(null, 'GET', s.base, undefined, { authorization });
    api.clock.now = now;
    expect(linesOf('SIGN_IN_REFUSED')).toMatchObject([{ problem: 'SIGN_IN_EXPIRED' }]);
  });

  test('a door’s credential that is none, is of another session, or was cut off', async () => {
    const other = await startScenario(api, { units: [], until: 'draft' });
    const gone = await pairedDoor(api, s.session, { name: 'Pintu B' });
    await cutOff(api, gone);
    api.logs.length = 0;
    await api.call(asDoor(`${s.session}.${door.id}.${'A'.repeat(43)}`), 'GET', `${s.base}/door-list`);
    await api.call(door.as, 'GET', `${other.base}/door-list`);
    await contact(api, gone);
    expect(linesOf('DOOR_REFUSED').map(({ problem, route }) => [problem, route])).toEqual([
      ['DOOR_CREDENTIAL_INVALID', 'GET /api/sessions/:session/door-list'],
      ['DOOR_OTHER_SESSION', 'GET /api/sessions/:session/door-list'],
      ['DOOR_CUT_OFF', 'POST /api/sessions/:session/door/contact'],
    ]);
    expect(api.logs.join('\n')).not.toContain(gone.device.secret);
  });

  test('whoever shows nothing is not turned away, and neither is a role that may not', async () => {
    await api.call(null, 'GET', s.base);
    await api.call(null, 'GET', `${s.base}/door-list`);
    await api.call(as('auditor'), 'POST', `${s.base}/moves/close`);
    await api.call(as('organizer', '16.05'), 'GET', s.base);
    expect(lines().map(({ code, status }) => [code, status])).toEqual([
      ['REQUEST', 401],
      ['REQUEST', 401],
      ['REQUEST', 403],
      ['REQUEST', 403],
    ]);
  });
});

test('in AWS, where nobody asks, a request that went well writes nothing', async () => {
  const quiet = await startTestApi();
  await quiet.call(null, 'GET', '/api/health');
  await quiet.call(null, 'GET', '/api/nothing');
  await quiet.call(null, 'GET', '/api/c/none');
  expect(quiet.logs).toEqual([]);
  await quiet.stop();
});
