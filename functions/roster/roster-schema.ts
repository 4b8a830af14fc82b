/** What the API answers about a roster file before and after it is imported. */
import * as z from 'zod';
import { RegionCode, UnitId } from '../platform/base-schema.ts';
import { type RosterIssueCode, rosterIssues } from './roster-issues.ts';
import { UnitClassCode } from './unit-class.ts';
import { HolderShown } from './unit-schema.ts';

const RosterIssueCodes = z
  .enum(Object.keys(rosterIssues) as [RosterIssueCode, ...RosterIssueCode[]])
  .meta({ id: 'RosterIssueCode' });

const rowNumber = z.number().int().positive();
const count = z.number().int().nonnegative();
const columnLetters = z.string().regex(/^[A-Z]{0,3}$/);
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

export const RosterIssue = z
  .object({
    code: RosterIssueCodes,
    /** The spreadsheet's letter; empty when the file has no column for it. */
    column: columnLetters,
    severity: z.enum(['error', 'warning']),
    /** With DUPLICATE_UNIT: the row that has the unit first. */
    otherRow: rowNumber.optional(),
  })
  .meta({ id: 'RosterIssue' });
export type RosterIssue = z.infer<typeof RosterIssue>;

export const RowStatus = z.enum(['NEW', 'CHANGED', 'SAME', 'ERROR']).meta({ id: 'RosterRowStatus' });
export type RowStatus = z.infer<typeof RowStatus>;

/** A row as the organiser sees it before saving; the NIP masked (rule 9). */
export const PreviewRow = z
  .object({
    row: rowNumber,
    status: RowStatus,
    /** Absent for a row with an error. */
    id: UnitId.optional(),
    unit: z
      .object({
        class: UnitClassCode,
        name: z.string(),
        office: z.string(),
        district: RegionCode.optional(),
        districtName: z.string().optional(),
        code: z.string().optional(),
        holder: HolderShown.nullable(),
      })
      .nullable(),
    issues: z.array(RosterIssue),
    /** Names of what differs from the register: `name`, `holder.nip` and so on. */
    changes: z.array(z.string()),
  })
  .meta({ id: 'RosterPreviewRow' });
export type PreviewRow = z.infer<typeof PreviewRow>;

export const RosterPreview = z
  .object({
    /** SHA-256 of the file's bytes, in hex: saving names the file that was previewed. */
    digest: Digest,
    kind: z.enum(['csv', 'xlsx']),
    sheet: z.string().optional(),
    headerRow: rowNumber,
    columns: z.record(z.string(), columnLetters),
    counts: z.object({
      rows: count,
      new: count,
      changed: count,
      same: count,
      error: count,
      /** Rows that are kept and have at least one warning. */
      warning: count,
      vanished: count,
    }),
    rows: z.array(PreviewRow),
    /** Units of the register that the file does not name. They stay: an import removes nothing. */
    vanished: z.array(z.object({ id: UnitId, name: z.string() })),
  })
  .meta({ id: 'RosterPreview' });
export type RosterPreview = z.infer<typeof RosterPreview>;

export const RosterCommitResult = z
  .object({ written: count, same: count, errors: count, digest: Digest })
  .meta({ id: 'RosterCommitResult' });
export type RosterCommitResult = z.infer<typeof RosterCommitResult>;
