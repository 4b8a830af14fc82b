import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { makePages } from '../../functions/local/pages.ts';
import { pageEntries } from '../../infra/built-pages.ts';

const code = readFileSync(new URL('../../infra/pages-function.js', import.meta.url), 'utf8');

const shownAt = (uri: string): string => {
  const event = {
    version: '1.0',
    context: { eventType: 'viewer-request' },
    request: { method: 'GET', uri, headers: {} },
  };
  return runInNewContext(`${code}; handler(event).uri`, { event });
};

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
  ['/hadir', '/hadir'],
  ['/verify.py', '/verify.py'],
  ['/berkas', '/berkas'],
  ['/assets/staff-abc.js', '/assets/staff-abc.js'],
  ['/pintu/aset/decode-worker-abc.js', '/pintu/aset/decode-worker-abc.js'],
  ['/sw.js', '/sw.js'],
  ['/door.webmanifest', '/door.webmanifest'],
  ['/stafx', '/stafx'],
  ['/catatan', '/catatan'],
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

test('every address that the laptop serves with an entry has one at the edge', () => {
  const addresses = makePages()
    .routes.filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace('*', 'sesuatu'));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) expect(pageEntries.map((entry) => `/${entry}`)).toContain(shownAt(address));
});
