/** Which recipients a printed document is for. */
import * as z from 'zod';
import { UnitClassCode } from '../roster/unit-class.ts';

const Part = z
  .string()
  .regex(/^[1-9]\d?$/)
  .transform(Number)
  .optional();

/** For whom: one class, the guests alone, or everybody; in parts (see parts.ts), in protocol order. Without a part: the first one. */
export const DocumentQuery = z.object({
  class: UnitClassCode.optional(),
  guests: z.enum(['only', 'without']).optional(),
  invitation: z.string().max(10).optional(),
  part: Part,
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

/** Which part of a long list. Without one: the first. */
export const PartQuery = z.object({ part: Part });

/**
 * The attendance sheet. Blank: everybody who is asked, with room to sign, before the day. Otherwise: who came, with time and way;
 * `who=all` with those who did not.
 */
export const AttendanceQuery = z.object({
  blank: z.enum(['true']).optional(),
  who: z.enum(['present', 'all']).optional(),
  class: UnitClassCode.optional(),
  guests: z.enum(['only', 'without']).optional(),
  part: Part,
});
export type AttendanceQuery = z.infer<typeof AttendanceQuery>;
