/** An import as the table keeps it: a small head that is updated, and beside it a plan that never changes. */
import * as z from 'zod';
import { Instant, UnitId } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Unit } from '../roster/unit-schema.ts';
import { DistrictGuess, FileColumn, type ImportCounts, ImportRowStatus, RosterImport } from './import-schema.ts';
import { RosterIssue, rowNumber } from './roster-schema.ts';

const part = z.number().int().nonnegative();
/** A set of numbers; the engine keeps no empty ones, so none is left out. */
const parts = z.set(part).optional();

export const ImportHead = RosterImport.pick({
  id: true,
  file: true,
  kind: true,
  sheet: true,
  otherSheets: true,
  moreSheets: true,
  headerRow: true,
  remembered: true,
  counts: true,
  parts: true,
})
  .extend({
    plannedAt: Instant,
    plannedBy: z.string(),
    /** SHA-256 over the file and the asked sheet: another file under the same idempotency key is another intent. */
    digest: z.string(),
    /** Which of the plans that were made at the same time counts; its items bear this name. */
    plan: z.string(),
    sure: z.boolean(),
    /** When the engine may remove the import with its plan, in seconds since 1970. */
    ttl: z.number().int(),
    /** Parts whose writing has begun: those may have changed units, written to the end or not. */
    begun: parts,
    written: parts,
    takenBack: parts,
    /** Set when the first part is taken back; nothing is written after it. */
    undoing: z.boolean().optional(),
  })
  .meta({ id: 'StoredImport' });
export type ImportHead = z.infer<typeof ImportHead>;

/** One row of a plan: the unit afterwards, and as it was before where the row changes it. */
export const PlanRow = z.object({
  row: rowNumber,
  status: ImportRowStatus,
  unit: Unit.optional(),
  before: Unit.optional(),
  issues: z.array(RosterIssue),
  changes: z.array(z.string()),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** What a part holds, so that a list of errors does not open parts without any. */
export const PartIndex = z.object({
  first: rowNumber,
  statuses: z.partialRecord(ImportRowStatus, z.number().int()),
  issues: z.number().int(),
  warnings: z.number().int(),
});
export type PartIndex = z.infer<typeof PartIndex>;

export const PlanDetails = z.object({
  columns: z.array(FileColumn),
  firstRows: RosterImport.shape.firstRows,
  districts: z.array(DistrictGuess),
  leftOut: RosterImport.shape.leftOut,
  index: z.array(PartIndex),
});
export type PlanDetails = z.infer<typeof PlanDetails>;

export const VanishedUnit = z.object({ id: UnitId, class: UnitClassCode, name: z.string() });
export type VanishedUnit = z.infer<typeof VanishedUnit>;

/** What writing or taking back a part came to: how many units, and the rows of those that somebody had changed since. */
export const PartOutcome = z.object({ done: z.number().int(), skipped: z.array(rowNumber) });
export type PartOutcome = z.infer<typeof PartOutcome>;

export const emptyCounts: z.infer<typeof ImportCounts> = {
  rows: 0,
  new: 0,
  moved: 0,
  replaced: 0,
  changed: 0,
  same: 0,
  error: 0,
  warning: 0,
  vanished: 0,
};
