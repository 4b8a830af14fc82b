/** What the page knows of its link, and small questions about it. */
import type { Answer } from '../shared/api.ts';
import { rangeIn } from '../shared/format.ts';
import { kindName, officeHeld } from '../shared/words.ts';

export type AttendeeView = Answer<'GET /api/c/:token'>;
/** The link's own page. */
export type OwnView = Extract<AttendeeView, { view: 'OWN' }>;
/** On another phone than the one that confirmed. */
export type NeutralView = Extract<AttendeeView, { view: 'NEUTRAL' }>;
export type Invitation = OwnView['invitation'];
export type SessionSeen = OwnView['session'];
/** What whoever holds any link of the session may know. */
export type PublicSession = NeutralView['session'];
export type PledgeSeen = NonNullable<OwnView['pledge']>;

const isOneOf = <Code extends string>(codes: readonly Code[], code: string): code is Code =>
  codes.some((known) => known === code);

/** `Rapat koordinasi`; a kind that this page does not know yet is left out. */
export const kindOf = ({ kind }: PublicSession): string => (isOneOf(kindName.codes, kind) ? kindName(kind) : '');

/** A delegate's own page, when the head came in person after all. */
export const isStoodDown = ({ role, invitation: { checkIn } }: Pick<OwnView, 'role' | 'invitation'>): boolean =>
  role === 'DELEGATE' && checkIn !== undefined && checkIn.who !== 'delegate' && checkIn.mode !== 'ONLINE';

/** Before and during the session a code opens the door; afterwards, and while somebody else is named or came, there is none to show. */
export const showsCode = (view: OwnView): boolean =>
  view.code !== null && !isStoodDown(view) && (view.session.state === 'PUBLISHED' || view.session.state === 'OPEN');

/** Whether this link's own signature is still missing: the head's settles nothing for a delegate, nor the other way round. */
export const owesSignature = ({ role, invitation: { pledge } }: Pick<OwnView, 'role' | 'invitation'>): boolean =>
  role === 'DELEGATE'
    ? pledge.status !== 'NOT_DUE' && pledge.delegateSignedAt === undefined
    : pledge.status === 'NOT_YET';

/** The same person's other offices that nobody is there for or named for yet. */
export const openOthers = ({ others }: Pick<OwnView, 'others'>): OwnView['others'] =>
  others.filter(({ checkIn, delegated }) => checkIn === undefined && !delegated);

export const isSignable = ({ state }: PublicSession): boolean => state === 'OPEN' || state === 'CLOSED';

/** The text is read aloud first, and that has not begun: nobody signs yet. */
export const isUnread = ({ reading }: Pick<OwnView, 'reading'>): boolean =>
  reading?.required === true && !reading.begun;

/** The office as it is held today: `Plt. Camat Lahat`. */
export const officeOf = ({ office, holder }: Invitation): string => officeHeld(office, holder?.acting);

/** When this invitation is asked to come: in its wave, where there are several. */
export const whenOf = ({ zone, wave, startsAt, endsAt }: SessionSeen): string =>
  rangeIn(zone, (wave ?? { startsAt }).startsAt, (wave ?? { endsAt }).endsAt);
