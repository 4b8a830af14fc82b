import type { Delegate } from '../core/door.ts';

/** What is known of a delegate: a field left empty is not known; it is not an empty text. */
export const knownOf = ({ name, office, letter }: Delegate): Delegate | undefined => {
  const known = {
    ...(name?.trim() && { name: name.trim() }),
    ...(office?.trim() && { office: office.trim() }),
    ...(letter?.trim() && { letter: letter.trim() }),
  };
  return Object.keys(known).length ? known : undefined;
};
