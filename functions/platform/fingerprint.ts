/** What tells a request that is repeated under its idempotency key from another one under the same key. */
import { createHash } from 'node:crypto';

/** Of an input as its schema has parsed it: the order of its fields is the schema's. */
export const fingerprintOf = (input: object): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('base64url');
