/** The API under test: the real app over an embedded engine, a clock that the test moves, and a typed caller. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { createApp } from '../../functions/app.ts';
import { makeRecompute } from '../../functions/coverage/recompute.ts';
import type { Deps } from '../../functions/deps.ts';
import { documentRoutes } from '../../functions/documents/document-routes.ts';
import type { Role } from '../../functions/platform/caller.ts';
import { makeLogger } from '../../functions/platform/log.ts';
import { makeReadEngine, makeReadiness } from '../../functions/platform/readiness.ts';
import type { TokenKeys } from '../../functions/platform/signed-code.ts';
import { makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import { makeStores } from '../../functions/stores.ts';
import { startTestEngine, type TestEngine } from './engine.ts';
import { makeStaff, type Staff } from './staff.ts';

export interface Reply<T = Record<string, never>> {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape; the schemas have been applied on the way out
  body: T extends Record<string, never> ? any : T;
  headers: Headers;
  /** The answer as it came, unpacked. */
  bytes: Uint8Array;
}

export interface As {
  role?: Role;
  region?: string;
  token?: string;
  /** A paired door's credential, `<session>.<door>.<secret>`, in place of a sign-in. */
  door?: string;
}

export const asDoor = (door: string): As => ({ door });

export const as = (role: Role, region = '16.04'): As => ({ role, region });

export interface TestApi {
  engine: TestEngine;
  staff: Staff;
  keys: TokenKeys;
  deps: Deps;
  clock: { now: Date };
  logs: string[];
  call: (
    as: As | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  recompute: (session: string) => Promise<unknown>;
  stop: () => Promise<void>;
}

const credentialOf = async (
  staff: Staff,
  { door, token, role = 'organizer', region = '16.04' }: As,
): Promise<string> => (door === undefined ? `Bearer ${token ?? (await staff.token(role, region))}` : `Door ${door}`);

export const testOrigin = 'https://hadir.test';

export const startTestApi = async (
  options: { wrap?: (engine: TestEngine) => Partial<Deps> } = {},
): Promise<TestApi> => {
  const engine = await startTestEngine();
  const clock = { now: new Date('2024-06-20T02:00:00Z') };
  const staff = await makeStaff(() => clock.now);
  const keys: TokenKeys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };
  const logs: string[] = [];
  let requestNumber = 0;
  const deps: Deps = {
    stores: makeStores(engine.table),
    tokenKeys: keys,
    sealer: makeEd25519Sealer(generateKeyPairSync('ed25519').privateKey),
    randomBytes,
    origin: testOrigin,
    readiness: makeReadiness({
      readEngine: makeReadEngine(engine.client, 'hadir'),
      tokenKeys: keys,
      sealer: { keys: async () => [] },
      now: () => new Date(),
    }),
    signIn: { issuer: 'http://issuer.test', clientId: 'hadir-web', scope: 'openid' },
    verifyAccessToken: staff.verify,
    now: () => clock.now,
    newRequestId: () => {
      requestNumber += 1;
      return `request-${requestNumber}`;
    },
    log: makeLogger(
      (line) => logs.push(line),
      () => clock.now,
    ),
    changed: () => {},
    live: { holdMs: 0, pollMs: 1000 },
    ...options.wrap?.(engine),
  };
  const app = createApp(deps, documentRoutes);

  const call: TestApi['call'] = async (as, method, path, body, headers = {}) => {
    const authorization = as && (await credentialOf(staff, as));
    const raw = body instanceof Uint8Array;
    const response = await app.request(path, {
      method,
      headers: {
        ...(authorization && { authorization }),
        ...(body !== undefined && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const sent = Buffer.from(await response.arrayBuffer());
    const bytes = response.headers.get('content-encoding') === 'gzip' ? gunzipSync(sent) : sent;
    const text = bytes.toString();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    const answered = json ? JSON.parse(text) : (text as never);
    return { status: response.status, body: answered, headers: response.headers, bytes };
  };

  return {
    engine,
    staff,
    keys,
    deps,
    clock,
    logs,
    call,
    recompute: makeRecompute({ ...deps.stores, now: () => clock.now }),
    stop: engine.stop,
  };
};
