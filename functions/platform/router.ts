/** Mounts endpoint definitions on Hono: authorise, parse, handle, strip the answer, and turn every error into a problem. */
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { routePath } from 'hono/route';
// One pattern a route, tried in order: the other routers take longer to load and to get ready than a cold Lambda's requests win by them.
import { Hono } from 'hono/tiny';
import type * as z from 'zod';
import type { VerifyAccessToken } from './access-token.ts';
import { type Caller, covers, type DoorCaller, seesProvince } from './caller.ts';
import { type Endpoint, type Input, isRaw, type Output } from './endpoint.ts';
import { regencyOfSession } from './ids.ts';
import type { LogCode, Logger, ServedRequest } from './log.ts';
import { type FieldError, Problem, problemDocument } from './problem.ts';
import type { ProblemCode, ProblemTexts } from './problem-codes.ts';
import { EngineUnavailable } from './table.ts';

export interface RouterDeps {
  verifyAccessToken: VerifyAccessToken;
  now: () => Date;
  newRequestId: () => string;
  log: Logger;
  /** Told of every request. In AWS nobody asks: API Gateway writes and counts them already. */
  served?: ((request: ServedRequest) => void) | undefined;
}

export interface CallContext {
  /** The member of staff; undefined on public and attendee routes, and when a door calls. */
  caller: Caller | undefined;
  /** The paired device that calls, of the session that the path names. */
  door: DoorCaller | undefined;
  now: Date;
  requestId: string;
  /** Present where the endpoint asks for it. */
  idempotencyKey: string;
  /** The random name that an attendee's phone gave itself, where the endpoint takes it and the phone sent one. */
  phone: string | undefined;
  /** Aborted when whoever asked has gone, where the server can tell. */
  readonly signal: AbortSignal;
}

type Handler<E extends Endpoint> = (input: Input<E>, context: CallContext) => Promise<Output<E>>;
export interface Route {
  endpoint: Endpoint;
  handle: Handler<Endpoint>;
}

/** Ties a handler to its definition, with the types of both checked against each other. */
export const route = <E extends Endpoint, const O extends Output<E>>(
  definition: E,
  handle: (input: Input<E>, context: CallContext) => Promise<O>,
): Route => ({
  endpoint: definition,
  handle: handle as unknown as Handler<Endpoint>,
});

const maxJsonBytes = 256 * 1024;
const jsonPointer = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const parse = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors: FieldError[] = result.error.issues.map((issue) => ({
    pointer: `/${where}${jsonPointer(issue.path)}`,
    rule: issue.code,
  }));
  throw new Problem('INPUT_INVALID', { errors });
};

const readBytes = async (c: Context, max: number): Promise<Uint8Array> => {
  const length = c.req.header('content-length');
  if (Number(length ?? 0) > max) throw new Problem('BODY_TOO_LARGE');
  // The server reads no more than a stated length; taking it in one piece costs a check-in 0.1 ms less than a loop over chunks.
  if (length !== undefined) {
    const whole = new Uint8Array(await c.req.raw.arrayBuffer());
    if (whole.byteLength > max) throw new Problem('BODY_TOO_LARGE');
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it streams, so that a missing content-length cannot fill the memory.
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > max) throw new Problem('BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const readBody = async (c: Context, definition: Endpoint): Promise<unknown> => {
  if (definition.rawBody) return readBytes(c, definition.rawBody.maxBytes);
  if (!definition.body) return undefined;
  const bytes = await readBytes(c, maxJsonBytes);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('BODY_NOT_JSON');
  }
  return parse(definition.body, value, 'body');
};

/** The regency that a staff route is about: named in the path, or inside the session's id. */
const regencyAsked = (params: Record<string, string> | undefined): string | undefined =>
  params?.regency ?? (params?.session === undefined ? undefined : regencyOfSession(params.session));

type Calling = Pick<CallContext, 'caller' | 'door'>;
/** Answers the door of a credential (the whole Authorization header), or throws the problem with it. */
type VerifyDoor = (header: string) => Promise<DoorCaller>;
/** `problems`: the sentences for every code that the routes and the router itself may answer. */
type RouterPorts = RouterDeps & { verifyDoor: VerifyDoor; problems: ProblemTexts };

const authorise = async (
  c: Context,
  { access }: Endpoint,
  { verifyAccessToken, verifyDoor }: RouterPorts,
): Promise<Calling> => {
  if (access === 'public' || access === 'attendee') return { caller: undefined, door: undefined };
  const header = c.req.header('authorization') ?? '';
  // Whatever follows the word, also nothing: a device is told about its credential, not asked to sign in.
  if (/^Door\b/i.test(header)) {
    // Not looked at where no door may enter: whether it is good is nobody's to learn there.
    if (!access.includes('door')) throw new Problem('NOT_ALLOWED');
    return { caller: undefined, door: await verifyDoor(header) };
  }
  const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
  if (!bearer) throw new Problem(access.some((who) => who !== 'door') ? 'NOT_SIGNED_IN' : 'DOOR_CREDENTIAL_INVALID');
  const caller = await verifyAccessToken(bearer);
  if (!access.includes(caller.role)) throw new Problem('NOT_ALLOWED');
  return { caller, door: undefined };
};

/** Whether the caller may touch what the path names: staff their own regency, a door its own session. */
const confine = ({ caller, door }: Calling, params: Record<string, string> | undefined): void => {
  const regency = regencyAsked(params);
  if (caller && regency !== undefined && !covers(caller, regency)) throw new Problem('OTHER_REGENCY');
  if (caller && params?.province !== undefined && !seesProvince(caller, params.province))
    throw new Problem('OTHER_REGENCY');
  if (door && params?.session !== door.session) throw new Problem('DOOR_OTHER_SESSION');
};

