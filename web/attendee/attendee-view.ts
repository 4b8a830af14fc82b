/** What the page knows of its link, and small questions about it. */
import type { Answer } from '../shared/api.ts';
import { kindName, officeHeld } from '../shared/words.ts';

export type AttendeeView = Answer<'GET /api/c/:token'>;
export type Invitation = AttendeeView['invitation'];
export type SessionSeen = AttendeeView['session'];
export type PledgeSeen = NonNullable<AttendeeView['pledge']>;

const isOneOf = <Code extends string>(codes: readonly Code[], code: string): code is Code =>
  codes.some((known) => known === code);

/** `Rapat koordinasi`; a kind that this page does not know yet is left out. */
export const kindOf = ({ kind }: SessionSeen): string => (isOneOf(kindName.codes, kind) ? kindName(kind) : '');

/** Before and during the session the code opens the door; afterwards it is of no use. */
export const showsCode = ({ state }: SessionSeen): boolean => state === 'PUBLISHED' || state === 'OPEN';

export const isSignable = ({ state }: SessionSeen): boolean => state === 'OPEN' || state === 'CLOSED';

/** The office as it is held today: `Plt. Camat Lahat`. */
export const officeOf = ({ office, holder }: Invitation): string => officeHeld(office, holder?.acting);
