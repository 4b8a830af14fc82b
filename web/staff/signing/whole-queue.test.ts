import { afterEach, expect, test, vi } from 'vitest';
import { wholeQueue } from './whole-queue.ts';

afterEach(() => vi.unstubAllGlobals());

/** Pages of one entry each, by version and name; asked for in this order. */
const pages = (...answers: [version: number, name: string, next: string | null][]): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url, 'http://hadir').searchParams.get('cursor') ?? '');
    const [version, name, next] = answers[asked.length - 1] ?? expect.unreachable();
    return new Response(JSON.stringify({ items: [{ name }], next, version, waiting: 0, signed: 0, due: 0 }), {
      headers: { 'content-type': 'application/json' },
    });
  });
  return asked;
};
const names = async () => (await wholeQueue('kegiatan', new AbortController().signal)).map(({ name }) => name);

test('page by page', async () => {
  const asked = pages([3, 'A', 'c1'], [3, 'B', null]);
  expect(await names()).toEqual(['A', 'B']);
  expect(asked).toEqual(['', 'c1']);
});

test('arranged anew between two pages, it is read from its beginning', async () => {
  const asked = pages([3, 'A', 'c1'], [4, 'A', null], [4, 'B', 'c1'], [4, 'A', null]);
  expect(await names()).toEqual(['B', 'A']);
  expect(asked).toEqual(['', 'c1', '', 'c1']);
});

test('an order that will not stand still is shown as it was read last', async () => {
  pages([1, 'A', 'c'], [2, 'A', null], [2, 'A', 'c'], [3, 'A', null], [3, 'B', 'c'], [4, 'C', null]);
  expect(await names()).toEqual(['B', 'C']);
});
