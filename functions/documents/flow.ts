/** Writing downwards over as many pages as it takes: the margins, where the pen is, and what must not be torn apart. */
import { mm, type Pdf, type Placed, soft } from './pdf.ts';

export interface Flow {
  readonly x: number;
  readonly width: number;
  y: number;
  /** Whether `height` still fits on this page. */
  fits(height: number): boolean;
  turn(): void;
  /** Begins a new page unless `height` still fits on this one. */
  need(height: number): void;
  /** A paragraph; one that does not fit goes on over the page's end, line by line. */
  paragraph(text: string, style: Omit<Placed, 'x' | 'y' | 'width'> & { indent?: number }): void;
  space(height: number): void;
}

/** In millimetres. */
const usual = { left: 25, right: 20, top: 15, bottom: 18 };

interface Pages {
  /** Further pages bear their number in the middle at the top; not where a foot says `page x of y`. */
  numbered?: boolean;
  /** In millimetres, where they are others than usual. */
  margins?: Partial<typeof usual>;
}

/** A flow that starts on a new page. */
export const startFlow = (pdf: Pdf, { numbered = true, margins: own = {} }: Pages = {}): Flow => {
  const wanted = { ...usual, ...own };
  const margins = { left: mm(wanted.left), top: mm(wanted.top) };
  const bottom = pdf.sheet.height - mm(wanted.bottom);
  const width = pdf.sheet.width - margins.left - mm(wanted.right);
  let page = 1;
  pdf.page();
  const flow: Flow = {
    x: margins.left,
    width,
    y: margins.top,
    fits: (height) => flow.y + height <= bottom,
    turn: () => {
      page += 1;
      pdf.page();
      flow.y = margins.top;
      if (!numbered) return;
      const number = { x: margins.left, y: margins.top, width, align: 'center', size: 9, color: soft } as const;
      flow.y = pdf.text(`- ${page} -`, number) + mm(5);
    },
    need: (height) => {
      if (!flow.fits(height)) flow.turn();
    },
    paragraph: (text, { indent = 0, ...style }) => {
      const at = { x: flow.x + indent, width: width - indent, ...style };
      const height = pdf.height(text, at.width, style);
      const lines = pdf.wrap(text, at.width, style);
      if (flow.fits(height)) {
        flow.y = pdf.text(text, { ...at, y: flow.y });
        return;
      }
      for (const line of lines) {
        flow.need(height / lines.length);
        flow.y = pdf.text(line, { ...at, y: flow.y, align: 'left' });
      }
    },
    space: (height) => {
      flow.y += height;
    },
  };
  return flow;
};
