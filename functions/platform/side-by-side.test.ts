import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

test('results in the order of the items, at most so many at a time', async () => {
  let [at, most] = [0, 0];
  const results = await sideBySide([5, 1, 4, 2, 3], 2, async (item) => {
    at += 1;
    most = Math.max(most, at);
    for (let turn = 0; turn < item; turn += 1) await soon();
    at -= 1;
    return item * 10;
  });
  expect([results, most]).toEqual([[50, 10, 40, 20, 30], 2]);
  expect(await sideBySide([], 3, soon)).toEqual([]);
});

test('after a failure nothing more is begun', async () => {
  const begun: number[] = [];
  const items = Array.from({ length: 100 }, (_, index) => index);
  const work = async (item: number) => {
    begun.push(item);
    await soon();
    if (item === 5) throw new Error('the sixth');
  };
  await expect(sideBySide(items, 4, work)).rejects.toThrow('the sixth');
  const then = begun.length;
  for (let turn = 0; turn < 20; turn += 1) await soon();
  expect(begun.length).toBeLessThan(12);
  expect(begun.length - then).toBeLessThanOrEqual(4);
});
