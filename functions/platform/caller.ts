/** Who calls, and whether they may. */
import * as z from 'zod';

export const Role = z.enum(['organizer', 'operator', 'regent', 'province', 'auditor']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** A signed-in member of staff, read from a verified access token. */
export interface Caller {
  subject: string;
  role: Role;
  /** The tenant: `16.04`, or `18` for a province. */
  region: string;
}

/** A paired device, read from its credential: it acts for one door of one session and nothing else. */
export interface DoorCaller {
  id: string;
  name: string;
  session: string;
}

/**
 * Who may call a route. `public`: anybody; `attendee`: whoever holds a valid invitation token (the signed link is the
 * capability); otherwise the named roles, and `door`: a paired device, for its own session.
 */
export type Access = 'public' | 'attendee' | readonly (Role | 'door')[];

/** Whether a caller's region covers a regency: its own, or, for a province's supervisor, every regency of the province. */
export const covers = (caller: Caller, regency: string): boolean =>
  caller.region === regency || (caller.role === 'province' && regency.startsWith(`${caller.region}.`));
