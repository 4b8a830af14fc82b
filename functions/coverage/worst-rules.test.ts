import { expect, test } from 'vitest';
import type { UnitClassCode } from '../roster/unit-class.ts';
import { type PeriodCell, worstOf } from './worst-rules.ts';

const cell = (unitClass: UnitClassCode, district: string | null, expected: number, covered: number): PeriodCell => ({
  class: unitClass,
  district,
  expected,
  covered,
  due: 0,
  signed: 0,
});
const namesOf = (cells: readonly PeriodCell[]) => worstOf(cells).map((one) => `${one.class} ${one.district ?? '-'}`);

test('most missing first, whatever their share', () => {
  const cells = [cell('OPD', null, 2, 0), cell('SD', '16.04.05', 30, 25)];
  expect(worstOf(cells)).toEqual([
    { class: 'SD', district: '16.04.05', expected: 30, covered: 25, never: 5 },
    { class: 'OPD', district: null, expected: 2, covered: 0, never: 2 },
  ]);
});

test('of as many missing the lower share, compared without rounding', () => {
  const cells = [cell('SD', '16.04.05', 10, 7), cell('SMP', '16.04.05', 4, 1), cell('OPD', null, 300_003, 300_000)];
  expect(namesOf(cells)).toEqual(['SMP 16.04.05', 'SD 16.04.05', 'OPD -']);
});

test('what is equal in both stands in protocol order, then by district', () => {
  const cells = [cell('SD', '16.04.06', 4, 2), cell('SD', '16.04.05', 4, 2), cell('OPD', '16.04.07', 4, 2)];
  expect(namesOf(cells)).toEqual(['OPD 16.04.07', 'SD 16.04.05', 'SD 16.04.06']);
});

test('at most ten, and none that nobody is missing from', () => {
  const many = Array.from({ length: 14 }, (_, index) => cell('SD', `16.04.${index + 10}`, 20, index));
  expect(worstOf(many)).toHaveLength(10);
  expect(worstOf(many).at(-1)).toMatchObject({ covered: 9, never: 11 });
  expect(worstOf([cell('OPD', null, 5, 5)])).toEqual([]);
});
