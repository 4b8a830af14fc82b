/** The built service worker: its list is the door and nothing else, and it installs whole or not at all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test } from 'vitest';
import { makePages } from '../../functions/local/pages.ts';
import type { Offline } from '../../web/door/pwa/service-worker.ts';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));
const code = readFileSync(`${dist}/sw.js`, 'utf8');
const origin = 'https://hadir.test';
const pages = makePages();

const listIn = (source: string): Offline =>
  JSON.parse(/\{"version":.*?"files":\[.*?\]\}/s.exec(source)?.[0] ?? 'null') as Offline;
const { version, page, files } = listIn(code);
const addresses = files.map(({ url }) => url);

/** The caches of one browser, as far as the worker uses them. */
const makeCaches = () => {
  const held = new Map<string, Map<string, Response>>();
  return {
    held,
    open: async (name: string) => {
      const entries = held.get(name) ?? new Map<string, Response>();
      held.set(name, entries);
      return {
        put: async (url: string, response: Response) => void entries.set(url, response),
        match: async (url: string) => entries.get(url)?.clone(),
      };
    },
    keys: async () => [...held.keys()],
    delete: async (name: string) => held.delete(name),
  };
};

type Listener = (event: Record<string, unknown>) => void;

/** The worker in a browser whose network is the local server's pages, checked by `integrity` as a browser does. */
const startWorker = (
  caches: ReturnType<typeof makeCaches>,
  source = code,
  change: (url: string) => string | null = () => '',
) => {
  const listeners = new Map<string, Listener>();
  const said = { skipped: 0, claimed: 0, fetched: [] as string[] };
  const fetchFile = async (target: string | Request, init: { integrity?: string } = {}): Promise<Response> => {
    const url = typeof target === 'string' ? target : new URL(target.url).pathname;
    said.fetched.push(url);
    const extra = change(url);
    if (extra === null) throw new TypeError('Failed to fetch');
    const answer = await pages.request(`${origin}${url}`);
    const bytes = Buffer.concat([Buffer.from(await answer.arrayBuffer()), Buffer.from(extra)]);
    const hash = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
    if (init.integrity && init.integrity !== hash) throw new TypeError('Failed to fetch');
    return new Response(bytes, { status: answer.status, headers: answer.headers });
  };
  const self = {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    skipWaiting: async () => {
      said.skipped += 1;
    },
    clients: {
      claim: async () => {
        said.claimed += 1;
      },
    },
    location: new URL(`${origin}/sw.js`),
  };
  runInNewContext(source, { self, caches, fetch: fetchFile, URL, Response, Error, Set, Promise });
  const wait = (type: string): Promise<unknown> => {
    let until: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({
      waitUntil: (promise: Promise<unknown>) => {
        until = promise;
      },
    });
    return until;
  };
  const ask = (path: string, mode = 'cors', method = 'GET'): Promise<Response> | undefined => {
    let answer: Promise<Response> | undefined;
    const request = { url: new URL(path, origin).href, mode, method };
    listeners.get('fetch')?.({
      request,
      respondWith: (promise: Promise<Response>) => {
        answer = promise;
      },
    });
    return answer;
  };
  return { said, wait, ask, say: (data: unknown) => listeners.get('message')?.({ data }) };
};

let caches: ReturnType<typeof makeCaches>;
beforeEach(() => {
  caches = makeCaches();
});

test('the list is the door: page, scripts, styles, decoder, wasm, manifest, icons; nothing of other pages', () => {
  expect(page).toBe('/pintu/');
  for (const pattern of [
    /^\/pintu\/$/,
    /^\/assets\/door-.*\.js$/,
    /^\/assets\/door-.*\.css$/,
    /^\/pintu\/aset\/decode-worker-.*\.js$/,
    /^\/assets\/zxing_reader-.*\.wasm$/,
    /^\/door\.webmanifest$/,
    /^\/icons\/door-maskable-512\.png$/,
  ])
    expect(addresses.filter((url) => pattern.test(url))).toHaveLength(1);
  expect(addresses.filter((url) => /staff|attendee|index|sw\.js/.test(url))).toEqual([]);
});

