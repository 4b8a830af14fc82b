/** What the file of an export does to the machine: how much memory a hostile one takes, and what is left of one that is broken off by hand. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArchive, writeArchive } from '../../functions/admin/archive.ts';
import { keyOf, type RawItem } from '../../functions/platform/raw-items.ts';

const script = fileURLToPath(new URL('./archive-process.ts', import.meta.url));
const children: ChildProcess[] = [];
const start = (...words: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
};

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-admin-'));
  file = join(folder, 'one.gz');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const manifest = { items: 1, regencies: ['16.04'], at: '2026-01-05T03:00:00.000Z' };
async function* one(item: RawItem): AsyncGenerator<RawItem[]> {
  yield [item];
}

test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  'of an export that %s ends nothing stays',
  async (signal) => {
    const child = start('write', file);
    let told = '';
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (text) => {
        told += text;
        if (told.length > 100) resolve();
      }),
    );
    expect(await readdir(folder)).toEqual(['one.gz.part']);
    expect((await stat(`${file}.part`)).mode & 0o777).toBe(0o600);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(await readdir(folder)).toEqual([]);
  },
  30_000,
);

test('an export listens to no signal afterwards, and before it failed neither', async () => {
  const listeners = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => process.listenerCount(name));
  const before = listeners();
  await writeArchive(file, manifest, one({ pk: { S: 'R#16.04' }, sk: { S: 'U#x' } }));
  const newer = one({ pk: { S: 'R#16.04' }, sk: { S: 'U#x' }, v: { N: '2' } });
  await expect(writeArchive(join(folder, 'two.gz'), manifest, newer)).rejects.toMatchObject({ code: 'TABLE_NEWER' });
  expect(listeners()).toEqual(before);
  expect(await readdir(folder)).toEqual(['one.gz']);
});

test('what somebody else is writing, or left, is told and stays', async () => {
  await writeFile(`${file}.part`, 'theirs', { mode: 0o644 });
  const written = writeArchive(file, manifest, one({ pk: { S: 'R#16.04' }, sk: { S: 'U#x' } }));
  await expect(written).rejects.toMatchObject({ code: 'DRAFT_EXISTS', facts: [`${file}.part`] });
  expect(await readFile(`${file}.part`, 'utf8')).toBe('theirs');
  expect(await readdir(folder)).toEqual(['one.gz.part']);
});

test('a small file that holds a line without an end is broken, and takes no memory', async () => {
  const megabyte = Buffer.alloc(1 << 20, 0x20);
  await pipeline(Readable.from(Array(300).fill(megabyte)), createGzip(), createWriteStream(file));
  expect((await stat(file)).size).toBeLessThan(320_000);
  const child = start('read', file);
  const told = (await child.stdout.toArray()).join('');
  const { code, megabytes } = JSON.parse(told);
  expect(code).toBe('ARCHIVE_BROKEN');
  expect(megabytes).toBeLessThan(200);
}, 60_000);

test('the longest item that the engine takes is read back', async () => {
  // 400 kB: a byte for the value and one for its place in the list, each.
  const all = Array.from({ length: 200_000 }, () => ({ NULL: true as const }));
  await writeArchive(file, manifest, one({ pk: { S: 'R#16.04' }, sk: { S: 'U#x' }, all: { L: all } }));
  const read: RawItem[] = [];
  await readArchive(file, (item) => void read.push(item));
  expect(read.map((item) => [keyOf(item).sk, item.all?.L?.length])).toEqual([['U#x', all.length]]);
});
