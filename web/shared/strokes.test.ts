import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Drawing } from '../../functions/pledges/pledge-schema.ts';
import { field, type Point, type Stroke, simplify, strokesToPath } from './strokes.ts';

/** Reads a path back as SVG 2 does: every pair is relative to the one before, over the whole path. */
const read = (path: string): Point[][] => {
  let at = { x: 0, y: 0 };
  return path
    .split('m')
    .slice(1)
    .map((part) => {
      const numbers = part.trim().split(' ').map(Number);
      const points: Point[] = [];
      for (let index = 0; index < numbers.length; index += 2) {
        at = { x: at.x + (numbers[index] as number), y: at.y + (numbers[index + 1] as number) };
        points.push(at);
      }
      return points;
    });
};

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const point = fc.record({
  x: fc.double({ min: 0, max: field.width, noNaN: true }),
  y: fc.double({ min: 0, max: field.height, noNaN: true }),
});
const stroke = fc.array(point, { minLength: 1, maxLength: 120 });
const drawing = fc.array(stroke, { minLength: 1, maxLength: 12 });
/** What no hand draws: hundreds of dots, or thousands of points to and fro. */
const monstrous = fc.oneof(
  fc.array(fc.array(point, { minLength: 1, maxLength: 3 }), { minLength: 320, maxLength: 700, size: 'max' }),
  fc.array(fc.array(point, { minLength: 1_000, maxLength: 2_500, size: 'max' }), { minLength: 1, maxLength: 2 }),
);

const expectFaithful = (strokes: readonly Stroke[]): void => {
  const path = strokesToPath(strokes);
  expect(Drawing.safeParse(path).success).toBe(true);
  const drawn = read(path);
  expect(apart(drawn[0]?.[0] as Point, strokes[0]?.[0] as Point)).toBeLessThanOrEqual(2);
  expect(apart(drawn.at(-1)?.at(-1) as Point, strokes.at(-1)?.at(-1) as Point)).toBeLessThanOrEqual(2);
};

describe('a drawing', () => {
  it('is written as relative moves; a dot is a line to itself', () => {
    const strokes = [
      [
        { x: 120, y: 200 },
        { x: 123, y: 196 },
        { x: 125, y: 240 },
      ],
      [{ x: 300.4, y: 99.6 }],
    ];
    expect(strokesToPath(strokes)).toBe('m120 200 3 -4 2 44m175 -140 0 0');
  });

  it('is nothing when nothing was drawn', () => {
    expect(strokesToPath([])).toBe('');
    expect(strokesToPath([[], [{ x: Number.NaN, y: 4 }]])).toBe('');
  });

  it('stays on its field, wherever the finger went', () => {
    const strokes = [
      [
        { x: -50, y: 9_999 },
        { x: 5_000, y: -3 },
      ],
    ];
    expect(strokesToPath(strokes)).toBe('m0 400 1000 -400');
  });

  it('always is what the API takes, and begins and ends where it did', () => {
    fc.assert(fc.property(drawing, expectFaithful), { numRuns: 150 });
  });

  it('does so too when hundreds of strokes or thousands of points must fit', () => {
    // Making such a drawing smaller takes minutes, and tells nothing.
    fc.assert(fc.property(monstrous, expectFaithful), { numRuns: 25, endOnFailure: true });
  });

  it('leaves out no point that is further off than told', () => {
    fc.assert(
      fc.property(stroke, fc.integer({ min: 1, max: 60 }), (points, tolerance) => {
        const kept = simplify(points, tolerance);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        let at = 0;
        for (const each of points) {
          if (each === kept[at + 1]) at += 1;
          const [from, to] = [kept[at] as Point, kept[Math.min(at + 1, kept.length - 1)] as Point];
          expect(toSegment(each, from, to)).toBeLessThanOrEqual(tolerance + 1e-6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('measures from a point where its ends are too near each other for a line', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: Number.MIN_VALUE, y: 0 },
    ];
    expect(simplify(points, 1)).toEqual(points);
  });

  it('keeps a usual signature whole at half a kilobyte or so', () => {
    // Three loops, as a stylus reports them: 240 points a second for three seconds.
    const loops = Array.from({ length: 720 }, (_, at) => ({
      x: 150 + at + 60 * Math.sin(at / 30),
      y: 200 + 120 * Math.cos(at / 30),
    }));
    expect(strokesToPath([loops]).length).toBeLessThan(1_500);
  });
});

/** By sampling: another way than the one under test. */
const toSegment = (point: Point, from: Point, to: Point): number => {
  let [low, high] = [0, 1];
  const at = (share: number): number =>
    apart(point, { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
  for (let turn = 0; turn < 60; turn += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return at((low + high) / 2);
};
