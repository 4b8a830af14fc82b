import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { makePages } from '../../functions/local/pages.ts';
import { pageEntries } from '../../infra/built-pages.ts';

const code = readFileSync(new URL('../../infra/pages-function.js', import.meta.url), 'utf8');

const built = (entry: string): string => readFileSync(new URL(`../../web/dist/${entry}`, import.meta.url), 'utf8');

const shownAt = (uri: string): string => {
  const event = {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    request: { method: 'GET', uri, headers: {} },
  };
  return runInNewContext(`${code}; handler(event).uri`, { event });
};

/**
 * What runtime 2.0 takes of the language beyond ES 5.1, as far as esbuild can tell it apart (Amazon CloudFront Developer Guide, "JavaScript runtime
 * 2.0 features for CloudFront Functions", read in November 2026). Node takes more, so that running the file here would not show it.
 */
const takenByTheEdge = {
  arrow: true,
  'const-and-let': true,
  'exponent-operator': true,
  'rest-argument': true,
  'template-literal': true,
};

/** What esbuild would have to rewrite for the edge differs afterwards; what it cannot rewrite, it refuses. */
const isTakenByTheEdge = async (written: string): Promise<boolean> => {
  const plain = await transform(written, { target: 'esnext' });
  const rewritten = await transform(written, { target: 'es5', supported: takenByTheEdge, logLevel: 'silent' }).catch(
    () => undefined,
  );
  return rewritten?.code === plain.code;
};

test('is written in the language that CloudFront runs, of a size that it takes', async () => {
  expect(await isTakenByTheEdge(code)).toBe(true);
  expect(Buffer.byteLength(code)).toBeLessThan(10_240);
});

test.each(['const { request } = event;', 'const all = [...event];', 'class Event {}', 'event?.request;'])(
  'the edge would not take %s',
  async (written) => expect(await isTakenByTheEdge(written)).toBe(false),
);

test.each([
  ['/', '/index.html'],
  ['/staf', '/staff.html'],
  ['/staf/', '/staff.html'],
  ['/staf/kegiatan/abc', '/staff.html'],
  ['/pintu', '/door.html'],
  ['/c/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/attendee.html'],
  ['/C/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/attendee.html'],
  ['/h/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDE', '/attendee.html'],
  ['/H/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDE', '/attendee.html'],
  ['/b/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/reader.html'],
  ['/B/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/reader.html'],
  ['/v', '/check.html'],
  ['/v/', '/check.html'],
  ['/v/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/check.html'],
  ['/V/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', '/check.html'],
  ['/hadir', '/missing.html'],
  ['/staff/kegiatan', '/missing.html'],
  ['/v1.2/apa', '/missing.html'],
  ['/verify.py', '/verify.py'],
  ['/berkas', '/missing.html'],
  ['/assets/staff-abc.js', '/assets/staff-abc.js'],
  ['/pintu/aset/decode-worker-abc.js', '/pintu/aset/decode-worker-abc.js'],
  ['/sw.js', '/sw.js'],
  ['/door.webmanifest', '/door.webmanifest'],
  ['/stafx', '/missing.html'],
  ['/catatan', '/missing.html'],
])('%s shows %s', (address, file) => {
  expect(shownAt(address)).toBe(file);
});

test.each(['c', 'C', 'h', 'H', 'b', 'B', 'v', 'V'])(
  'a code under /%s/ is cut off: one stored page serves all, and no edge keeps it',
  (letter) => {
    const codes = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFG', 'a/b/c', '%20', ''];
    const shown = codes.map((code) => shownAt(`/${letter}/${code}`));
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toMatch(/^\/[a-z]+\.html$/);
  },
);

test.each(['/hadir', '/staff/kegiatan', '/assets/gone.js', '/pintu/aset/gone.js'])(
  'at %s there is nothing, which the laptop says by 404 and a page for people',
  async (address) => {
    const answer = await makePages().request(address);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-cache']);
    expect(await answer.text()).toContain('<title>Halaman ini tidak ada');
  },
);

test('every address that the laptop serves with an entry shows the same at the edge', async () => {
  const pages = makePages();
  const paths = pages.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(5);
  // A star takes what follows, and nothing.
  for (const address of paths.flatMap((path) => [path.replace('*', 'sesuatu'), path.replace(/(?<=.)\/\*$/, '')])) {
    const shown = await (await pages.request(address)).text();
    expect(
      pageEntries.filter((entry) => shown === built(entry)).map((entry) => `/${entry}`),
      address,
    ).toEqual([shownAt(address)]);
  }
});
