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
  /** Draws into the last column what is no text. */
  figure?: { alt: string; draw: (box: { x: number; y: number; width: number; height: number }) => void };
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

/** Rows that one turn of other work may wait for. */
const stretch = 25;

/** Draws the table from the flow's pen downwards; its columns fill the flow's width when their widths do. */
export const drawTable = async (
  pdf: Pdf,
  flow: Flow,
  columns: readonly Column[],
  rows: readonly TableRow[],
): Promise<void> => {
  const places = placesOf(columns, flow.x);
  const width = places.reduce((sum, place) => sum + place.width, 0);
  const head: TableRow = { cells: columns.map(({ title }) => title), bold: true };
  const headHeight = rowHeight(pdf, places, head);

  const drawHead = (): void => {
    const { y } = flow;
    pdf.box(flow.x, y, width, headHeight, headColour);
    drawCells(pdf, places, head, y);
    for (const edge of [y, y + headHeight]) pdf.line([flow.x, edge], [flow.x + width, edge], { width: 0.8 });
    flow.y += headHeight;
  };
  const drawFigure = ({ figure }: TableRow, y: number, height: number): void => {
    const last = places.at(-1);
    if (!figure || !last) return;
    const inset = mm(0.8);
    const box = { x: last.x + inset, y: y + inset, width: last.width - 2 * inset, height: height - 2 * inset };
    pdf.tag('Figure', () => figure.draw(box), figure.alt);
  };

  flow.need(headHeight + (rows[0] ? rowHeight(pdf, places, rows[0]) : 0));
  pdf.tag('P', drawHead);
  for (const [index, row] of rows.entries()) {
    if (index % stretch === stretch - 1) await pdf.pause();
    const height = rowHeight(pdf, places, row);
    if (!flow.fits(height)) {
      flow.turn();
      pdf.aside(drawHead);
    }
    const { y } = flow;
    pdf.tag('P', () => drawCells(pdf, places, row, y));
    drawFigure(row, y, height);
    flow.y += height;
    pdf.line([flow.x, flow.y], [flow.x + width, flow.y], { width: 0.4, color: hairline });
  }
};
