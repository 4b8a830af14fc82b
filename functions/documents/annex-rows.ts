/** The annex as rows: a heading where a class or a group of guests begins, and everybody under their number. */
import { officeAsHeld, personAsWritten } from '../invitations/addressee.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Material } from './material.ts';
import { classWord, guestGroupOf, guestGroups, unitWithDistrict } from './paper-words.ts';

export type AnnexRow = { heading: string } | { cells: string[] };

const headingOf = (invitation: Invitation, { regency }: Pick<Material, 'regency'>): string => {
  if (invitation.kind === 'guest') return `Tamu: ${guestGroups[guestGroupOf(invitation)]}`;
  return invitation.class === undefined ? 'Lainnya' : classWord(invitation.class, regency.labels);
};

type Source = Pick<Material, 'regency' | 'session' | 'recipients'>;

/** Number, name, office, institution, and the wave where the session has waves. A dash stands for a name that nobody knows. */
export const annexRows = (source: Source): AnnexRow[] => {
  const { regency, session, recipients } = source;
  let heading = '';
  return recipients.invitations.flatMap((invitation, index): AnnexRow[] => {
    const { holder, office, wave } = invitation;
    const row = {
      cells: [
        String(recipients.from + index),
        holder ? personAsWritten(holder) : '–',
        officeAsHeld(office, holder?.acting),
        unitWithDistrict(invitation, regency.labels),
        ...(session.waves.length ? [session.waves.find(({ id }) => id === wave)?.label ?? '–'] : []),
      ],
    };
    const section = headingOf(invitation, source);
    if (section === heading) return [row];
    heading = section;
    return [{ heading }, row];
  });
};
