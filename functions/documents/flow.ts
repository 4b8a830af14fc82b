/** Writing downwards over as many pages as it takes: the margins, where the pen is, and what must not be torn apart. */
import { mm, type Pdf, type Placed, paper, soft } from './pdf.ts';

export interface Flow {
  readonly x: number;
  readonly width: number;
  y: number;
  /** Begins a new page unless `height` still fits on this one. */
  need(height: number): void;
  /** A paragraph; one that does not fit goes on over the page's end, line by line. */
  paragraph(text: string, style: Omit<Placed, 'x' | 'y' | 'width'>): void;
  skip(height: number): void;
}

const margins = { left: mm(25), right: mm(20), top: mm(15), bottom: mm(18) };
const bottom = paper.height - margins.bottom;

/** A flow that starts on a new page; further ones bear their number in the middle at the top. */
export const startFlow = (pdf: Pdf): Flow => {
  const width = paper.width - margins.left - margins.right;
  let page = 1;
  pdf.page();
  const turn = (flow: Flow): void => {
    page += 1;
    pdf.page();
    const number = { x: margins.left, y: margins.top, width, align: 'center', size: 9, color: soft } as const;
    flow.y = pdf.text(`- ${page} -`, number) + mm(5);
  };
  const flow: Flow = {
    x: margins.left,
    width,
    y: margins.top,
    need: (height) => {
      if (flow.y + height > bottom) turn(flow);
    },
    paragraph: (text, style) => {
      const height = pdf.height(text, width, style);
      const lines = pdf.wrap(text, width, style);
      if (flow.y + height <= bottom) {
        flow.y = pdf.text(text, { x: flow.x, y: flow.y, width, ...style });
        return;
      }
      for (const line of lines) {
        flow.need(height / lines.length);
        flow.y = pdf.text(line, { x: flow.x, y: flow.y, width, ...style, align: 'left' });
      }
    },
    skip: (height) => {
      flow.y += height;
    },
  };
  return flow;
};
