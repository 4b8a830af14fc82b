/** Facts as official papers list them: `Tempat : Ballroom Hotel Santika`. */
import type { Flow } from './flow.ts';
import { mm, type Pdf, type Style } from './pdf.ts';

export type Row = [label: string, value: string];

interface Form {
  /** Of the labels, in millimetres from the flow's left edge, and their width. */
  indent?: number;
  label?: number;
  style?: Style;
  /** What is kept free at the right, in millimetres. */
  right?: number;
}

const columnsOf = (flow: Flow, { indent = 0, label = 26, right = 0 }: Form) => {
  const x = flow.x + mm(indent);
  const valueX = x + mm(label) + mm(4);
  return { x, label: mm(label), valueX, width: flow.x + flow.width - mm(right) - valueX };
};

const letters: Style = { size: 11 };

/** Of all of them, for rows that must not be torn apart. */
export const rowsHeight = (pdf: Pdf, flow: Flow, rows: readonly Row[], form: Form = {}): number => {
  const { width } = columnsOf(flow, form);
  return rows.reduce((sum, [, value]) => sum + pdf.height(value, width, form.style ?? letters), 0);
};

/** Labels, colons and values in three columns; a long value goes on below itself. */
export const drawRows = (pdf: Pdf, flow: Flow, rows: readonly Row[], form: Form = {}): void => {
  const { x, label, valueX, width } = columnsOf(flow, form);
  const style = form.style ?? letters;
  for (const [name, value] of rows) {
    flow.need(pdf.height(value, width, style));
    pdf.text(name, { x, y: flow.y, width: label, ...style });
    pdf.text(':', { x: x + label, y: flow.y, width: mm(4), ...style });
    flow.y = pdf.text(value, { x: valueX, y: flow.y, width, ...style });
  }
};
