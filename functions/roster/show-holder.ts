/** The holder of an office as the API answers it. */

import type { Holder, HolderShown } from './holder-schema.ts';
import { maskNip, nipKind } from './nip.ts';

type Known = Omit<Holder, 'phone' | 'email'> & Pick<Holder, 'phone' | 'email'>;

/** A holder with the NIP masked; of phone and e-mail only that the register knows them (rule 9). */
export const showHolder = (holder: Known | null): HolderShown | null => {
  if (holder === null) return null;
  const { nip, phone, email, ...rest } = holder;
  const kind = nip === undefined ? undefined : nipKind(nip);
  return {
    ...rest,
    ...(nip !== undefined && { nipMasked: maskNip(nip) }),
    ...(kind && { nipKind: kind }),
    ...(phone !== undefined && { hasPhone: true }),
    ...(email !== undefined && { hasEmail: true }),
  };
};
