/** The API's client. Its types come from the endpoints' own schemas; nothing of them is in the bundle. */
import type { Api } from '../../functions/endpoints.ts';
import { ApiProblem, asReadersProblem, isProblemCode } from './api-problem.ts';
import { language } from './language.ts';

export type Route = keyof Api;
export type Answer<R extends Route> = Api[R]['answer'];
/** One item of a list's answer. */
export type ItemOf<R extends Route> = Answer<R> extends { items: (infer Item)[] } ? Item : never;

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = Api[R][Name] extends undefined
  ? { [N in Name]?: undefined }
  : Record<never, never> extends Api[R][Name]
    ? { [N in Name]?: Api[R][Name] }
    : { [N in Name]: Api[R][Name] };

interface Options {
  idempotencyKey?: string;
  /** Ends the call early, e.g. when the page that asked is gone. */
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Says who calls in place of the bearer token: a door's credential. */
  authorization?: string;
}
export type Call<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'> & Options;

interface Settings {
  /** The bearer token of whoever is signed in; attendee pages have none. */
  accessToken: () => Promise<string | undefined>;
  /** Called when the API says that nobody is signed in any more. */
  signInNeeded: () => void;
  /** The random name that an attendee's phone gave itself; staff and doors have none. */
  phone: () => string | undefined;
}
const settings: Settings = {
  accessToken: async () => undefined,
  signInNeeded: () => undefined,
  phone: () => undefined,
};
export const configureApi = (given: Partial<Settings>): void => {
  Object.assign(settings, given);
};

const defaultTimeoutMs = 15_000;

interface Sent {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
}

const address = (route: string, { params, query }: Sent): string => {
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return asked.length ? `${path}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}` : path;
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const document: unknown = await response.json().catch(() => undefined);
  const { code, requestId, errors, state, unit } = (document ?? {}) as {
    code?: unknown;
    requestId?: string;
    errors?: ApiProblem['errors'];
    state?: string;
    unit?: string;
  };
  return new ApiProblem(isProblemCode(code) ? code : 'INTERNAL', { requestId, errors, state, unit });
};

/** The door's refusals are answers, and come as plain JSON. */
const refusals = [409, 422];

const read = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) throw await problemOf(response);
  // Without success, any other JSON is a gateway's own word, and no answer of ours.
  const answered = response.ok || refusals.includes(response.status);
  if (answered && type.startsWith('application/json')) return response.json();
  if (response.ok) return response.blob();
  throw new ApiProblem(response.status === 413 ? 'BODY_TOO_LARGE' : 'ENGINE_UNAVAILABLE');
};

const asProblem = (error: unknown, given: AbortSignal | undefined): unknown => {
  if (error instanceof ApiProblem || given?.aborted) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') return new ApiProblem('TIMED_OUT');
  return new ApiProblem(error instanceof SyntaxError ? 'ANSWER_UNREADABLE' : 'UNREACHABLE');
};

/** Ends with the given signal or after a time. By hand: AbortSignal.any is missing on the older iPhones that attendees carry. */
const deadline = (given: AbortSignal | undefined, timeoutMs: number): { signal: AbortSignal; done: () => void } => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), timeoutMs);
  const follow = (): void => controller.abort(given?.reason);
  if (given?.aborted) follow();
  given?.addEventListener('abort', follow);
  const done = (): void => {
    clearTimeout(timer);
    given?.removeEventListener('abort', follow);
  };
  return { signal: controller.signal, done };
};

const bearer = async (): Promise<string | undefined> => {
  const token = await settings.accessToken();
  return token && `Bearer ${token}`;
};

const headersOf = async (body: unknown, authorization?: string, idempotencyKey?: string): Promise<Headers> => {
  const headers = new Headers({ 'accept-language': language.peek() });
  const caller = authorization ?? (await bearer());
  if (caller) headers.set('authorization', caller);
  const phone = settings.phone();
  if (phone) headers.set('hadir-phone', phone);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  if (body instanceof Blob) headers.set('content-type', body.type || 'application/octet-stream');
  else if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
};

/** Calls a route by `METHOD path`; throws an {@link ApiProblem}, or the abort of the given signal. */
export const api = async <R extends Route>(route: R, call: Call<R>): Promise<Answer<R>> => {
  const { idempotencyKey, signal, timeoutMs = defaultTimeoutMs, authorization, ...sent } = call as Options & Sent;
  const raw = sent.body instanceof Blob;
  const headers = await headersOf(sent.body, authorization, idempotencyKey);
  const { signal: until, done } = deadline(signal, timeoutMs);
  try {
    const response = await fetch(address(route, sent), {
      method: route.slice(0, route.indexOf(' ')),
      headers,
      signal: until,
      ...(sent.body === undefined ? {} : { body: raw ? (sent.body as Blob) : JSON.stringify(sent.body) }),
    });
    return (await read(response)) as Answer<R>;
  } catch (error) {
    const thrown = asProblem(error, signal);
    const problem = thrown instanceof ApiProblem && route.startsWith('GET ') ? asReadersProblem(thrown) : thrown;
    if (problem instanceof ApiProblem && (problem.code === 'NOT_SIGNED_IN' || problem.code === 'SIGN_IN_EXPIRED')) {
      settings.signInNeeded();
    }
    throw problem;
  } finally {
    done();
  }
};

/** Every item of a list, page by page, in the API's order. */
export const apiAll = async <R extends Route>(route: R, call: Call<R>): Promise<ItemOf<R>[]> => {
  const items: ItemOf<R>[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(call as Sent).query, ...(cursor ? { cursor } : {}) };
    const page = (await api(route, { ...call, query } as Call<R>)) as { items: ItemOf<R>[]; next: string | null };
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
};

/** A random name for one attempt: a nonce, an idempotency key, a reading's id. `randomUUID` is missing on plain http. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
