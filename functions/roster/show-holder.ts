/** The holder of an office as the API answers it. */
import { maskNip } from './nip.ts';
import type { Holder, HolderShown } from './unit-schema.ts';

/** A holder with the NIP masked and the phone left out (rule 9). */
export const showHolder = (holder: Holder | Omit<Holder, 'phone'> | null): HolderShown | null => {
  if (holder === null) return null;
  const { nip, phone: _, ...rest }: Holder = holder;
  return { ...rest, ...(nip !== undefined && { nipMasked: maskNip(nip) }) };
};
