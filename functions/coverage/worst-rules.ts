/** Where units are missing most. */
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';

/** A class in a district (null: in none), over a period. */
export interface PeriodCell {
  district: string | null;
  class: UnitClassCode;
  expected: number;
  covered: number;
  due: number;
  signed: number;
}

const never = ({ expected, covered }: PeriodCell): number => expected - covered;

/**
 * Most missing first, then the lower share of those who were there, compared as products: fractions that are equal must be equal here.
 * What is equal in both stands in protocol order, then by district.
 */
const worseFirst = (a: PeriodCell, b: PeriodCell): number =>
  never(b) - never(a) ||
  a.covered * b.expected - b.covered * a.expected ||
  classOrder(a.class) - classOrder(b.class) ||
  (a.district ?? '').localeCompare(b.district ?? '');

const mostWorst = 10;

/** The groups that most units are missing from; those that nobody is missing from are none of them. */
export const worstOf = (cells: readonly PeriodCell[]) =>
  cells
    .filter((cell) => never(cell) > 0)
    .sort(worseFirst)
    .slice(0, mostWorst)
    .map((cell) => ({
      district: cell.district,
      class: cell.class,
      expected: cell.expected,
      covered: cell.covered,
      never: never(cell),
    }));
