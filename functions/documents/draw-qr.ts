/** A QR as rectangles: sharp at any size, and without a picture to decode. */
import core from 'qrcode/lib/core/qrcode.js';
import type { Pdf } from './pdf.ts';

/** Of the white border that readers want, in modules. */
const quiet = 4;

type Run = [column: number, row: number, length: number];

/** The dark modules, those beside each other in a row as one. */
const runsOf = (code: string): { runs: Run[]; size: number } => {
  const { data, size } = core.create(code, { errorCorrectionLevel: 'M' }).modules;
  const runs: Run[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      const last = runs.at(-1);
      if (last && last[1] === row && last[0] + last[2] === column) last[2] += 1;
      else runs.push([column, row, 1]);
    }
  }
  return { runs, size };
};

/** Draws the code into a square of `side` points, its quiet zone within. */
export const drawQr = (pdf: Pdf, code: string, x: number, y: number, side: number): void => {
  const { runs, size } = runsOf(code);
  const unit = side / (size + 2 * quiet);
  pdf.cells(x + quiet * unit, y + quiet * unit, unit, runs);
};
