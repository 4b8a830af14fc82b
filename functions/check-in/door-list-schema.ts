/** What a door knows of an invitation when it has no signal: enough to decide and to name who stands there, nothing else. */
import * as z from 'zod';
import { Attendance, CheckInMode } from '../invitations/invitation-schema.ts';
import { ActingStatus, Instant, InviteId } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';

export const DoorListEntry = z
  .object({
    id: InviteId,
    /**
     * The first 12 bytes of SHA-256 over each token that the current codes may hold (upper case, 39 characters), in base64url:
     * a door tests a code without holding the key that makes codes.
     */
    hashes: z.array(z.string().regex(/^[\w-]{16}$/)),
    /** Of the current code; an older one is a code that was replaced. */
    version: z.number().int(),
    /** The highest version ever given, where that is not the current one's: a delegate's code that was taken back. */
    lastVersion: z.number().int().optional(),
    kind: z.enum(['unit', 'guest']),
    name: z.string().nullable(),
    titlesBefore: z.string().optional(),
    titlesAfter: z.string().optional(),
    acting: ActingStatus,
    office: z.string(),
    unit: z.string(),
    class: UnitClassCode.optional(),
    districtName: z.string().optional(),
    seat: z.string().optional(),
    /** Of several waves, the label of the one it is asked to. */
    wave: z.string().optional(),
    /** Other entries of the same person: one scan can check all of them in, once confirmed. */
    alsoHolds: z.array(InviteId).optional(),
    /**
     * A delegate is named: `hashes` are of the delegate's code, who is then expected; the holder's own code has these hashes and
     * opens no door.
     */
    delegated: z
      .object({
        name: z.string().optional(),
        office: z.string().optional(),
        acting: ActingStatus.optional(),
        letter: z.string().optional(),
        holderHashes: z.array(z.string().regex(/^[\w-]{16}$/)),
      })
      .optional(),
    /** Entered at a door, invited by nobody. */
    walkIn: z.boolean().optional(),
    revoked: z.boolean(),
    present: z
      .object({
        at: Instant,
        door: z.string(),
        mode: CheckInMode,
        who: Attendance,
        delegateName: z.string().optional(),
      })
      .nullable(),
  })
  .meta({ id: 'DoorListEntry' });
export type DoorListEntry = z.infer<typeof DoorListEntry>;
