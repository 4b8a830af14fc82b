/** Drawn strokes as the small path that a signature carries: `Drawing` in functions/pledges/pledge-schema.ts. */

export interface Point {
  x: number;
  y: number;
}
export type Stroke = readonly Point[];

/** What strokes are drawn on, in its own units, whatever the screen. */
export const field = { width: 1000, height: 400 } as const;

const longest = 4096;
/** A tenth of a millimetre on a tablet's pad: nobody sees it, and it halves the path. */
const finest = 1;
const coarsest = 400;

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most));

/** On the field and in whole units, without neighbours that fall together. */
const settled = (stroke: Stroke): Point[] => {
  const points: Point[] = [];
  for (const { x, y } of stroke) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const point = { x: within(x, field.width), y: within(y, field.height) };
    const last = points.at(-1);
    if (last?.x !== point.x || last.y !== point.y) points.push(point);
  }
  return points;
};

/** Squared distance of a point to the line between two others. */
const offLine = (point: Point, from: Point, to: Point): number => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  // Asked of the square: where two points are next to one, it is zero before their distance is.
  const square = dx * dx + dy * dy;
  const along = square ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / square : 0;
  const at = Math.min(1, Math.max(0, along));
  return (point.x - from.x - at * dx) ** 2 + (point.y - from.y - at * dy) ** 2;
};

/** Ramer (1972), Douglas and Peucker (1973): no point that is left out lies further than `tolerance` from what is kept. */
export const simplify = (points: readonly Point[], tolerance: number): Point[] => {
  if (points.length < 3) return [...points];
  const kept = new Set([0, points.length - 1]);
  const open: [from: number, to: number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let farthest = from;
    let most = tolerance ** 2;
    for (let at = from + 1; at < to; at += 1) {
      const off = offLine(points[at] as Point, points[from] as Point, points[to] as Point);
      if (off > most) [farthest, most] = [at, off];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, index) => kept.has(index));
};

const pathOf = (strokes: readonly (readonly Point[])[]): string => {
  let at = { x: 0, y: 0 };
  const move = (to: Point): string => {
    const step = `${to.x - at.x} ${to.y - at.y}`;
    at = to;
    return step;
  };
  return strokes
    .map((stroke) => {
      const steps = stroke.map(move);
      // A dot is a line to where it is: with round ends it shows.
      return `m${steps.length === 1 ? `${steps[0]} 0 0` : steps.join(' ')}`;
    })
    .join('');
};

/** Strokes by how little would be missed, the first and the last left aside. */
const leastMissed = (strokes: readonly Point[][]): Point[][] => {
  const reach = (points: readonly Point[]): number => {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
  };
  return strokes
    .slice(1, -1)
    .map((points) => ({ points, reach: reach(points) }))
    .sort((a, b) => a.reach - b.reach)
    .map(({ points }) => points);
};

/** Ends alone, and of those the ones that reach furthest: only hundreds of strokes come to this. */
const fewer = (strokes: readonly Point[][]): string => {
  const ends = strokes.map((points) => simplify(points, coarsest));
  const left = new Set(ends);
  const missed = leastMissed(ends);
  let path = pathOf(ends);
  while (path.length > longest && missed.length) {
    // A few at a time, since each try writes the whole path.
    for (const points of missed.splice(0, Math.ceil((path.length - longest) / 16))) left.delete(points);
    path = pathOf([...left]);
  }
  return path;
};

/**
 * The path of what was drawn: relative moves alone, never longer than 4096 characters, coarser until it fits; it begins and ends
 * where the drawing did. Empty when nothing was drawn.
 */
export const strokesToPath = (strokes: readonly Stroke[]): string => {
  const drawn = strokes.map(settled).filter((points) => points.length > 0);
  for (let tolerance = finest; tolerance < coarsest; tolerance *= 1.5) {
    const path = pathOf(drawn.map((points) => simplify(points, tolerance)));
    if (path.length <= longest) return path;
  }
  return fewer(drawn);
};
