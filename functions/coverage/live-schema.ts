/** A session while it runs: its coverage, how fast people come in, when the door will be done, and what each door still holds. */
import * as z from 'zod';
import { Instant, InviteId } from '../platform/base-schema.ts';
import { SessionCoverage } from './coverage-schema.ts';

const count = z.number().int().nonnegative();

/** Check-ins at doors by the minute of their corrected time; back-entered ones and online are none. `perMinute[0]` is the minute of `from`. */
export const Arrivals = z
  .object({ from: Instant.nullable(), perMinute: z.array(count).max(720) })
  .meta({ id: 'Arrivals' });
export type Arrivals = z.infer<typeof Arrivals>;

export const LiveSession = z
  .object({
    coverage: SessionCoverage,
    arrivals: Arrivals,
    /** People a minute through the doors, units or not, over the last five minutes; 0 while the session is not open. */
    perMinute: z.number().nonnegative(),
    /**
     * When, at the pace of the last minutes, nine tenths of the frozen roster will be in. Null while nobody comes, before opening, after
     * closing, and once it is reached.
     */
    finish: z.object({ at: Instant }).nullable(),
    doors: z.array(
      z.object({
        id: InviteId,
        name: z.string(),
        /** Scans that the device held at its last contact. */
        unsent: count,
        contactAt: Instant.nullable(),
        /** Check-ins of this door in the five minutes before `coverage.asOf`. */
        lately: count,
      }),
    ),
  })
  .meta({ id: 'LiveSession' });
export type LiveSession = z.infer<typeof LiveSession>;

/** `seen`: the mark of the last answer. While nothing changes the server holds the request for a while, see live-rules.ts. */
export const LiveQuery = z.object({ seen: z.string().max(80).optional() });

export const LiveAnswer = z
  .object({
    mark: z.string().max(80),
    /** How long to wait before asking again, in milliseconds: 0 where the server itself waits. */
    askAgainMs: count,
    /** Null: nothing changed since `seen`. */
    live: LiveSession.nullable(),
  })
  .meta({ id: 'LiveAnswer' });
