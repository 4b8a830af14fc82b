/** "Lampiran: Daftar Undangan": everybody who is invited, numbered in protocol order; its head row on every page, page x of y. */
import { longDay } from '../platform/long-day.ts';
import { type AnnexRow, annexRows } from './annex-rows.ts';
import type { Material } from './material.ts';
import { daysOf, hoursOf } from './paper-words.ts';
import { hairline, makePdf, mm, type Pdf, paper, type Style, soft } from './pdf.ts';
import { dotted, drawSignature, signatureHeight } from './signature-block.ts';

const margins = { left: mm(20), right: mm(15), top: mm(15), bottom: mm(18) };
const bottom = paper.height - margins.bottom;
const width = paper.width - margins.left - margins.right;
const cell: Style = { size: 9 };
const strong: Style = { size: 9, bold: true };
const pad = { x: mm(1.5), y: mm(1) };

interface Column {
  title: string;
  x: number;
  width: number;
  align?: 'right';
}

const columnsOf = (hasWaves: boolean): Column[] => {
  const widths = hasWaves ? [11, 48, 50, 43, 23] : [11, 55, 57, 52];
  let x = margins.left;
  return ['No.', 'Nama pejabat', 'Jabatan', 'Instansi', 'Gelombang'].slice(0, widths.length).map((title, index) => {
    const column: Column = { title, x, width: mm(widths[index] ?? 0), ...(index === 0 && { align: 'right' }) };
    x += column.width;
    return column;
  });
};

const rowHeight = (pdf: Pdf, columns: readonly Column[], row: AnnexRow): number => {
  const heights =
    'heading' in row
      ? [pdf.height(row.heading, width, strong)]
      : row.cells.map((text, index) => pdf.height(text, (columns[index]?.width ?? 0) - 2 * pad.x, cell));
  return Math.max(...heights) + 2 * pad.y;
};

const headHeight = mm(7);

/** Which rows stand on which page, the first table beginning at `firstTop`. A heading never ends a page. */
const paginate = (heights: readonly number[], rows: readonly AnnexRow[], firstTop: number): number[][] => {
  const pages: number[][] = [[]];
  let y = firstTop + headHeight;
  rows.forEach((row, index) => {
    const own = heights[index] ?? 0;
    const needed = 'heading' in row ? own + (heights[index + 1] ?? 0) : own;
    if (y + needed > bottom) {
      pages.push([]);
      y = margins.top + headHeight;
    }
    pages.at(-1)?.push(index);
    y += own;
  });
  return pages;
};

const drawCells = (pdf: Pdf, columns: readonly Column[], texts: readonly string[], y: number, style: Style): void => {
  for (const [index, column] of columns.entries()) {
    const at = { x: column.x + pad.x, y: y + pad.y, width: column.width - 2 * pad.x };
    pdf.text(texts[index] ?? '', { ...at, ...style, align: column.align ?? 'left' });
  }
};

const drawTableHead = (pdf: Pdf, columns: readonly Column[], y: number): void => {
  pdf.box(margins.left, y, width, headHeight, '#e8ecf1');
  pdf.line([margins.left, y], [margins.left + width, y], { width: 0.8 });
  pdf.line([margins.left, y + headHeight], [margins.left + width, y + headHeight], { width: 0.8 });
  const titles = columns.map(({ title }) => title);
  pdf.tag('P', () => drawCells(pdf, columns, titles, y + mm(0.4), strong));
};

const drawRow = (pdf: Pdf, columns: readonly Column[], row: AnnexRow, y: number, height: number): void => {
  if ('heading' in row) {
    // Below the line of the row before, which it must not cover.
    pdf.box(margins.left, y + 0.3, width, height - 0.3, '#f5f6f8');
    const at = { x: margins.left + pad.x, y: y + pad.y, width: width - 2 * pad.x };
    pdf.tag('H2', () => pdf.text(row.heading, { ...at, ...strong }));
  } else {
    pdf.tag('P', () => drawCells(pdf, columns, row.cells, y, cell));
  }
  const below = y + height;
  pdf.line([margins.left, below], [margins.left + width, below], { width: 0.4, color: hairline });
};

