/** Who calls, and whether they may. */
import * as z from 'zod';

export const Role = z.enum(['organizer', 'operator', 'regent', 'province', 'nation', 'auditor']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** The tenant of whoever looks at the whole country; no region has this code. */
export const nation = '00';

/** Whether an account of a role can be of a region: the whole country is for the national level, and it for nothing else. */
export const fitsRole = ({ role, region }: Pick<Caller, 'role' | 'region'>): boolean =>
  (role === 'nation') === (region === nation);

/** A signed-in member of staff, read from a verified access token. */
export interface Caller {
  subject: string;
  role: Role;
  /** The tenant: `16.04`, or `18` for a province; `00`, which no region has, for the whole country. */
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

/** Whether a caller may see the totals of a province: its own, or, at the national level, any. */
export const seesProvince = (caller: Caller, province: string): boolean =>
  caller.role === 'nation' || (caller.role === 'province' && caller.region === province);
