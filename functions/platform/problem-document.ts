/** A problem as the API's documentation describes it: RFC 9457, with a `code` from the closed list. */
import * as z from 'zod';
import { FieldError } from './problem.ts';
import { type ProblemCode, problemCodes } from './problem-codes.ts';

export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    errors: z.array(FieldError).optional(),
    state: z.string().optional(),
    /** The unit that is in the way (UNIT_EXISTS). */
    unit: z.string().optional(),
    /** Scans that doors hold and have not sent, and which doors (DOORS_HOLD_SCANS). */
    unsent: z.number().int().optional(),
    doors: z.array(z.object({ id: z.string(), name: z.string(), unsent: z.number().int() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