const idempotencyKeyOf = (c: Context, definition: Endpoint): string => {
  const key = c.req.header('idempotency-key') ?? '';
  if (!definition.idempotencyKey || /^[\w-]{8,80}$/.test(key)) return key;
  throw new Problem('IDEMPOTENCY_KEY_MISSING');
};

/** Anything else than a name of that form is none: the page works without, and ties nothing to that phone. */
const phoneOf = (c: Context, { phone }: Endpoint): string | undefined => {
  const name = c.req.header('hadir-phone') ?? '';
  return phone && /^[\w-]{16,60}$/.test(name) ? name : undefined;
};

const answer = (c: Context, definition: Endpoint, output: Output<Endpoint>): Response => {
  const status = Number(output.status);
  const shape = definition.responses[status];
  if (!shape) throw new Error(`${definition.method} ${definition.path} answered an undeclared status ${status}`);
  // A personal answer must never rest in a cache on its way (UU PDP 27/2022: minimise).
  c.header('cache-control', 'no-store');
  if (isRaw(shape)) {
    const raw = (output as unknown as { raw: string | Uint8Array }).raw;
    return c.body(raw as never, status as never, { 'content-type': shape.contentType });
  }
  return c.json(shape.parse((output as { body: unknown }).body) as never, status as never);
};

const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return new Problem(error instanceof EngineUnavailable ? 'ENGINE_UNAVAILABLE' : 'INTERNAL');
};

const languageOf = (c: Context): 'id' | 'en' => (/^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'id');

const problemAnswer = (
  c: Context,
  problem: Problem,
  requestId: string,
  { problems }: Pick<RouterPorts, 'problems'>,
): Response => {
  const document = problemDocument(problem, requestId, languageOf(c), problems);
  if (document.status === 503) c.header('retry-after', '2');
  c.header('cache-control', 'no-store');
  return c.body(JSON.stringify(document), document.status as never, { 'content-type': 'application/problem+json' });
};

/** What is known of a request while it is answered. */
interface Serving {
  id: string;
  problem?: ProblemCode;
  error?: unknown;
}

/** Sign-ins and credentials that were shown and turned away. */
const refusals: Partial<Record<ProblemCode, LogCode>> = {
  NOT_SIGNED_IN: 'SIGN_IN_REFUSED',
  SIGN_IN_EXPIRED: 'SIGN_IN_REFUSED',
  DOOR_CREDENTIAL_INVALID: 'DOOR_REFUSED',
  DOOR_CUT_OFF: 'DOOR_REFUSED',
  DOOR_OTHER_SESSION: 'DOOR_REFUSED',
};

/** Writes what operators have to see of a request, and tells whoever counts them. */
const tell = (
  c: Context,
  { id, problem, error }: Serving,
  since: number,
  { log, served }: Pick<RouterPorts, 'log' | 'served'>,
): void => {
  // The pattern that answered; of an address that no route has, the one of this very middleware.
  const path = routePath(c);
  const request: ServedRequest = {
    requestId: id,
    route: path === '/*' ? 'unknown' : `${c.req.method} ${path}`,
    status: c.res.status,
    ms: Math.round(10 * (performance.now() - since)) / 10,
    ...(problem && { problem }),
  };
  const refusal = problem && refusals[problem];
  if (refusal && c.req.header('authorization')) log.warn(refusal, request);
  if (problem && request.status >= 500) log.fault('REQUEST_FAULT', id, error, request);
  served?.(request);
};

/** A Hono app serving the routes; everything that goes wrong in it is answered as a problem document. */
export const makeRouter = (routes: readonly Route[], deps: RouterPorts): Hono => {
  const app = new Hono();
  const requests = new WeakMap<Request, Serving>();
  const servingOf = (c: Context): Serving => {
    const known = requests.get(c.req.raw);
    if (known) return known;
    const made = { id: deps.newRequestId() };
    requests.set(c.req.raw, made);
    return made;
  };
  app.use(async (c, next) => {
    const since = performance.now();
    const serving = servingOf(c);
    // Before the answer is made: changing a finished answer would copy it.
    c.header('x-request-id', serving.id);
    await next();
    tell(c, serving, since, deps);
  });
  // A door in a hall with little signal loads its list in a third of the bytes. Answers to writes are small and stay as they are.
  const compressed = compress({ encoding: 'gzip' });
  for (const { endpoint: definition, handle } of routes) {
    if (definition.method === 'GET') app.get(definition.path, compressed);
    app.on(definition.method, definition.path, async (c) => {
      const calling = await authorise(c, definition, deps);
      const params = parse(definition.params, c.req.param(), 'params') as Record<string, string> | undefined;
      confine(calling, params);
      const query = parse(definition.query, c.req.query(), 'query');
      const idempotencyKey = idempotencyKeyOf(c, definition);
      const body = await readBody(c, definition);
      const input = { params, query, body } as unknown as Input<Endpoint>;
      const phone = phoneOf(c, definition);
      const output = await handle(input, {
        ...calling,
        now: deps.now(),
        requestId: servingOf(c).id,
        idempotencyKey,
        phone,
        // Only when it is asked for: making it costs every request the whole of its web standard object.
        get signal() {
          return c.req.raw.signal;
        },
      });
      return answer(c, definition, output);
    });
  }
  const fail = (c: Context, error: unknown): Response => {
    const serving = servingOf(c);
    const problem = asProblem(error);
    Object.assign(serving, { problem: problem.code, error });
    return problemAnswer(c, problem, serving.id, deps);
  };
  app.notFound((c) => fail(c, new Problem('ROUTE_UNKNOWN')));
  app.onError((error, c) => fail(c, error));
  return app;
};
