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
