/** A QR as a picture. */
import core from 'qrcode/lib/core/qrcode.js';
import svgTag from 'qrcode/lib/renderer/svg-tag.js';
import { oneBitPng } from '../platform/one-bit-png.ts';

/** Of the white border that readers want, in modules. */
const margin = 4;
/** Pixels a module: sharp on a phone and in print. */
const scale = 10;

const make = (code: string) => core.create(code, { errorCorrectionLevel: 'M' });

export const qrSvg = (code: string): string => svgTag.render(make(code), { margin });

export const qrPng = (code: string): Buffer => {
  const { data, size } = make(code).modules;
  const moduleAt = (pixel: number): number => Math.floor(pixel / scale) - margin;
  const isInside = (module: number): boolean => module >= 0 && module < size;
  return oneBitPng((size + 2 * margin) * scale, (x, y) => {
    const [column, row] = [moduleAt(x), moduleAt(y)];
    return isInside(column) && isInside(row) && data[row * size + column] === 1;
  });
};
