/** A small client of the product's own HTTP API for the demo: says loudly which call failed and why. */

export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the API's own schemas have been applied to every answer on its way out
  body: any;
}

/** Calls as one member of staff; without a token as anybody. Answers of 4xx that are no problem document are answers too. */
export const makeCall =
  (origin: string, accessToken?: string): Call =>
  async (method, path, body, headers = {}) => {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
        ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bytes ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const answer = { status: response.status, body: await response.json() };
    if (/problem/.test(response.headers.get('content-type') ?? '')) {
      throw new Error(`${method} ${path} answered ${JSON.stringify(answer.body)}`);
    }
    return answer;
  };

/** Every item of a list, page after page. */
export const listAll = async <T>(call: Call, path: string): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer = await call(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${cursor}` : ''}`,
    );
    items.push(...page.body.items);
    cursor = page.body.next;
  } while (cursor);
  return items;
};

/** The bytes of a file, as one member of staff. */
export const makeDownload =
  (origin: string, accessToken: string) =>
  async (path: string): Promise<Uint8Array> => {
    const response = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!response.ok) throw new Error(`GET ${path} answered ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  };
export type Download = ReturnType<typeof makeDownload>;
