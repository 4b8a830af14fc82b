/** The regency's letterhead (kop): its emblem at the left, its lines in the middle, the last one largest, the address, and a double rule. */
import type { Regency } from '../regencies/regency-schema.ts';
import { mm, type Pdf, type Style } from './pdf.ts';

/** As papers have it: with the picture of the emblem (PNG or JPEG), where one was uploaded. */
export type Letterhead = Regency['letterhead'] & { emblem?: Uint8Array | undefined };

interface Column {
  x: number;
  y: number;
  width: number;
}

/** Of the emblem's box; a coat of arms is a little higher than wide. */
const emblemBox = { width: mm(20), height: mm(23) };

const linesOf = ({ lines, address }: Letterhead): [text: string, style: Style][] => [
  ...lines.map((line, index): [string, Style] => {
    const isUnit = index === lines.length - 1 && lines.length > 1;
    return [line, { size: isUnit ? 16 : 13, bold: isUnit || lines.length === 1 }];
  }),
  ...(address === undefined ? [] : [[address, { size: 9 }] satisfies [string, Style]]),
];

/** Draws it and answers the y below the rule. With an emblem the lines keep clear of it on both sides, so that they stay in the middle. */
export const drawLetterhead = (pdf: Pdf, letterhead: Letterhead, { x, y, width }: Column): number => {
  const { emblem } = letterhead;
  const inset = emblem ? emblemBox.width + mm(2) : 0;
  const lines = linesOf(letterhead);
  const inner = { x: x + inset, width: width - 2 * inset, align: 'center' } as const;
  const textHeight = lines.reduce((sum, [text, style]) => sum + pdf.height(text, inner.width, style), 0);
  const high = Math.max(emblem ? emblemBox.height : 0, textHeight);
  if (emblem) {
    const top = y + (high - emblemBox.height) / 2;
    const draw = () => pdf.picture(emblem, x, top, emblemBox.width, emblemBox.height);
    pdf.tag('Figure', draw, 'Lambang daerah');
  }
  pdf.tag('P', () => {
    let below = y + (high - textHeight) / 2;
    for (const [text, style] of lines) below = pdf.text(text, { ...inner, y: below, ...style });
  });
  const rule = y + high + mm(2);
  pdf.line([x, rule], [x + width, rule], { width: 2 });
  pdf.line([x, rule + 2.2], [x + width, rule + 2.2], { width: 0.6 });
  return rule + mm(6);
};
