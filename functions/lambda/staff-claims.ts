/** Which role and region a member of staff signs in with: the same claims as the laptop's issuer puts into its tokens. */
import * as z from 'zod';
import { RegencyCode } from '../platform/base-schema.ts';
import { fitsRole, Role } from '../platform/caller.ts';

const Claims = z.object({ role: Role, region: RegencyCode }).refine(fitsRole);
export type StaffClaims = z.infer<typeof Claims>;

/**
 * The claims of a user in these groups; undefined unless exactly one group is a role and the region is a code that fits it. A user with two
 * roles gets none rather than the greater: the API refuses a token without a role, and an administrator must choose.
 */
export const staffClaims = (groups: readonly string[], region: string | undefined): StaffClaims | undefined => {
  const [role, ...others] = groups.filter((group) => Role.safeParse(group).success);
  return others.length > 0 ? undefined : Claims.safeParse({ role, region }).data;
};
