/** Pages of an import's rows, opening only the parts that can hold what is asked for. */
import { decodeCursor, encodeCursor } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import type { ImportHead, PartIndex } from './import-record.ts';
import { fitsRow, mayFit, type RowFilter } from './import-rules.ts';
import type { ImportRow } from './import-schema.ts';
import { showRow } from './import-show.ts';
import type { ImportStore } from './import-store.ts';

export interface RowsAsked extends RowFilter {
  limit: number;
  cursor?: string | undefined;
}

interface PlanOf {
  regency: string;
  head: ImportHead;
  index: readonly PartIndex[];
}

/** The row after which the page begins. */
const rowBefore = (cursor: string | undefined): number => {
  const after = decodeCursor(cursor);
  if (after === undefined) return 0;
  const row = /^ROW#(\d{1,7})$/.exec(after)?.[1];
  if (row === undefined) throw new Problem('CURSOR_INVALID');
  return Number(row);
};

/** Whether a part has a row below `after`: unless the next part begins at or above it. */
const reaches = (index: readonly PartIndex[], part: number, after: number): boolean =>
  (index[part + 1]?.first ?? Number.POSITIVE_INFINITY) > after + 1;

/** The rows of a part that were left as they were, when it was written and when it was taken back. */
const skippedIn = async (imports: ImportStore, { regency, head }: PlanOf, part: number): Promise<Set<number>> => {
  if (!head.begun?.has(part)) return new Set();
  const outcomes = await Promise.all(
    (['WRITE', 'BACK'] as const).map((work) => imports.outcome(regency, head, work, part)),
  );
  return new Set(outcomes.flatMap((outcome) => outcome?.skipped ?? []));
};

const shownRows = async (
  imports: ImportStore,
  plan: PlanOf,
  part: number,
  after: number,
  filter: RowFilter,
): Promise<ImportRow[]> => {
  const rows = await imports.rows(plan.regency, plan.head, part);
  // The engine removes an expired plan item by item.
  if (!rows) throw new Problem('IMPORT_UNKNOWN');
  const skipped = await skippedIn(imports, plan, part);
  return rows
    .filter((row) => row.row > after && fitsRow(filter, row, skipped))
    .map((row) => showRow(row, skipped.has(row.row)));
};

/** The next rows that fit, in the file's order; `next` is null only at the end. */
export const pageOfRows = async (
  imports: ImportStore,
  plan: PlanOf,
  { limit, cursor, ...filter }: RowsAsked,
): Promise<{ items: ImportRow[]; next: string | null }> => {
  const after = rowBefore(cursor);
  const parts = plan.index.flatMap((each, part) =>
    mayFit(filter, each, plan.head.begun?.has(part) ?? false) && reaches(plan.index, part, after) ? [part] : [],
  );
  const items: ImportRow[] = [];
  for (const part of parts) {
    if (items.length > limit) break;
    items.push(...(await shownRows(imports, plan, part, after, filter)));
  }
  const page = items.slice(0, limit);
  return { items: page, next: items.length > limit ? encodeCursor(`ROW#${page.at(-1)?.row}`) : null };
};
