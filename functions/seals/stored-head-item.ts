/** A head as its item in the table holds it. */
import * as z from 'zod';
import { SignedHead } from './seal-schema.ts';

const Bytes = z.instanceof(Uint8Array);
export const StoredHeadItem = z.object({
  ...SignedHead.shape,
  attempt: z.string(),
  from: z.number().int().nonnegative(),
  consistency: z.array(z.string()),
  roots: Bytes.optional(),
  firsts: z.array(z.string()),
  last: z.string(),
  secret: Bytes.optional(),
});
