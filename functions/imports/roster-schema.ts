/** What can be wrong with a row of a roster, as the API answers it. */
import * as z from 'zod';
import { type RosterIssueCode, rosterIssues } from './roster-issues.ts';

const RosterIssueCodes = z
  .enum(Object.keys(rosterIssues) as [RosterIssueCode, ...RosterIssueCode[]])
  .meta({ id: 'RosterIssueCode' });

export const rowNumber = z.number().int().positive();
const columnLetters = z.string().regex(/^[A-Z]{0,3}$/);

export const RosterIssue = z
  .object({
    code: RosterIssueCodes,
    /** The spreadsheet's letter; empty when the file has no column for it. */
    column: columnLetters,
    severity: z.enum(['error', 'warning']),
    /** The other row with the same unit, code or person. */
    otherRow: rowNumber.optional(),
  })
  .meta({ id: 'RosterIssue' });
export type RosterIssue = z.infer<typeof RosterIssue>;
