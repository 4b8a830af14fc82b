/** Eight pieces on an A4 page, two beside each other and four below, with marks where to cut. */
import { mm, type Pdf, paper, soft } from './pdf.ts';

export const piece = { width: mm(95), height: mm(68.5) };
const columns = 2;
const rows = 4;
export const perPage = columns * rows;
const left = (paper.width - columns * piece.width) / 2;
const top = (paper.height - rows * piece.height) / 2;

const mark = mm(5);
/** Off the corner, so that a mark is cut away with the edge and never stays on a piece. */
const gap = mm(1);

const drawCutMarks = (pdf: Pdf): void => {
  const [right, bottom] = [left + columns * piece.width, top + rows * piece.height];
  const style = { width: 0.4, color: soft };
  for (let column = 0; column <= columns; column += 1) {
    const x = left + column * piece.width;
    pdf.line([x, top - gap - mark], [x, top - gap], style);
    pdf.line([x, bottom + gap], [x, bottom + gap + mark], style);
  }
  for (let row = 0; row <= rows; row += 1) {
    const y = top + row * piece.height;
    pdf.line([left - gap - mark, y], [left - gap, y], style);
    pdf.line([right + gap, y], [right + gap + mark, y], style);
  }
  // Where four pieces meet, a small cross to aim at.
  const arm = mm(1.5);
  for (let row = 1; row < rows; row += 1) {
    const [x, y] = [left + piece.width, top + row * piece.height];
    pdf.line([x - arm, y], [x + arm, y], style);
    pdf.line([x, y - arm], [x, y + arm], style);
  }
};

/** Draws each item into its piece, whose upper left corner is given. */
export const drawEightUp = async <T>(
  pdf: Pdf,
  items: readonly T[],
  draw: (item: T, x: number, y: number) => void,
): Promise<void> => {
  for (const [index, item] of items.entries()) {
    const place = index % perPage;
    if (place === 0) {
      await pdf.pause();
      pdf.page();
      drawCutMarks(pdf);
    }
    draw(item, left + (place % columns) * piece.width, top + Math.floor(place / columns) * piece.height);
  }
};

interface Fitted {
  size: number;
  lines: string[];
}

/** A size, and how many lines it may take there. */
export type Size = readonly [size: number, lines: number];

/** The first of the sizes at which a text keeps to its lines; at the last one what is too much is cut with an ellipsis. */
export const fitted = (
  pdf: Pdf,
  text: string,
  { width, sizes, bold = false }: { width: number; sizes: readonly Size[]; bold?: boolean },
): Fitted => {
  for (const [size, most] of sizes) {
    const lines = pdf.wrap(text, width, { size, bold });
    if (lines.length <= most) return { size, lines };
  }
  const [size, most] = sizes.at(-1) ?? [8, 1];
  const kept = pdf.wrap(text, width, { size, bold }).slice(0, most);
  let last = [...(kept.at(-1) ?? '')];
  // The ellipsis is as wide as several letters; a line that it makes too long would be broken when it is drawn.
  const shortened = () => `${last.join('').trimEnd()}…`;
  do last = last.slice(0, -1);
  while (last.length > 0 && pdf.wrap(shortened(), width, { size, bold }).length > 1);
  return { size, lines: [...kept.slice(0, -1), shortened()] };
};
