import { expect, it } from 'vitest';
import { fileNameOf } from './export-file.ts';

it('names the file by door and time, in letters that every phone takes', () => {
  const now = new Date('2027-08-31T01:12:45.000Z');
  expect(fileNameOf('Pintu A', now)).toBe('pindaian-pintu-a-20270831-0112.txt');
  expect(fileNameOf('Gerbang Barat 2.', now)).toBe('pindaian-gerbang-barat-2-20270831-0112.txt');
  expect(fileNameOf('門', now)).toBe('pindaian-pintu-20270831-0112.txt');
});
