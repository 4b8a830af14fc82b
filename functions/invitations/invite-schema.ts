/** Whom to invite, and how they are spread over waves. */
import * as z from 'zod';
import { InviteId, line, RegionCode } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { GuestGroup } from './answer-schema.ts';

const count = z.number().int().nonnegative();

export const GuestInput = z
  .object({
    name: line(100).optional(),
    office: line(120),
    institution: line(120).optional(),
    group: GuestGroup.optional(),
  })
  .meta({ id: 'GuestInput' });
export type GuestInput = z.infer<typeof GuestInput>;

/**
 * Whom to invite: units by class, by district (both given: those classes in those districts), single ones, and guests. Naturally
 * idempotent for units. Kept as a rule of the session, so that the next session can invite the same way.
 */
export const InviteRequest = z
  .object({
    classes: z.array(UnitClassCode).optional(),
    districts: z.array(RegionCode).max(60).optional(),
    units: z.array(InviteId).max(2000).optional(),
    guests: z.array(GuestInput).max(200).optional(),
    wave: z.string().max(8).optional(),
  })
  .refine(
    ({ classes, districts, units, guests }) => classes?.length || districts?.length || units?.length || guests?.length,
    { message: 'nobody' },
  )
  .meta({ id: 'InviteRequest' });
export type InviteRequest = z.infer<typeof InviteRequest>;

export const InviteResult = z
  .object({
    invited: count,
    alreadyInvited: count,
    /** Invited before and revoked since, which inviting again does not undo: a new code has to be issued. */
    revoked: count,
    /** The invitations of the guests, in the order of the request. */
    guests: z.array(InviteId),
  })
  .meta({ id: 'InviteResult' });

/** How invitations without a wave are spread: a whole district, or a whole class, stays together where it fits. */
export const ArrangementRequest = z.object({ by: z.enum(['DISTRICT', 'CLASS']) }).meta({ id: 'ArrangementRequest' });
export const ArrangementResult = z
  .object({
    waves: z.array(z.object({ wave: z.string(), invited: count, capacity: z.number().int().optional() })),
    assigned: count,
    /** For whom no wave has room. */
    unplaced: count,
  })
  .meta({ id: 'ArrangementResult' });

export const RefreshResult = z
  .object({
    /** Invitations that now say what the register says: holder, office and, until the session opens, class. */
    updated: count,
    /** Left as they are: somebody came or signed, so the title of that day stands. */
    settled: count,
  })
  .meta({ id: 'RefreshResult' });
