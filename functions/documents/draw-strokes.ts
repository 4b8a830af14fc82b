/** A signature as it was drawn, as lines: sharp at any size. */
import type { Pdf, Point } from './pdf.ts';

/** Of the field of 1000 by 400 that people draw on: what is nearer to its line than this is not seen in a row of a list. */
const tolerance = 3;
/** A dot or a short stroke is not blown up beyond half of the field. */
const smallest = { width: 500, height: 200 };

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
};

/** A line with fewer points that is nowhere further from the old one than the tolerance (Douglas and Peucker). */
const simplified = (line: readonly Point[]): Point[] => {
  const kept = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range;
    let [farthest, most] = [0, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const away = distance(line[index] as Point, line[from] as Point, line[to] as Point);
      if (away > most) [farthest, most] = [index, away];
    }
    if (farthest === 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
};

/** The lines of a path of relative moves, see `Drawing` in pledge-schema.ts: each `m`, and each pair after it, goes on from the last point. */
export const linesOf = (drawing: string): Point[][] => {
  let [x, y] = [0, 0];
  return drawing
    .split('m')
    .slice(1)
    .map((moves) => {
      const numbers = moves.trim().split(' ').map(Number);
      const line: Point[] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        line.push([x, y]);
      }
      return line;
    });
};

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws it as large as the box allows, in its middle; whatever was drawn, nothing lies outside. */
export const drawStrokes = (pdf: Pdf, drawing: string, box: Box): void => {
  const lines = linesOf(drawing).map(simplified);
  const points = lines.flat();
  if (points.length === 0) return;
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const width = Math.max(...points.map(([x]) => x)) - left;
  const height = Math.max(...points.map(([, y]) => y)) - top;
  const unit = Math.min(box.width / Math.max(width, smallest.width), box.height / Math.max(height, smallest.height));
  const x = box.x + (box.width - width * unit) / 2;
  const y = box.y + (box.height - height * unit) / 2;
  const moved = lines.map((line) => line.map(([px, py]): Point => [px - left, py - top]));
  pdf.strokes(x, y, unit, moved);
};
