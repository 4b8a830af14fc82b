/** The regency's letterhead (kop): its lines in the middle, the last one largest, the address, and a double rule. */
import type { Regency } from '../regencies/regency-schema.ts';
import { mm, type Pdf, type Placed } from './pdf.ts';

interface Column {
  x: number;
  y: number;
  width: number;
}

/** Draws it and answers the y below the rule. */
export const drawLetterhead = (
  pdf: Pdf,
  { lines, address }: Regency['letterhead'],
  { x, y, width }: Column,
): number => {
  let below = y;
  const centred = (text: string, style: Pick<Placed, 'size' | 'bold'>) => {
    below = pdf.text(text, { x, y: below, width, align: 'center', ...style });
  };
  pdf.tag('P', () => {
    for (const [index, line] of lines.entries()) {
      const isUnit = index === lines.length - 1 && lines.length > 1;
      centred(line, { size: isUnit ? 16 : 13, bold: isUnit || lines.length === 1 });
    }
    if (address !== undefined) centred(address, { size: 9 });
  });
  const rule = below + mm(2);
  pdf.line([x, rule], [x + width, rule], { width: 2 });
  pdf.line([x, rule + 2.2], [x + width, rule + 2.2], { width: 0.6 });
  return rule + mm(6);
};
