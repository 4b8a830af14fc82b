/** What is kept of the random name that an attendee's phone gave itself. */
import { createHash } from 'node:crypto';

/** 96 bits of a name that is random itself: enough to know the phone again, and nobody finds it by trying. */
const keptBytes = 12;

export const phoneHash = (name: string): string =>
  createHash('sha256').update(name).digest().subarray(0, keptBytes).toString('base64url');
