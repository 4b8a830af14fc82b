/**
 * An import of a roster: the file is read once into a plan that is kept, the organiser looks at it, and its parts are written one
 * by one, so that 22,000 rows show their progress, a lost connection goes on where it stopped, and the whole can be taken back.
 *
 *   file ──plan──▶ UNSURE (which column is what?) ──mapping remembered, file sent again──▶ PLANNED
 *                     PLANNED ──parts written──▶ APPLYING ──last part──▶ APPLIED ──parts taken back──▶ UNDOING ──▶ UNDONE
 *
 * The state is read off which parts are written and which are taken back; nothing is counted up.
 */
import * as z from 'zod';
import { Instant, RegionCode, UnitId } from '../platform/base-schema.ts';
import { HolderShown } from '../roster/holder-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { rosterFields } from './roster-columns.ts';
import { RosterIssue, rowNumber } from './roster-schema.ts';

const count = z.number().int().nonnegative();

export const ImportId = z
  .string()
  .regex(/^[a-zA-Z2-7]{8}$/)
  .transform((id) => id.toLowerCase())
  .meta({ id: 'ImportId' });

export const ImportState = z
  .enum(['UNSURE', 'PLANNED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE'])
  .meta({ id: 'ImportState' });
export type ImportState = z.infer<typeof ImportState>;

export const RosterField = z.enum(rosterFields).meta({ id: 'RosterField' });

const columnLetters = z.string().regex(/^[A-Z]{1,3}$/);

/** Columns by what they mean. `unit` or `office` has to be among them. */
export const ColumnMapping = z.partialRecord(RosterField, columnLetters).meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** One column of the file as the mapping screen shows it. */
export const FileColumn = z.object({
  column: columnLetters,
  /** Its title as typed; of two header rows both. */
  title: z.string(),
  field: RosterField.nullable(),
  /** A few of its values; runs of more than 8 digits are masked (rule 9). */
  samples: z.array(z.string()),
});

/** A district as people wrote it that is no district's exact name. */
export const DistrictGuess = z
  .object({
    typed: z.string(),
    code: RegionCode.nullable(),
    name: z.string().nullable(),
    rows: count,
    /** The organiser has said so before. */
    confirmed: z.boolean(),
  })
  .meta({ id: 'DistrictGuess' });

/**
 * What a row would do. MOVED: another district or village. REPLACED: another person in the office, or nobody any more, or
 * somebody at last. CHANGED: anything else that differs.
 */
export const ImportRowStatus = z
  .enum(['NEW', 'MOVED', 'REPLACED', 'CHANGED', 'SAME', 'ERROR'])
  .meta({ id: 'ImportRowStatus' });
export type ImportRowStatus = z.infer<typeof ImportRowStatus>;

/** A row as the organiser sees it before saving; the NIP masked (rule 9). */
export const ImportRow = z
  .object({
    row: rowNumber,
    status: ImportRowStatus,
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
    /** Who holds the office now, on a REPLACED row; where it lies now, on a MOVED one. */
    before: z.object({ holder: HolderShown.nullable(), districtName: z.string().optional() }).optional(),
    issues: z.array(RosterIssue),
    /** Names of what differs from the register: `name`, `holder.nip` and so on. */
    changes: z.array(z.string()),
    /** After applying or undoing: left as it was, because somebody had changed the unit since. */
    skipped: z.boolean().optional(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportCounts = z.object({
  rows: count,
  new: count,
  moved: count,
  replaced: count,
  changed: count,
  same: count,
  error: count,
  /** Rows that are kept and have at least one warning. */
  warning: count,
  vanished: count,
});

export const RosterImport = z
  .object({
    id: ImportId,
    /** The file's own name, as the organiser knows it. */
    file: z.string(),
    kind: z.enum(['csv', 'xlsx']),
    sheet: z.string().optional(),
    /** Sheets that were not read, hidden ones among them. */
    otherSheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    /** How many sheets there are beside those. */
    moreSheets: count.optional(),
    plannedAt: Instant,
    plannedBy: z.string(),
    state: ImportState,
    /** The row of the titles; null while nobody knows. */
    headerRow: rowNumber.nullable(),
    columns: z.array(FileColumn),
    /** Where the header is in doubt: the first rows as they are, for the organiser to point at it. */
    firstRows: z.array(z.object({ row: rowNumber, cells: z.array(z.string()) })).optional(),
    /** The columns are as the organiser once said for a file with these titles. */
    remembered: z.boolean(),
    districts: z.array(DistrictGuess),
    /** Rows that were taken for headings, totals or signatures; of many, the first ones. Plans of before have none. */
    leftOut: z.object({ count, rows: z.array(z.object({ row: rowNumber, text: z.string() })) }).optional(),
    counts: ImportCounts,
    /** How many parts there are to write, and which are written and taken back; each part holds up to 500 rows. */
    parts: count,
    written: z.array(count),
    takenBack: z.array(count),
  })
  .meta({ id: 'RosterImport' });
export type RosterImport = z.infer<typeof RosterImport>;

/** One part written, or taken back; repeating it changes nothing and answers the same. */
export const ImportPartResult = z
  .object({ part: count, done: count, skipped: count, state: ImportState })
  .meta({ id: 'ImportPartResult' });

/**
 * What the regency's organisers once said: of files with these titles, which column is what (`titles`: as they stand in the
 * header row, which is how the next file is recognised); and which district a spelling means. Saying something adds it to what is
 * known; about the same titles, and the same spelling, the newest word counts.
 */
export const ImportMemory = z
  .object({
    mappings: z
      .array(
        z.object({
          titles: z.array(z.string().max(120)).max(200),
          columns: ColumnMapping.refine((columns) => columns.unit !== undefined || columns.office !== undefined, {
            message: 'unit-or-office',
          }),
        }),
      )
      .max(20),
    districts: z.record(z.string().min(1).max(80), RegionCode),
  })
  .refine(({ districts }) => Object.keys(districts).length <= 300, { path: ['districts'], message: 'too-many' })
  .meta({ id: 'ImportMemory' });
export type ImportMemory = z.infer<typeof ImportMemory>;