/** To which letter it belongs, at the right; its own title in the middle. Answers where the table begins. */
const drawHead = (pdf: Pdf, { session, recipients }: Material): number => {
  const { letter, zone } = session;
  const x = margins.left + mm(100);
  let y = margins.top;
  const facts = [
    ['Lampiran', 'Daftar Undangan'],
    ['Nomor', letter?.number ?? dotted(34)],
    ['Tanggal', letter?.date === undefined ? dotted(34) : longDay(letter.date)],
  ] as const;
  pdf.tag('P', () => {
    for (const [label, value] of facts) {
      pdf.text(label, { x, y, width: mm(18), ...cell });
      pdf.text(':', { x: x + mm(18), y, width: mm(3), ...cell });
      y = pdf.text(value, { x: x + mm(21), y, width: width - mm(121), ...cell });
    }
  });
  const centred = { x: margins.left, width, align: 'center' } as const;
  y = Math.max(y, mm(36));
  const part = recipients.parts > 1 ? ` (bagian ${recipients.part} dari ${recipients.parts})` : '';
  pdf.tag('H1', () => {
    y = pdf.text(`DAFTAR UNDANGAN${part}`, { ...centred, y, size: 13, bold: true });
  });
  pdf.tag('P', () => {
    y = pdf.text(session.title, { ...centred, y, size: 10.5 });
    y = pdf.text(`${daysOf(zone, session)}, pukul ${hoursOf(zone, session)}`, {
      ...centred,
      y,
      size: 9.5,
      color: soft,
    });
  });
  return y + mm(6);
};

const drawFoot = (pdf: Pdf, { session, recipients }: Material, page: number, pages: number): void => {
  const y = paper.height - mm(13);
  const at = { x: margins.left, y, width, size: 8, color: soft };
  const last = recipients.from + recipients.invitations.length - 1;
  pdf.tag('P', () => {
    pdf.text(`No. ${recipients.from}–${last} · ${session.organizer}`, { ...at, width: width - mm(30) });
    pdf.text(`Halaman ${page}/${pages}`, { ...at, align: 'right' });
  });
};

const signatureWidth = mm(80);

interface Table {
  columns: readonly Column[];
  rows: readonly AnnexRow[];
  heights: readonly number[];
}

/** The rows of one page under their head; answers the y below them. */
const drawTable = (pdf: Pdf, { columns, rows, heights }: Table, indexes: readonly number[], top: number): number => {
  drawTableHead(pdf, columns, top);
  let y = top + headHeight;
  for (const index of indexes) {
    const [row, height = 0] = [rows[index], heights[index]];
    if (row) drawRow(pdf, columns, row, y, height);
    y += height;
  }
  return y;
};

const drawAnnex = async (pdf: Pdf, material: Material): Promise<void> => {
  const { session, recipients } = material;
  pdf.page();
  const firstTop = drawHead(pdf, material);
  const columns = columnsOf(session.waves.length > 0);
  const rows = annexRows(material);
  const heights: number[] = [];
  for (const row of rows) {
    if (heights.length % 50 === 0) await pdf.pause();
    heights.push(rowHeight(pdf, columns, row));
  }
  const pages = paginate(heights, rows, firstTop);
  const topOf = (page: number): number => (page === 0 ? firstTop : margins.top);
  const signer = session.letter?.signer;
  const block = signatureHeight(pdf, signer, signatureWidth) + mm(8);
  const reach = (pages.at(-1) ?? []).reduce(
    (y, index) => y + (heights[index] ?? 0),
    topOf(pages.length - 1) + headHeight,
  );
  const isSigned = recipients.part === recipients.parts;
  const isApart = isSigned && reach + block > bottom;
  const total = pages.length + (isApart ? 1 : 0);

  let y = 0;
  for (const [page, indexes] of pages.entries()) {
    await pdf.pause();
    if (page > 0) pdf.page();
    y = drawTable(pdf, { columns, rows, heights }, indexes, topOf(page));
    drawFoot(pdf, material, page + 1, total);
  }
  if (isApart) {
    pdf.page();
    drawFoot(pdf, material, total, total);
    y = margins.top;
  }
  const at = { x: margins.left + width - signatureWidth, y: y + mm(8), width: signatureWidth };
  if (isSigned) pdf.tag('P', () => drawSignature(pdf, signer, at));
};

/** The last part bears the signature; on a page of its own where the list leaves no room. */
export const annexOf = (material: Material): Promise<Uint8Array> =>
  makePdf(`Daftar undangan: ${material.session.title}`, material.at, (pdf) => drawAnnex(pdf, material));
