/** Automatic reminders: which one a session owes at a moment, to whom, and under which name it is claimed. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import { dayIn, offsetHours } from '../platform/time.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Mail } from './mail-schema.ts';
import { claimOf, isUnanswered, messageStates, remindAgainAfterMs } from './message-rules.ts';

/** In the session's zone: when offices open and mails are read. */
export const reminderHour = 8;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the rule asks of a session. */
export type Reminding = Pick<Session, 'state' | 'zone' | 'startsAt' | 'reminderDays'>;

const hourIn = (zone: Session['zone'], now: Date): number =>
  new Date(now.getTime() + offsetHours[zone] * hourMs).getUTCHours();

/**
 * Which reminder a session owes at this moment: how many days before it, from eight o'clock to the end of that day, which ends before the
 * session begins. A run that was missed is made up for within the day and never later: "in three days" must be true when it is read.
 */
export const reminderDue = ({ state, zone, startsAt, reminderDays = [] }: Reminding, now: Date): number | undefined => {
  if (!messageStates.includes(state) || hourIn(zone, now) < reminderHour) return undefined;
  const today = dayIn(zone, now.toISOString());
  const days = Math.round((Date.parse(dayIn(zone, startsAt)) - Date.parse(today)) / dayMs);
  return reminderDays.find((day) => day === days);
};

/**
 * Stands where the Idempotency-Key of a call stands that reminds by hand. A session that was moved to another day is another call, so that
 * those who were reminded of the old one may be reminded of the new one. Moved within its day it is the same: nobody is reminded of a day
 * twice, and a mail that waits still leaves, with the new hour.
 */
export const reminderCall = ({ zone, startsAt }: Pick<Session, 'zone' | 'startsAt'>, daysBefore: number): string =>
  `automatic ${daysBefore} ${dayIn(zone, startsAt)}`;

/** Mails that went, go, or may have gone. One that failed brought nothing. */
const isTold = ({ state }: Mail): boolean => state !== 'FAILED';

/**
 * Whether somebody could first open the link less than a day ago, or was owed it by e-mail since then: a reminder right behind an invitation, or
 * in front of it, would say that an answer is late.
 */
const wasJustInvited = (
  { invitedAt }: Pick<Invitation, 'invitedAt'>,
  { publishedAt }: Pick<Session, 'publishedAt'>,
  mails: readonly Mail[],
  now: Date,
): boolean => {
  const written = mails.filter((mail) => mail.purpose === 'INVITE' && isTold(mail)).map(({ since }) => since);
  return [invitedAt, publishedAt, ...written].some(
    (at) => at !== undefined && Date.parse(at) > now.getTime() - remindAgainAfterMs,
  );
};

/**
 * Whether the call `by` is to remind this invitation of the session, of which these are the mails so far: it has not answered, nobody reminded or
 * invited it within a day, and this call has not. One that the call had claimed when it broke off is taken up again.
 */
export const isToRemind = (
  invitation: Invitation,
  session: Pick<Session, 'publishedAt'>,
  { by, mails, isOwed, now }: { by: string; mails: readonly Mail[]; isOwed: boolean; now: Date },
): boolean => {
  if (isOwed || !isUnanswered(invitation) || wasJustInvited(invitation, session, mails, now)) return false;
  const claim = claimOf(invitation, { by, now });
  return claim === 'TO_CLAIM' || claim === 'CLAIMED';
};
