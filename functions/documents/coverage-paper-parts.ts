/** What the coverage papers of a session and of a regency have in common: one sheet, its head, its figures, greys that print without loss. */
import { type HeatStep, heatStepOf, heatSteps } from '../coverage/heat-rules.ts';
import { drawQr } from './draw-qr.ts';
import { mm, type Pdf, type Placed, paper, type Style, soft } from './pdf.ts';

/** What is left of the sheet for what is drawn. */
export const sheet = { x: mm(15), width: paper.width - mm(30), top: mm(12), bottom: paper.height - mm(17) };

export const fine: Style = { size: 7, color: soft };
const ruleColour = '#8a8a8a';

/** The more are missing, the darker; the darkest still bears black letters at 7 : 1. */
const greys: Record<HeatStep, string> = { 0: '#9c9c9c', 1: '#b3b3b3', 2: '#cdcdcd', 3: '#e6e6e6', 4: '#ffffff' };

export const greyOf = (represented: number, expected: number): string => greys[heatStepOf(represented, expected)];

/** In the words of the page's own legend. */
const stepWords: Record<HeatStep, string> = { 0: 'belum ada', 1: 'di bawah 50%', 2: '50–79%', 3: '80–99%', 4: 'semua' };

/** What the greys mean, in boxes beside each other; answers the y below. */
export const drawLegend = (pdf: Pdf, y: number): number => {
  const label = 'Arsiran: bagian yang terwakili.';
  pdf.tag('P', () => {
    pdf.text(label, { x: sheet.x, y, width: mm(60), ...fine });
    for (const step of heatSteps) {
      const x = sheet.x + mm(48) + step * mm(26);
      pdf.box(x, y + 1, mm(4), mm(2.4), greys[step]);
      pdf.frame(x, y + 1, mm(4), mm(2.4), { width: 0.4, color: ruleColour });
      pdf.text(stepWords[step], { x: x + mm(5), y, width: mm(21), ...fine });
    }
  });
  return y + mm(4);
};

interface Head {
  /** Above the title: whose paper it is. */
  from: string;
  title: string;
  lines: readonly string[];
  /** Of the public check; drawn as a QR at the right. */
  check?: string | undefined;
}

const qrSide = mm(24);

/** Answers the y below the rule. */
export const drawHead = (pdf: Pdf, { from, title, lines, check }: Head): number => {
  const width = sheet.width - (check === undefined ? 0 : qrSide + mm(3));
  const at: Pick<Placed, 'x' | 'width'> = { x: sheet.x, width };
  let y = sheet.top;
  pdf.tag('H1', () => {
    y = pdf.text(from, { ...at, y, size: 9, bold: true, color: soft });
    y = pdf.text(title, { ...at, y, size: 14, bold: true });
  });
  pdf.tag('P', () => {
    for (const line of lines) y = pdf.text(line, { ...at, y, size: 9 });
  });
  if (check !== undefined) {
    const x = sheet.x + sheet.width - qrSide;
    pdf.tag('Figure', () => drawQr(pdf, check, x, sheet.top, qrSide), 'Kode QR pemeriksaan');
    pdf.link(x, sheet.top, qrSide, qrSide, check);
    y = Math.max(y, sheet.top + qrSide);
  }
  pdf.line([sheet.x, y + mm(1)], [sheet.x + sheet.width, y + mm(1)], { width: 1 });
  return y + mm(3);
};

export interface Figure {
  label: string;
  value: string;
  /** Below the label. */
  note?: string;
}

interface Headline {
  share: string;
  said: string;
  figures: readonly Figure[];
}

/** The one figure large, and those that it is made of beside each other below; answers the y below. */
export const drawHeadline = (pdf: Pdf, top: number, { share, said, figures }: Headline): number => {
  let y = top;
  pdf.tag('P', () => {
    pdf.text(share, { x: sheet.x, y, width: mm(50), size: 26, bold: true });
    const beside = { x: sheet.x + mm(52), width: sheet.width - mm(52) };
    y = Math.max(y + mm(12.5), pdf.text(said, { ...beside, y: y + mm(2.5), size: 10 }));
  });
  const width = sheet.width / figures.length;
  let below = y;
  for (const [index, { label, value, note }] of figures.entries()) {
    const at = { x: sheet.x + index * width + mm(1.5), width: width - mm(2.5) };
    pdf.tag('P', () => {
      let next = pdf.text(value, { ...at, y: y + mm(0.5), size: 13, bold: true });
      next = pdf.text(label, { ...at, y: next, size: 7.5 });
      if (note !== undefined) next = pdf.text(note, { ...at, y: next, ...fine });
      below = Math.max(below, next);
    });
  }
  for (let index = 1; index < figures.length; index += 1) {
    const x = sheet.x + index * width;
    pdf.line([x, y + mm(1)], [x, below], { width: 0.4, color: ruleColour });
  }
  pdf.line([sheet.x, below + mm(1)], [sheet.x + sheet.width, below + mm(1)], { width: 0.4, color: ruleColour });
  return below + mm(2.5);
};

/** Small print in one paragraph; answers the y below, or `y` where there is nothing to say. */
export const drawNotes = (pdf: Pdf, y: number, notes: readonly string[], style: Style = fine): number => {
  if (notes.length === 0) return y;
  let below = y;
  pdf.tag('P', () => {
    below = pdf.text(notes.join(' '), { x: sheet.x, y, width: sheet.width, ...style });
  });
  return below + mm(1.5);
};

export const drawSubtitle = (pdf: Pdf, y: number, text: string, at: { x?: number; width?: number } = {}): number => {
  let below = y;
  pdf.tag('H2', () => {
    below = pdf.text(text, { x: at.x ?? sheet.x, width: at.width ?? sheet.width, y, size: 8.5, bold: true });
  });
  return below + mm(0.8);
};

/** The first line of a text, and that it goes on. */
export const oneLine = (pdf: Pdf, text: string, width: number, style: Style): string => {
  const [first = '', ...rest] = pdf.wrap(text, width, style);
  if (rest.length === 0) return first;
  return `${pdf.wrap(text, width - style.size, style)[0] ?? ''}…`;
};
