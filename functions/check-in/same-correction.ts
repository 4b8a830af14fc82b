import type { CheckIn } from '../invitations/invitation-schema.ts';

/** A condition: the check-in at `path` bears the correction that was read with it. */
export const sameCorrection = (path: string, corrected: CheckIn['corrected']) => {
  if (!corrected) return { condition: `attribute_not_exists(${path}.corrected)`, values: {}, names: {} };
  const { at, nonce } = corrected;
  return {
    // Two corrections may arrive in one millisecond.
    condition: `${path}.corrected.#at = :corrected${nonce === undefined ? '' : ` AND ${path}.corrected.nonce = :correction`}`,
    values: { ':corrected': at, ...(nonce !== undefined && { ':correction': nonce }) },
    names: { names: { '#at': 'at' } },
  };
};
