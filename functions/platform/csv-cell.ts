/** Cells of the CSV files that we write. */

/**
 * A text that a spreadsheet would take for a formula is told to be a text by an apostrophe before it: one that begins with `=`, `+`,
 * `-`, `@`, a tab or a carriage return. Of CSV alone: a workbook says of each cell that it is a text.
 */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** One cell of a CSV (RFC 4180): in quotes where it holds a comma, a semicolon, a quote or a line's end. */
export const csvCell = (text: string): string => {
  const plain = plainCell(text);
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** A CSV that Excel reads as UTF-8: with a byte order mark, lines ended by CR LF. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
