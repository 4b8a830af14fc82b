/** The random name that this phone gave itself: it says nothing about the phone or its owner. */
import { newKey } from '../shared/api.ts';
import { isStored, keep, kept } from './venue/kept.ts';

const name = 'hadir.ponsel';

/** For a visit at the entrance; where nothing can be stored, it lasts as long as the page. */
export const phone = (): string => {
  const known = kept(name);
  if (typeof known === 'string' && /^[\w-]{16,60}$/.test(known)) return known;
  const made = newKey();
  keep(name, made);
  return made;
};

/** Asks the browser not to clear the name away when it needs room: on another name, a tied link shows the neutral page. */
export const askToKeep = (): void => {
  void navigator.storage?.persist?.().catch(() => undefined);
};

/**
 * For a link to be tied to; none where nothing can be stored: tied to a name that is gone with the page, the link would show its
 * own holder the neutral page.
 */
export const lastingPhone = (): string | undefined => {
  const own = phone();
  return isStored(name) ? own : undefined;
};
