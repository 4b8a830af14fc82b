import type { ItemOf } from '../../shared/api.ts';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';

export type InvitationShown = ItemOf<'GET /api/sessions/:session/invitations'>;

/** The office as it is held now: `Plt. Camat Lahat`. */
export const officeOf = (invitation: InvitationShown): string =>
  officeHeld(invitation.office, invitation.holder?.acting);

/** Whom a letter would address: the person if known, and the office. */
export const addressee = (invitation: InvitationShown): string =>
  invitation.holder ? `${nameWithTitles(invitation.holder)}, ${officeOf(invitation)}` : officeOf(invitation);
