/** The text of a message, in Indonesian: the regency's own wording, or the usual one. Times are the session's, labelled (rule 8). */
import { daysOf, hoursOf, timesOf } from '../documents/paper-words.ts';
import { type Addressed, addressee } from '../invitations/addressee.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { MessagePurpose } from './message-schema.ts';
import { type Blanks, fillIn, placeOf, usualWording, withLink } from './message-wording.ts';

export interface Occasion {
  session: Session;
  purpose: MessagePurpose;
  /** The regency's own wording. */
  wording?: string | undefined;
}

/**
 * Writes the messages of a session. What is the same for everybody of a wave is worked out once: a file of 11,000 messages takes
 * tenths of a second instead of several.
 */
export const makeMessageText = ({ session, purpose, wording }: Occasion) => {
  const number = session.letter?.number;
  const template = withLink(wording ?? usualWording[purpose](number !== undefined));
  const times = new Map<string | undefined, Pick<Blanks, 'hari' | 'waktu'>>();
  const timesFor = ({ wave }: Pick<Invitation, 'wave'>): Pick<Blanks, 'hari' | 'waktu'> => {
    const known = times.get(wave);
    if (known) return known;
    const held = timesOf(session, { ...(wave !== undefined && { wave }) });
    const label = held.label === undefined ? '' : ` (${held.label})`;
    const made = { hari: daysOf(session.zone, held), waktu: `${hoursOf(session.zone, held)}${label}` };
    times.set(wave, made);
    return made;
  };
  const common = {
    acara: session.title,
    tempat: placeOf(session),
    nomor: number ?? '-',
    penyelenggara: session.organizer,
  };
  return (invitation: Addressed & Pick<Invitation, 'wave'>, link: string): string =>
    fillIn(template, { ...common, ...timesFor(invitation), sapaan: addressee(invitation), tautan: link });
};
