/** From a file to rows: the sheet, its header, and what every row says. Writes nothing. */
import { Problem } from '../platform/problem.ts';
import { regions } from '../regions/regions.ts';
import { type ChosenHeader, chooseHeader, isSure, masked } from './import-columns.ts';
import type { ImportMemory, RosterImport } from './import-schema.ts';
import { type RosterRow, readRoster } from './parse-roster.ts';
import { chooseSheet, RosterUnreadable, readSheets, type Sheet } from './read-sheet.ts';
import type { LeftOut } from './roster-rows.ts';

type DistrictGuess = RosterImport['districts'][number];

export interface OpenedFile {
  sheet: Sheet;
  otherSheets: { name: string; hidden: boolean }[];
  chosen: ChosenHeader;
  rows: RosterRow[];
  /** What below the titles was not taken for a row. */
  leftOut: LeftOut[];
  sure: boolean;
}

export interface FileToOpen {
  bytes: Uint8Array;
  /** The sheet that the organiser asked for. */
  sheet?: string | undefined;
  regency: string;
  memory: ImportMemory;
}

const unreadable = (error: unknown): never => {
  throw error instanceof RosterUnreadable ? new Problem('ROSTER_UNREADABLE', { state: error.reason }) : error;
};

const open = async (bytes: Uint8Array, name: string | undefined, memory: ImportMemory) => {
  const sheets = await readSheets(bytes);
  const sheet = chooseSheet(sheets, { name, hasHeader: (each) => chooseHeader(each, memory).header !== undefined });
  return { sheets, sheet };
};

/** The file with its rows as the register would take them. Throws ROSTER_UNREADABLE. */
export const openRoster = async ({ bytes, sheet: name, regency, memory }: FileToOpen): Promise<OpenedFile> => {
  const { sheets, sheet } = await open(bytes, name, memory).catch(unreadable);
  const chosen = chooseHeader(sheet, memory);
  const context = { regency, districts: regions.districtsOf(regency), spellings: memory.districts };
  const { rows, leftOut } = chosen.header
    ? readRoster(sheet, { ...context, header: chosen.header })
    : { rows: [], leftOut: [] };
  const otherSheets = sheets
    .filter((each) => each !== sheet)
    .map(({ sheetName = '', hidden = false }) => ({ name: sheetName, hidden }));
  return { sheet, otherSheets, chosen, rows, leftOut, sure: isSure(sheet, chosen, rows) };
};

const shownLeftOut = 50;
const leftOutLength = 80;

/** What was not read, to be looked at: the first rows of it, with what they say cut and long numbers masked (rule 9). */
export const leftOutIn = (leftOut: readonly LeftOut[]): NonNullable<RosterImport['leftOut']> => ({
  count: leftOut.length,
  rows: leftOut
    .slice(0, shownLeftOut)
    .map(({ row, text }) => ({ row, text: masked(text.slice(0, 4 * leftOutLength)).slice(0, leftOutLength) })),
});

/** As many spellings as the memory keeps. */
const maxGuesses = 300;

/** Districts as people wrote them that are no district's exact name, the most frequent first. */
export const guessesIn = (rows: readonly RosterRow[]): DistrictGuess[] => {
  const guesses = new Map<string, DistrictGuess>();
  for (const { typedDistrict: said } of rows) {
    if (!said) continue;
    const typed = said.typed.slice(0, 80);
    const name = said.code === undefined ? undefined : regions.nameOf(said.code);
    const fresh = { typed, code: said.code ?? null, name: name ?? null, rows: 0, confirmed: said.confirmed };
    const guess = guesses.get(typed) ?? fresh;
    guesses.set(typed, { ...guess, rows: guess.rows + 1 });
  }
  return [...guesses.values()].sort((a, b) => b.rows - a.rows).slice(0, maxGuesses);
};
