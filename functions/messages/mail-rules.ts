/** When a mail is owed, may leave, and is given up. */

import { holderVersionOf } from '../invitations/answer-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { digest, toBase32 } from '../platform/ids.ts';
import type { Mail } from './mail-schema.ts';
import { isWrittenTo, messageStates, type Which } from './message-rules.ts';
import type { MailState } from './message-schema.ts';
import { type Reminding, reminderCall, reminderDue } from './reminder-rules.ts';

/** A sender that has not finished by then has died: the service answers or fails within seconds. */
export const leaseMs = 120_000;

/** A mail that waited this long for its sender is brought to the sender's notice again when it is asked for once more. */
export const overlookedAfterMs = 15 * 60_000;

/**
 * No wait is longer: the mailer in AWS lives for five minutes and waits within them. What it could not wait for it would hand back at
 * once, again and again.
 */
export const longestWaitMs = 200_000;

/** The next try of a mail that was certainly not sent: after 2, 4, 8 s and so on. */
export const deferral = (deferrals: number): number => Math.min(2_000 * 2 ** Math.min(deferrals, 20), longestWaitMs);

/**
 * Of its purpose, which mail this is: an invitation is written once for a link, so that a re-issued one is written again; a reminder
 * once for the call that claimed it.
 */
export const occasionOf = (invitation: Invitation, { purpose }: Pick<Which, 'purpose'>): string =>
  purpose === 'INVITE'
    ? `v${holderVersionOf(invitation)}`
    : toBase32(digest(10, 'reminder', invitation.remindedBy ?? ''));

export const owed = (invitation: Invitation, { purpose }: Pick<Which, 'purpose'>, now: Date): Mail => ({
  session: invitation.session,
  invitation: invitation.id,
  purpose,
  occasion: occasionOf(invitation, { purpose }),
  state: 'QUEUED',
  since: now.toISOString(),
  deferrals: 0,
});

/** An automatic reminder leaves on its day only, and not once the session was moved or its organiser wants it no more. */
const isOfToday = ({ daysBefore }: Mail, { remindedBy }: Invitation, session: Reminding, now: Date): boolean =>
  daysBefore === undefined ||
  (reminderDue(session, now) === daysBefore && remindedBy === reminderCall(session, daysBefore));

/** Whether what the mail says still holds when it is about to leave. */
export const isDue = (mail: Mail, invitation: Invitation, session: Reminding, now: Date): boolean =>
  messageStates.includes(session.state) &&
  isWrittenTo(invitation, mail, now) &&
  occasionOf(invitation, mail) === mail.occasion &&
  isOfToday(mail, invitation, session, now);

/** The state as it is shown: a sender whose lease is over has left the mail in doubt, also before anybody wrote that down. */
export const stateOf = ({ state, leaseUntil }: Mail, now: Date): MailState =>
  state === 'SENDING' && leaseUntil !== undefined && Date.parse(leaseUntil) <= now.getTime() ? 'UNCERTAIN' : state;

/** How long a mail has still to wait before it may be tried; 0 when it may. Of a mail that is not waiting, undefined. */
export const waitOf = (mail: Mail, now: Date): number | undefined => {
  const at = now.getTime();
  if (mail.state === 'QUEUED') return Math.max(0, Date.parse(mail.notBefore ?? mail.since) - at);
  // Somebody is at it: looked at again when that one must have finished.
  if (mail.state === 'SENDING') return Math.max(0, Date.parse(mail.leaseUntil ?? mail.since) - at);
  return undefined;
};
