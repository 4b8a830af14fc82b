import type { ItemOf } from '../../shared/api.ts';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';

export type InvitationShown = ItemOf<'GET /api/sessions/:session/invitations'>;

/** The office as it is held now: `Plt. Camat Lahat`. */
export const officeOf = (invitation: InvitationShown): string =>
  officeHeld(invitation.office, invitation.holder?.acting);

/** Whom a letter would address: the person if known, and the office. */
export const addressee = (invitation: InvitationShown): string =>
  invitation.holder ? `${nameWithTitles(invitation.holder)}, ${officeOf(invitation)}` : officeOf(invitation);

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Session id (6 bytes), invitation id (5) and key id (1) stand before it; see functions/invitations/invitation-token.ts. */
const versionByte = 12;

/** The version of the code in a link: re-issuing names the one that is replaced, so that doing it twice replaces it once. */
export const codeVersionOf = (link: string): number => {
  const token = link.slice(link.lastIndexOf('/') + 1).toUpperCase();
  const bits = [...token].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Number.parseInt(bits.slice(versionByte * 8, versionByte * 8 + 8), 2);
};
