import { expect, test } from 'vitest';
import { percent as onPages } from '../../web/shared/format.ts';
import { percent as onPapers } from '../documents/paper-words.ts';
import { percentOf, sayShare } from './share.ts';

/** Every share of every whole up to 300, and some of the wholes that regencies have. */
const pairs = [...Array.from({ length: 300 }, (_, whole) => whole), 470, 830, 2000, 11_000].flatMap((whole) =>
  Array.from({ length: whole + 1 }, (_, part): [number, number] => [part, whole]),
);

test('a page and a paper say the same of the same two figures', () => {
  expect(pairs.filter(([part, whole]) => onPages(part, whole) !== onPapers(part, whole))).toEqual([]);
  expect([onPages(94, 142), onPages(2, 3), onPages(415, 470), onPages(1, 2000)]).toEqual([
    '66,1%',
    '66,6%',
    '88,2%',
    '0,1%',
  ]);
});

test('rounded down to a tenth: 100 of all only, 0 of nobody only', () => {
  const wrong = pairs.filter(([part, whole]) => {
    const percent = percentOf(part, whole);
    if (whole === 0) return percent !== undefined;
    const tenths = Math.round((percent ?? Number.NaN) * 10);
    // By whole numbers alone: the largest tenth that is no more than the share, but a tenth at the least of somebody.
    const isDown = tenths * whole <= part * 1000 && part * 1000 < (tenths + 1) * whole;
    const isLeast = part > 0 && tenths === 1 && part * 1000 < whole;
    return !(isDown || isLeast) || (percent === 100) !== (part === whole) || (percent === 0) !== (part === 0);
  });
  expect(wrong).toEqual([]);
});

test('said in both languages; of nothing nothing is said', () => {
  expect([sayShare('id-ID', 94, 142), sayShare('en-GB', 94, 142), sayShare('id-ID', 0, 0)]).toEqual([
    '66,1%',
    '66.1%',
    '–',
  ]);
});
