/** The heat table on paper: a row a district, a column a class, numbers in every cell, and as many rows as the sheet holds. */
import type { SessionCoverage } from '../coverage/coverage-schema.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import { drawLegend, drawNotes, greyOf, oneLine, sheet } from './coverage-paper-parts.ts';
import { classWord, figure, noDistrict } from './paper-words.ts';
import { mm, type Pdf } from './pdf.ts';

type Cells = SessionCoverage['cells'];

interface HeatCell {
  represented: number;
  expected: number;
}

export interface HeatRow {
  name: string;
  /** One a column; undefined where the district has none of the class. */
  cells: readonly (HeatCell | undefined)[];
  total: HeatCell;
}

export interface Heat {
  classes: readonly UnitClassCode[];
  rows: readonly HeatRow[];
  total: HeatRow;
  /** Districts that are summed up in the last row, since the sheet holds no more. */
  merged: number;
}

const sum = (cells: readonly HeatCell[]): HeatCell => ({
  represented: cells.reduce((total, cell) => total + cell.represented, 0),
  expected: cells.reduce((total, cell) => total + cell.expected, 0),
});

const rowOf = (name: string, cells: Cells, classes: readonly UnitClassCode[]): HeatRow => ({
  name,
  cells: classes.map((code) => {
    const own = cells.filter((cell) => cell.class === code);
    return own.length > 0 ? sum(own) : undefined;
  }),
  total: sum(cells),
});

const missing = ({ total }: HeatRow): number => total.expected - total.represented;

interface Asked {
  cells: Cells;
  districts: readonly Pick<SessionCoverage['districts'][number], 'district' | 'districtName'>[];
  labels: Regency['labels'];
  /** Rows that the sheet holds, besides the head and the sum. */
  most: number;
}

/** Districts in the order of their codes, the units in none first. What does not fit is summed up: those with the fewest missing. */
export const heatOf = ({ cells, districts, labels, most }: Asked): Heat => {
  const classes = [...new Set(cells.map((cell) => cell.class))].sort((a, b) => classOrder(a) - classOrder(b));
  const rows = districts.map(({ district, districtName }) =>
    rowOf(
      districtName ?? noDistrict,
      cells.filter((cell) => cell.district === district),
      classes,
    ),
  );
  const total = rowOf('Jumlah', cells, classes);
  if (rows.length <= most) return { classes, rows, total, merged: 0 };
  const kept = new Set([...rows].sort((a, b) => missing(b) - missing(a)).slice(0, most - 1));
  const merged = districts.filter((_, index) => !kept.has(rows[index] as HeatRow));
  const codes = new Set(merged.map(({ district }) => district));
  const others = rowOf(
    `${figure(merged.length)} ${labels.district.toLowerCase()} lainnya`,
    cells.filter((cell) => codes.has(cell.district)),
    classes,
  );
  return { classes, rows: [...rows.filter((row) => kept.has(row)), others], total, merged: merged.length };
};

/** Of a row, in points: what can still be read, and what is comfortable. */
const rowHeights = { least: mm(3.05), most: mm(5) };
const nameWidth = mm(36);
const line = { width: 0.3, color: '#8a8a8a' };

interface Place {
  y: number;
  /** Of each row. */
  height: number;
}

const drawRow = (pdf: Pdf, { name, cells, total }: HeatRow, { y, height }: Place, bold = false): void => {
  const style = { size: Math.min(7.5, height / 1.5), bold };
  const textY = y + (height - style.size * 1.32) / 2;
  const width = (sheet.width - nameWidth) / (cells.length + 1);
  const all = [...cells, total];
  for (const [index, cell] of all.entries()) {
    const x = sheet.x + nameWidth + index * width;
    if (cell) pdf.box(x, y, width, height, greyOf(cell.represented, cell.expected));
  }
  pdf.tag('P', () => {
    pdf.text(oneLine(pdf, name, nameWidth - 2, style), { x: sheet.x + 1, y: textY, width: nameWidth, ...style });
    for (const [index, cell] of all.entries()) {
      const at = { x: sheet.x + nameWidth + index * width, y: textY, width, align: 'center' } as const;
      const text = cell ? `${figure(cell.represented)}/${figure(cell.expected)}` : '·';
      pdf.text(text, { ...at, ...style, bold: bold || index === cells.length });
    }
  });
};

const headStyle = { size: 6, bold: true };

const headTitles = (heat: Heat, labels: Regency['labels']): string[] => [
  ...heat.classes.map((code) => classWord(code, labels)),
  'Jumlah',
];

const columnWidth = (classes: number): number => (sheet.width - nameWidth) / (classes + 1);

const heatHeadHeight = (pdf: Pdf, heat: Pick<Heat, 'classes'>, labels: Regency['labels']): number => {
  const titles = heat.classes.map((code) => classWord(code, labels));
  const width = columnWidth(heat.classes.length) - 2;
  return Math.max(mm(3), ...titles.map((title) => pdf.height(title, width, headStyle))) + mm(1);
};

/** Draws it with rows of this height; answers the y below. */
const drawHeat = (pdf: Pdf, heat: Heat, labels: Regency['labels'], { y, height }: Place): number => {
  const headHeight = heatHeadHeight(pdf, heat, labels);
  const width = columnWidth(heat.classes.length);
  pdf.line([sheet.x, y], [sheet.x + sheet.width, y], { width: 0.8 });
  pdf.tag('P', () => {
    pdf.text(labels.district, { x: sheet.x + 1, y: y + mm(0.5), width: nameWidth, ...headStyle });
    for (const [index, title] of headTitles(heat, labels).entries()) {
      const x = sheet.x + nameWidth + index * width + 1;
      pdf.text(title, { x, y: y + mm(0.5), width: width - 2, align: 'center', ...headStyle });
    }
  });
  let next = y + headHeight;
  pdf.line([sheet.x, next], [sheet.x + sheet.width, next], { width: 0.8 });
  for (const row of heat.rows) {
    drawRow(pdf, row, { y: next, height });
    next += height;
  }
  drawRow(pdf, heat.total, { y: next, height }, true);
  // After all of them, or the next row's greys would cover them.
  for (let edge = next; edge > y + headHeight; edge -= height)
    pdf.line([sheet.x, edge], [sheet.x + sheet.width, edge], edge === next ? { width: 0.8 } : line);
  return next + height;
};

/** The table with its legend between two heights, as large as fits; what is summed up is said. Answers the y below. */
export const drawHeatTable = (
  pdf: Pdf,
  { cells, districts, labels }: Omit<Asked, 'most'>,
  { y: top, bottom }: { y: number; bottom: number },
): number => {
  const classes = [...new Set(cells.map((cell) => cell.class))];
  const room = bottom - top - heatHeadHeight(pdf, { classes }, labels) - mm(6);
  const most = Math.max(2, Math.floor(room / rowHeights.least) - 1);
  const heat = heatOf({ cells, districts, labels, most });
  const height = Math.min(rowHeights.most, room / (heat.rows.length + 1));
  const below = drawLegend(pdf, drawHeat(pdf, heat, labels, { y: top, height }) + mm(1));
  if (heat.merged === 0) return below;
  const text = `${figure(heat.merged)} ${labels.district.toLowerCase()} yang paling sedikit kurangnya dijumlahkan dalam satu baris: lembar ini tidak memuat semuanya.`;
  return drawNotes(pdf, below, [text]);
};