test('everything that a file of the list names is in the list', async () => {
  for (const url of addresses.filter((each) => /\.js$|\/$/.test(each))) {
    const text = await (await pages.request(`${origin}${url}`)).text();
    for (const [, name] of text.matchAll(/["'(`](?:\.{0,2}\/)?((?:assets|pintu\/aset)\/[\w.-]+\.\w+)["')`]/g))
      expect(addresses).toContain(`/${name}`);
    for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      expect(addresses).toContain(`/assets/${name}`);
  }
});

test('the page says the version that the worker keeps', async () => {
  expect(version).toMatch(/^[\w.]+\+[0-9a-f]{8}$/);
  const html = await (await pages.request(`${origin}/pintu/`)).text();
  expect(html).toContain(`<meta name="app-version" content="${version}" />`);
});

test('an installed door answers its page and files without the network, and leaves the rest alone', async () => {
  await startWorker(caches).wait('install');
  const offline = startWorker(caches, code, () => null);
  for (const path of ['/pintu/', '/pintu/?kegiatan=abc', '/pintu', '/pintu/abc/def'])
    expect(await (await offline.ask(path, 'navigate'))?.text()).toContain('id="app"');
  for (const url of addresses) expect((await offline.ask(url))?.status).toBe(200);
  const wasm = addresses.find((url) => url.endsWith('.wasm')) ?? '';
  expect((await offline.ask(wasm))?.headers.get('content-type')).toContain('application/wasm');
  // The policy travels with the page: a page from the cache is as guarded as one from the server.
  expect((await offline.ask('/pintu/', 'navigate'))?.headers.get('content-security-policy')).toContain(
    "script-src 'self'",
  );
  expect(offline.said.fetched).toEqual([]);
  for (const path of [
    '/api/health',
    '/api/sessions/x/door-list',
    '/staf/',
    '/c/ABC',
    '/sw.js',
    'https://other.test/pintu/',
  ])
    expect(offline.ask(path, 'navigate')).toBeUndefined();
  expect(offline.ask('/pintu/', 'navigate', 'POST')).toBeUndefined();
});

test.each([
  ['cannot be fetched', (url: string) => (url.endsWith('.wasm') ? null : '')],
  ['is another deployment’s', (url: string) => (url === '/pintu/' ? ' ' : '')],
])('a version of which one file %s is not installed, and what was there stays', async (_, change) => {
  await startWorker(caches).wait('install');
  const next = startWorker(caches, code.replaceAll(version, '9.9.9+00000000'), change);
  await expect(next.wait('install')).rejects.toThrow();
  expect(await caches.keys()).toEqual([`hadir-door-${version}`]);
});

test('a stale copy in the browser’s own cache is asked for anew, and then it is whole', async () => {
  let stale = 1;
  const worker = startWorker(caches, code, (url) => {
    if (url !== '/pintu/' || stale === 0) return '';
    stale -= 1;
    return '<!-- older -->';
  });
  await worker.wait('install');
  expect(worker.said.fetched.filter((url) => url === '/pintu/')).toHaveLength(2);
  expect(worker.said.fetched).toHaveLength(files.length + 1);
});

test('a new version waits to be asked, then clears away the old one and nobody else’s cache', async () => {
  await startWorker(caches).wait('install');
  await caches.open('somebody-else');
  const next = startWorker(caches, code.replaceAll(version, '9.9.9+00000000'));
  await next.wait('install');
  expect(next.said.skipped).toBe(0);
  next.say(null);
  next.say({ type: 'ELSE' });
  expect(next.said.skipped).toBe(0);
  next.say({ type: 'SKIP_WAITING' });
  expect(next.said.skipped).toBe(1);
  await next.wait('activate');
  expect(await caches.keys()).toEqual(['somebody-else', 'hadir-door-9.9.9+00000000']);
  expect(next.said.claimed).toBe(1);
});

test('a cache that the browser threw away does not break the door while there is a network', async () => {
  const worker = startWorker(caches);
  expect((await worker.ask(addresses[0] ?? ''))?.status).toBe(200);
  expect(await (await worker.ask('/pintu/', 'navigate'))?.text()).toContain('id="app"');
});

test('the server sends what an installed page needs', async () => {
  const worker = await pages.request(`${origin}/sw.js`);
  expect(worker.headers.get('content-type')).toContain('javascript');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const manifest = await pages.request(`${origin}/door.webmanifest`);
  expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
  expect(manifest.headers.get('cache-control')).toBe('no-cache');
  const { icons, scope, start_url, id } = (await manifest.json()) as Record<string, unknown> & {
    icons: { src: string }[];
  };
  expect([scope, start_url, id]).toEqual(['/pintu/', '/pintu/', '/pintu/']);
  for (const { src } of icons) expect(addresses).toContain(src);
  const decoder = addresses.find((url) => url.startsWith('/pintu/aset/')) ?? '';
  expect((await pages.request(`${origin}${decoder}`)).headers.get('cache-control')).toContain('immutable');
  expect((await pages.request(`${origin}/pintu/aset/older.js`)).status).toBe(404);
});
