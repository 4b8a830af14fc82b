/** What a page costs a cheap phone before it shows anything: its scripts and styles, compressed, as built. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));
const asset = (name: string, folder = 'assets') => readFile(`${dist}/${folder}/${name}`);
const kilobytes = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length / 1000;

const imported = /(?:^|[;}\s])import\s*(?:[^'"();]*from\s*)?["'](\.\/[^"']+\.js)["']/g;

/** The files that an entry names, and those that their modules import before running; what is loaded later is not counted. */
const firstLoad = async (entry: string): Promise<{ scripts: Set<string>; styles: Set<string> }> => {
  const html = await readFile(`${dist}/${entry}.html`, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name]) => name as string);
  const styles = new Set(named.filter((name) => name.endsWith('.css')));
  const scripts = new Set<string>();
  const follow = async (name: string): Promise<void> => {
    if (scripts.has(name)) return;
    scripts.add(name);
    const source = (await asset(name)).toString('utf8');
    for (const [, path] of source.matchAll(imported)) await follow(basename(path as string));
  };
  for (const name of named.filter((each) => each.endsWith('.js'))) await follow(name);
  return { scripts, styles };
};

const size = async (names: Set<string>): Promise<number> => {
  const sizes = await Promise.all([...names].map(async (name) => kilobytes(await asset(name))));
  return sizes.reduce((sum, each) => sum + each, 0);
};

describe.each([
  ['attendee', 40],
  ['check', 41],
  ['door', 60],
  // Nearly half of it is the sentences of all problems, which grow with the product.
  ['reader', 32],
])('the %s page', (entry, budget) => {
  test(`loads at most ${budget} kB of script and 15 kB of style, compressed`, async () => {
    const { scripts, styles } = await firstLoad(entry);
    expect(scripts.size).toBeGreaterThan(0);
    expect(styles.size).toBeGreaterThan(0);
    const script = await size(scripts);
    // An entry of a few bytes would mean that the imports were not found.
    expect(script).toBeGreaterThan(8);
    expect(script).toBeLessThanOrEqual(budget);
    expect(await size(styles)).toBeLessThanOrEqual(15);
  });
});

test('the decoder, loaded beside the door page, stays within its own budget', async () => {
  const fileLike = async (folder: string, name: RegExp): Promise<Buffer> => {
    const found = (await readdir(`${dist}/${folder}`)).filter((each) => name.test(each));
    expect(found).toHaveLength(1);
    return asset(found[0] ?? '', folder);
  };
  expect(kilobytes(await fileLike('pintu/aset', /^decode-worker-.*\.js$/))).toBeLessThanOrEqual(15);
  expect(kilobytes(await fileLike('assets', /^zxing_reader-.*\.wasm$/))).toBeLessThanOrEqual(450);
});

test('the service worker is a small file, its list included', async () => {
  const worker = await asset('sw.js', '.');
  expect(kilobytes(worker)).toBeGreaterThan(0.5);
  expect(kilobytes(worker)).toBeLessThanOrEqual(4);
});
