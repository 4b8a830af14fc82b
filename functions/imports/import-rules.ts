/** What follows from a plan and from which of its parts are written: states, counts, parts. Pure. */
import { emptyCounts, type ImportHead, type PartIndex, type PlanRow } from './import-record.ts';
import type { ImportRowStatus, ImportState, RosterImport } from './import-schema.ts';

type Progress = Pick<ImportHead, 'sure' | 'parts' | 'begun' | 'written' | 'takenBack' | 'undoing'>;

const size = (parts: ReadonlySet<number> | undefined): number => parts?.size ?? 0;

/** How far an import is, read off which of its parts are begun, written and taken back. */
export const importState = ({ sure, parts, begun, written, takenBack, undoing }: Progress): ImportState => {
  if (!sure) return 'UNSURE';
  if (undoing) return [...(begun ?? [])].every((part) => takenBack?.has(part)) ? 'UNDONE' : 'UNDOING';
  if (parts > 0 && size(written) === parts) return 'APPLIED';
  return size(begun) > 0 ? 'APPLYING' : 'PLANNED';
};

/** As many sheets as anybody looks through, and as a name of one may be asked for. */
const shownSheets = 50;
const askableName = 60;

/** The sheets beside the one that was read: of very many, the first ones and how many there are more. */
export const otherSheetsOf = (sheets: RosterImport['otherSheets']) => {
  const otherSheets = sheets.filter(({ name }) => name.length <= askableName).slice(0, shownSheets);
  const more = sheets.length - otherSheets.length;
  return { otherSheets, ...(more > 0 && { moreSheets: more }) };
};

const ordered = (parts: ReadonlySet<number> | undefined): number[] => [...(parts ?? [])].sort((a, b) => a - b);

/**
 * The parts that are written, and those taken back. While an import is being undone, a part that was begun counts as written: it
 * may have changed units, so it has to be taken back.
 */
export const partsOf = ({ begun, written, takenBack, undoing }: Progress) => ({
  written: ordered(undoing ? begun : written),
  takenBack: ordered(takenBack),
});

/** Whether the row changes the register. */
export const isWrite = ({ status }: Pick<PlanRow, 'status'>): boolean => status !== 'SAME' && status !== 'ERROR';

/** A row that is kept and has something to look at. */
const isWarned = ({ status, issues }: PlanRow): boolean => status !== 'ERROR' && issues.length > 0;

const fields: Record<ImportRowStatus, keyof RosterImport['counts']> = {
  NEW: 'new',
  MOVED: 'moved',
  REPLACED: 'replaced',
  CHANGED: 'changed',
  SAME: 'same',
  ERROR: 'error',
};

export const countRows = (rows: readonly PlanRow[], vanished: number): RosterImport['counts'] => {
  const counts = { ...emptyCounts, rows: rows.length, vanished };
  for (const row of rows) {
    counts[fields[row.status]] += 1;
    if (isWarned(row)) counts.warning += 1;
  }
  return counts;
};

export const indexOf = (rows: readonly PlanRow[]): PartIndex => {
  const statuses: PartIndex['statuses'] = {};
  for (const { status } of rows) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    first: rows[0]?.row ?? 1,
    statuses,
    issues: rows.filter(({ issues }) => issues.length > 0).length,
    warnings: rows.filter(isWarned).length,
  };
};

export interface RowFilter {
  status?: ImportRowStatus | undefined;
  /** Rows with something to look at: any, those that are kept, those left as they were because somebody had changed the unit. */
  issues?: 'any' | 'warnings' | 'skipped' | undefined;
}

const hasIssues = (asked: RowFilter['issues'], row: PlanRow, skipped: ReadonlySet<number>): boolean => {
  if (asked === undefined) return true;
  if (asked === 'skipped') return skipped.has(row.row);
  return asked === 'any' ? row.issues.length > 0 : isWarned(row);
};

/** `skipped`: the rows of the part that were left as they were. */
export const fitsRow = ({ status, issues }: RowFilter, row: PlanRow, skipped: ReadonlySet<number>): boolean =>
  (status === undefined || row.status === status) && hasIssues(issues, row, skipped);

/** Whether a part can have such a row. */
export const mayFit = ({ status, issues }: RowFilter, index: PartIndex, begun: boolean): boolean => {
  if (status !== undefined && !index.statuses[status]) return false;
  if (issues === undefined) return true;
  if (issues === 'skipped') return begun;
  return (issues === 'any' ? index.issues : index.warnings) > 0;
};
