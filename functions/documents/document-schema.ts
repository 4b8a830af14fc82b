/** Which recipients a printed document is for. */
import * as z from 'zod';
import { UnitClassCode } from '../roster/unit-class.ts';

/** For whom: one class, the guests alone, or everybody; in parts (see parts.ts), in protocol order. Without a part: the first one. */
export const DocumentQuery = z.object({
  class: UnitClassCode.optional(),
  guests: z.enum(['only', 'without']).optional(),
  invitation: z.string().max(10).optional(),
  part: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .optional(),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;
