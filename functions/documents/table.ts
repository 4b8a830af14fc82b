/** A table over as many pages as it takes: its head on each of them, no row torn apart. */
import type { Flow } from './flow.ts';
import { hairline, mm, type Pdf, type Style } from './pdf.ts';

export interface Column {
  title: string;
  /** In millimetres. */
  width: number;
  align?: 'right' | 'center';
}

/** A text, or several below one another, each in a style of its own. */
export type Cell = string | readonly (readonly [text: string, style?: Partial<Style>])[];

export interface TableRow {
  cells: readonly Cell[];
  bold?: boolean;
  /** At least so high, in points. */
  height?: number;
  /** Its first cell stands over all columns, as the title of the rows below, with one of which it stays. */
  heading?: boolean;
  /** Draws into the last column what is no text. */
  figure?: { alt: string; draw: (box: Box) => void };
  /** Draws into the last column text that is placed in its own way; the box is the whole cell. */
  write?: (box: Box) => void;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Form {
  /** Lines between the columns too, as on forms that are filled in by hand. */
  grid?: boolean;
  /** What follows the table and stays with its last row, in points. */
  keep?: number;
}

const body: Style = { size: 8.5 };
const pad = { x: mm(1.2), y: mm(0.9) };
const headColour = '#e8ecf1';

interface Placed {
  x: number;
  width: number;
  align: 'left' | 'right' | 'center';
}

const placesOf = (columns: readonly Column[], left: number): Placed[] => {
  let x = left;
  return columns.map(({ width, align }) => {
    const place: Placed = { x, width: mm(width), align: align ?? 'left' };
    x += place.width;
    return place;
  });
};

const partsOf = (cell: Cell, bold: boolean): [string, Style][] =>
  (typeof cell === 'string' ? [[cell] as const] : cell).map(([text, style]) => [text, { ...body, bold, ...style }]);

const cellHeight = (pdf: Pdf, cell: Cell, bold: boolean, width: number): number =>
  partsOf(cell, bold).reduce((sum, [text, style]) => sum + (text === '' ? 0 : pdf.height(text, width, style)), 0);

const rowHeight = (pdf: Pdf, places: readonly Placed[], { cells, bold = false, height = 0 }: TableRow): number => {
  const heights = places.map(({ width }, index) => cellHeight(pdf, cells[index] ?? '', bold, width - 2 * pad.x));
  return Math.max(height, ...heights.map((each) => each + 2 * pad.y));
};

const drawCells = (pdf: Pdf, places: readonly Placed[], { cells, bold = false }: TableRow, y: number): void => {
  for (const [index, { x, width, align }] of places.entries()) {
    let below = y + pad.y;
    for (const [text, style] of partsOf(cells[index] ?? '', bold)) {
      if (text === '') continue;
      below = pdf.text(text, { x: x + pad.x, y: below, width: width - 2 * pad.x, align, ...style });
    }
  }
};

const headingColour = '#f5f6f8';

/** Rows that one turn of other work may wait for. */
const stretch = 25;

/** A heading stays with its first row, the row above the sums with them, and the last row with what follows the table. */
const staysWithNext = ({ heading }: TableRow, next: TableRow | undefined): boolean =>
  heading === true || next === undefined || (next.bold === true && !next.heading);

/** Draws the table from the flow's pen downwards; its columns fill the flow's width when their widths do. */
export const drawTable = async (
  pdf: Pdf,
  flow: Flow,
  columns: readonly Column[],
  rows: readonly TableRow[],
  { grid = false, keep = 0 }: Form = {},
): Promise<void> => {
  const places = placesOf(columns, flow.x);
  const width = places.reduce((sum, place) => sum + place.width, 0);
  const whole: Placed[] = [{ x: flow.x, width, align: 'left' }];
  const head: TableRow = { cells: columns.map(({ title }) => title), bold: true };
  const headHeight = rowHeight(pdf, places, head);
  const placesFor = ({ heading }: TableRow): readonly Placed[] => (heading ? whole : places);
  const heightOf = (row: TableRow | undefined): number => (row ? rowHeight(pdf, placesFor(row), row) : keep);

  const rules = (of: readonly Placed[], y: number, height: number): void => {
    if (!grid) return;
    for (const x of [...of.map((place) => place.x), flow.x + width])
      pdf.line([x, y], [x, y + height], { width: 0.4, color: hairline });
  };
  const drawHead = (): void => {
    const { y } = flow;
    pdf.box(flow.x, y, width, headHeight, headColour);
    drawCells(pdf, places, head, y);
    for (const edge of [y, y + headHeight]) pdf.line([flow.x, edge], [flow.x + width, edge], { width: 0.8 });
    rules(places, y, headHeight);
    flow.y += headHeight;
  };
  const drawLast = ({ figure, write }: TableRow, y: number, height: number): void => {
    const last = places.at(-1);
    if (!last) return;
    if (write) pdf.tag('P', () => write({ x: last.x, y, width: last.width, height }));
    if (!figure) return;
    const inset = mm(0.8);
    const box = { x: last.x + inset, y: y + inset, width: last.width - 2 * inset, height: height - 2 * inset };
    pdf.tag('Figure', () => figure.draw(box), figure.alt);
  };

  pdf.tag('P', drawHead);
  let next = heightOf(rows[0]);
  for (const [index, row] of rows.entries()) {
    if (index % stretch === stretch - 1) await pdf.pause();
    const height = next;
    next = heightOf(rows[index + 1]);
    const left = rows.length - 1 - index;
    const stays = staysWithNext(row, rows[index + 1]);
    const needed = height + (stays ? next : 0) + (stays && left === 1 ? keep : 0);
    if (!flow.fits(needed)) {
      flow.turn();
      pdf.aside(drawHead);
    }
    const { y } = flow;
    if (row.heading) pdf.box(flow.x, y + 0.3, width, height - 0.3, headingColour);
    pdf.tag(row.heading ? 'H2' : 'P', () => drawCells(pdf, placesFor(row), row, y));
    drawLast(row, y, height);
    flow.y += height;
    pdf.line([flow.x, flow.y], [flow.x + width, flow.y], { width: 0.4, color: hairline });
    rules(placesFor(row), y, height);
  }
};
