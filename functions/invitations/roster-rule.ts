/**
 * Whom a session invited, as it was asked for: by class, by district, one by one, guests. The next session of a series asks the
 * register of its own day for the same. One item a request, under its hash, so that repeating a request adds none.
 */
import * as z from 'zod';
import { InviteId, RegionCode } from '../platform/base-schema.ts';
import { digest, toBase32 } from '../platform/ids.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { GuestInput, type InviteRequest } from './invite-schema.ts';

export const RosterRule = z.object({
  hash: z.string(),
  classes: z.array(UnitClassCode),
  districts: z.array(RegionCode),
  units: z.array(InviteId),
  guests: z.array(GuestInput),
  at: z.string(),
  /** Of a make-up session: what it was asked for, and how many of the units owed what at that moment. */
  makeUp: z.object({ request: z.string(), missing: z.number(), notPledged: z.number() }).optional(),
});
export type RosterRule = z.infer<typeof RosterRule>;

const sorted = <T extends string>(values: readonly T[] = []): T[] => [...new Set(values)].sort();

/**
 * The rule of a request. A wave belongs to its day and is left out. Guests are told apart by the call that invited them, as their
 * invitations are: the same guests under another key are other guests.
 */
export const ruleOf = (request: InviteRequest, key: string, at: string): RosterRule => {
  const { guests = [] } = request;
  const whom = {
    classes: sorted(request.classes),
    districts: sorted(request.districts),
    units: sorted(request.units),
    guests,
  };
  const hash = toBase32(digest(10, JSON.stringify(whom), guests.length > 0 ? key : ''));
  return { hash, ...whom, at };
};
