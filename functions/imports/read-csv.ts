/** Comma-separated (or semicolon- or tab-separated) text, in the encodings that spreadsheets write. */
import Papa from 'papaparse';
import { findColumns } from './roster-columns.ts';
import { maxColumns, maxRows, RosterUnreadable, type Sheet, tidyCell, toSheetRows, withSigns } from './sheet.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** By its mark; without one it is UTF-8 if it is valid as such, and what Windows writes otherwise. */
const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new RosterUnreadable('NOT_TEXT');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return withSigns(new TextDecoder('windows-1252').decode(bytes));
  }
};

/** Other files that somebody may take for a table: web pages named .xls, PDF, rich text. */
const isOtherFormat = (text: string): boolean => /^\s*(<!doctype|<html|<\?xml|<table|%PDF-|\{\\rtf)/i.test(text);

const parse = (text: string, delimiter: string, preview = 0): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview }).data;

/** `="0812"` keeps a nought in Excel, and an apostrophe before a sign keeps a text from being a formula. */
const unguarded = (text: string): string => text.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[=+\-@\t\r])/, '');

const toSheet = (table: readonly (readonly string[])[]): Sheet => ({
  kind: 'csv',
  rows: toSheetRows(table.map((row) => row.map((cell) => tidyCell(unguarded(cell))))),
});

/** How many rows are cut into more than one cell, all into as many. */
const evenRows = (table: readonly (readonly string[])[]): number => {
  const widths = new Map<number, number>();
  for (const { length } of table) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...widths.values());
};

/**
 * Letterheads and names have commas too, so the delimiter is the one under which a header row shows most columns; without a header
 * the one that cuts most rows alike.
 */
const delimiterOf = (text: string): string => {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const scored = [',', ';', '\t', '|'].map((delimiter) => {
    const table = parse(text, delimiter, 40);
    const header = findColumns(toSheet(table));
    return { delimiter, columns: Object.keys(header?.columns ?? {}).length, even: evenRows(table) };
  });
  const [best] = scored.sort((a, b) => b.columns - a.columns || b.even - a.even);
  return best?.delimiter ?? ',';
};

/** The cells as they stand in the file, and what stands between them. Throws RosterUnreadable. */
export const openCsv = (bytes: Uint8Array): { table: string[][]; delimiter: string } => {
  const text = decode(bytes);
  if (isOtherFormat(text)) throw new RosterUnreadable('NOT_TEXT');
  const delimiter = delimiterOf(text);
  const table = parse(text, delimiter);
  if (table.length > maxRows || table.some((row) => row.length > maxColumns)) throw new RosterUnreadable('TOO_LARGE');
  return { table, delimiter };
};

/** The text as a sheet. Row numbers count records, as a spreadsheet does when it opens the file. */
export const readCsv = (bytes: Uint8Array): Sheet => toSheet(openCsv(bytes).table);
