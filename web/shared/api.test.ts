import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, apiAll, configureApi } from './api.ts';
import { type ApiProblem, isWorthRetrying } from './api-problem.ts';

const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

const answers = (...responses: (Response | Error)[]) => {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const response = responses.shift();
    if (response instanceof Response) return response;
    throw response ?? new Error('asked too often');
  });
  return asked;
};

afterEach(() => {
  vi.unstubAllGlobals();
  configureApi({ accessToken: async () => undefined, signInNeeded: () => undefined, phone: () => undefined });
});

const problemFrom = (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => expect.unreachable(),
    (error: ApiProblem) => error,
  );

describe('the client of the API', () => {
  it('puts parameters and query into the address, and the token into the header', async () => {
    configureApi({ accessToken: async () => 'abc' });
    const asked = answers(json({ items: [], next: null }));
    const query = { limit: 5, class: 'SD' } as const;
    await api('GET /api/regencies/:regency/units', { params: { regency: '16.04' }, query });
    expect(asked[0]?.url).toBe('/api/regencies/16.04/units?limit=5&class=SD');
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer abc');
  });

  it('says which phone calls where the page knows one, and nothing elsewhere', async () => {
    const token = 'A'.repeat(39);
    const asked = answers(json({ view: 'NEUTRAL' }), json({ view: 'NEUTRAL' }));
    await api('GET /api/c/:token', { params: { token } });
    configureApi({ phone: () => 'a-random-name-of-a-phone' });
    await api('GET /api/c/:token', { params: { token } });
    const sent = asked.map(({ init }) => new Headers(init.headers).get('hadir-phone'));
    expect(sent).toEqual([null, 'a-random-name-of-a-phone']);
    expect(asked.map(({ url }) => url)).toEqual([`/api/c/${token}`, `/api/c/${token}`]);
  });

  it('tells an address that cannot be one as what is not there, to whoever only reads', async () => {
    const invalid = (pointer: string) =>
      json({ code: 'INPUT_INVALID', errors: [{ pointer, rule: 'invalid_format' }] }, 400, 'application/problem+json');
    answers(invalid('/params/session'), invalid('/params/unit'), invalid('/params/regency'), invalid('/query/limit'));
    const params = { regency: '16.04', unit: 'zz' };
    const read = () => problemFrom(api('GET /api/regencies/:regency/coverage/units/:unit', { params, query: {} }));
    const told = [await read(), await read(), await read(), await read()];
    expect(told.map(({ code }) => code)).toEqual(['SESSION_UNKNOWN', 'UNIT_UNKNOWN', 'ROUTE_UNKNOWN', 'INPUT_INVALID']);
    expect(told.map(isWorthRetrying)).toEqual([false, false, false, true]);
    answers(invalid('/params/session'));
    const sent = api('POST /api/sessions/:session/publish' as never, { params: { session: 'zz' } } as never);
    expect((await problemFrom(sent)).code).toBe('INPUT_INVALID');
  });

  it('takes the refusals of the door as answers, not as problems', async () => {
    answers(json({ result: 'refused', reason: 'REVOKED' }, 422));
    const body = { token: 'x', nonce: 'nonce-0001', scannedAt: '', sentAt: '', door: 'A' };
    const answer = await api('POST /api/sessions/:session/check-ins', { params: { session: 'abcdefghij' }, body });
    expect(answer).toEqual({ result: 'refused', reason: 'REVOKED' });
  });

  it('takes no word of a gateway for an answer', async () => {
    for (const status of [403, 429, 500, 502, 503, 504]) {
      answers(json({ message: 'Service Unavailable' }, status));
      expect((await problemFrom(api('GET /api/health', {}))).code).toBe('ENGINE_UNAVAILABLE');
    }
  });

  it('throws a problem with its code, request id and fields', async () => {
    const document = {
      code: 'INPUT_INVALID',
      requestId: 'r1',
      errors: [{ pointer: '/body/title', rule: 'too_small' }],
    };
    answers(json(document, 422, 'application/problem+json'));
    const problem = await problemFrom(api('GET /api/health', {}));
    expect(problem).toMatchObject(document);
  });

  it('tells when nobody is signed in any more', async () => {
    const signInNeeded = vi.fn();
    configureApi({ signInNeeded });
    answers(json({ code: 'SIGN_IN_EXPIRED', requestId: 'r1' }, 401, 'application/problem+json'));
    await problemFrom(api('GET /api/health', {}));
    expect(signInNeeded).toHaveBeenCalledOnce();
  });

  it('calls a server that is not there unreachable', async () => {
    answers(new TypeError('Failed to fetch'));
    expect((await problemFrom(api('GET /api/health', {}))).code).toBe('UNREACHABLE');
  });

  it('gives up after its time', async () => {
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    );
    expect((await problemFrom(api('GET /api/health', { timeoutMs: 5 }))).code).toBe('TIMED_OUT');
  });

  it('reads a list to its end', async () => {
    const asked = answers(
      json({ items: [{ code: '18.01' }], next: 'two' }),
      json({ items: [{ code: '18.13' }], next: null }),
    );
    expect(await apiAll('GET /api/regencies', { query: {} })).toEqual([{ code: '18.01' }, { code: '18.13' }]);
    expect(asked[1]?.url).toBe('/api/regencies?limit=200&cursor=two');
  });
});
