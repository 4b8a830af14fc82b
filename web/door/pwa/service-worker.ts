/**
 * The door's service worker, built to `/sw.js`: keeps one whole version of the door on the device and answers with it, so that a
 * reload in a hall without a signal shows the same door. It imports nothing, and knows nothing of scans: those wait in IndexedDB.
 *
 * - A version is the list of its files with their hashes. It is installed whole or not at all: every file is fetched with its
 *   hash as `integrity`, so that not even a deployment in the middle of an installation can mix two versions.
 * - A new version waits until the page says SKIP_WAITING, or until no door is open.
 * - Only navigations below `/pintu/` and the listed files are answered here. Everything else, the API above all, is untouched.
 */

/** One file of this version: its address, and its hash as the browser checks it (`sha256-…`). */
export interface OfflineFile {
  url: string;
  integrity: string;
}

/** What the build puts in the place of `__OFFLINE__`; see vite-offline-door.ts. */
export interface Offline {
  version: string;
  /** The address under which the door's html is listed. */
  page: string;
  files: OfflineFile[];
}
declare const __OFFLINE__: Offline;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { version, page, files } = __OFFLINE__;
const prefix = 'hadir-door-';
const cacheName = `${prefix}${version}`;
const listed = new Set(files.map(({ url }) => url));

const download = async ({ url, integrity }: OfflineFile, cache: RequestCache): Promise<Response> => {
  const answer = await fetch(url, { integrity, cache, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
};

/** From what the page has just loaded, where the browser still holds it; the hash tells a stale copy, which is asked for anew. */
const keep = async (cache: Cache, file: OfflineFile): Promise<void> => {
  const answer = await download(file, 'default').catch(() => download(file, 'reload'));
  await cache.put(file.url, answer);
};

const install = async (): Promise<void> => {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(files.map((file) => keep(cache, file)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
};

const forgetOthers = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
};

/** From this version's cache; from the network where the browser has thrown the cache away. */
const answerWith = async (url: string, request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
};

worker.addEventListener('install', (event) => event.waitUntil(install()));

worker.addEventListener('activate', (event) => {
  // The page that registered this version must find its decoder here, too, when the signal goes before its first reload.
  event.waitUntil(forgetOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (listed.has(url.pathname)) event.respondWith(answerWith(url.pathname, request));
  else if (request.mode === 'navigate' && url.pathname.startsWith('/pintu'))
    event.respondWith(answerWith(page, request));
});
