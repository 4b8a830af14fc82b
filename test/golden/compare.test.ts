import { expect, test } from 'vitest';
import { keyed } from './compare.ts';

test('rows by their keys; a row that is answered twice is no row of its own that could hide the other', () => {
  const [one, other] = [
    { class: 'SD', district: null, expected: 1 },
    { class: 'SD', district: '16.04.01', expected: 2 },
  ];
  expect(keyed([one, other], ['district', 'class'])).toEqual({ '- SD': one, '16.04.01 SD': other });
  expect(() => keyed([one, other], ['class'])).toThrow('there are two rows of SD');
});
