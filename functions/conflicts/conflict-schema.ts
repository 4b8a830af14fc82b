/** Where doors that could not hear each other disagree: both stories, a proposal, the organiser's decision. */
import * as z from 'zod';
import { CheckIn } from '../invitations/invitation-schema.ts';
import { Instant, InviteId, SessionId } from '../platform/base-schema.ts';

/**
 * ADMITTED_TWICE: two doors let the same code in. HOLDER_AND_DELEGATE: two doors let it in, once for the head and once for a
 * delegate. REVOKED_ADMITTED: a door let a revoked or replaced code in, or the head's own while a delegate is named who is not in.
 */
export const ConflictKind = z
  .enum(['ADMITTED_TWICE', 'HOLDER_AND_DELEGATE', 'REVOKED_ADMITTED'])
  .meta({ id: 'ConflictKind' });
export type ConflictKind = z.infer<typeof ConflictKind>;

/** KEEP: the record stays as it is (for REVOKED_ADMITTED: nobody is recorded). TAKE_OTHER: the other scan becomes the record. */
export const Decision = z.enum(['KEEP', 'TAKE_OTHER']).meta({ id: 'ConflictDecision' });
export type Decision = z.infer<typeof Decision>;

/** The invitation and the nonce of the scan that came second. */
export const ConflictId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,60}$/)
  .meta({ id: 'ConflictId' });

export const Conflict = z.object({
  id: z.string(),
  session: SessionId,
  invitation: InviteId,
  kind: ConflictKind,
  /** The check-in on record when the other scan came; absent when there was none. */
  recorded: CheckIn.optional(),
  /** The scan that let somebody in and is not on record. */
  other: CheckIn,
  /** Of the code that was scanned; of the code of that time where a name was picked. Absent on items of an older version. */
  version: z.number().int().optional(),
  foundAt: Instant,
  decision: Decision.optional(),
  decidedAt: Instant.optional(),
  decidedBy: z.string().optional(),
  /** Why the door itself took the other scan back. */
  reason: z.string().optional(),
});
export type Conflict = z.infer<typeof Conflict>;

const Story = CheckIn.omit({ phone: true });
export const ConflictShown = z
  .object({
    id: z.string(),
    invitation: z.object({
      id: InviteId,
      name: z.string(),
      office: z.string(),
      holderName: z.string().nullable(),
      revokedAt: Instant.optional(),
    }),
    kind: ConflictKind,
    /** While it is open: the check-in on record now. Once decided: the one that it was found with. */
    recorded: Story.optional(),
    other: Story,
    foundAt: Instant,
    /** What the rules would do, and why. */
    proposal: z.object({
      decision: Decision,
      because: z.enum([
        'EARLIER',
        'HOLDER_CAME',
        'SCANNED_BEFORE_REVOCATION',
        'SCANNED_AFTER_REVOCATION',
        'RECORD_UNDONE',
        'OLDER_CODE',
        'OTHER_UNDONE',
      ]),
    }),
    decision: Decision.optional(),
    decidedAt: Instant.optional(),
    /** Why the door itself took the other scan back, where that settled it. */
    reason: z.string().optional(),
  })
  .meta({ id: 'Conflict' });
export type ConflictShown = z.infer<typeof ConflictShown>;

/**
 * Signs of "titip absen", told to the organiser and never a reason to refuse. SAME_PHONE: one phone checked several invitations in
 * by the venue's code. TWO_PLACES: one code at two doors sooner than anybody walks. BURST: one door checked many in by name,
 * faster than people pass.
 */
export const Flag = z
  .object({
    /** Stable over recomputing. */
    id: z.string(),
    kind: z.enum(['SAME_PHONE', 'TWO_PLACES', 'BURST']),
    from: Instant,
    until: Instant,
    doors: z.array(z.string()),
    invitations: z.array(z.object({ id: InviteId, name: z.string(), office: z.string() })),
  })
  .meta({ id: 'AttendanceFlag' });
export type Flag = z.infer<typeof Flag>;
