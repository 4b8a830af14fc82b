/** When a mail is owed, may leave, and is given up. */

import { holderVersionOf } from '../invitations/answer-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { digest, toBase32 } from '../platform/ids.ts';
import { speaksFor, type TokenKeys } from '../platform/signed-code.ts';
import type { Mail } from './mail-schema.ts';
import { isWrittenTo, messageStates, type Which } from './message-rules.ts';
import type { MailState } from './message-schema.ts';
import { type Reminding, reminderCall, reminderDue } from './reminder-rules.ts';

/** A sender that has not finished by then has died: the service answers or fails within seconds. */
export const leaseMs = 120_000;

/**
 * A lease that ends later than this was given by no clock of ours, not even by one that is fast by minutes: it came with an import. Nobody is at
 * that mail.
 */
export const furthestLeaseMs = 2 * leaseMs;

/** A mail that waited this long for its sender is brought to the sender's notice again when it is asked for once more. */
export const overlookedAfterMs = 15 * 60_000;

/**
 * No wait is longer: the mailer in AWS lives for five minutes and waits within them. What it could not wait for it would hand back at
 * once, again and again.
 */
export const longestWaitMs = 200_000;

/** The next try of a mail that was certainly not sent: after 2, 4, 8 s and so on. */
export const deferral = (deferrals: number): number =>
  Math.min(2_000 * 2 ** Math.min(Math.max(deferrals, 0), 20), longestWaitMs);

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

/** Until when somebody is at a mail, in milliseconds from now; 0 when nobody is, as where no lease is written: none of our claims leaves it out. */
const leaseLeft = ({ leaseUntil }: Mail, now: Date): number => {
  if (leaseUntil === undefined) return 0;
  const left = Date.parse(leaseUntil) - now.getTime();
  return left > furthestLeaseMs ? 0 : Math.min(Math.max(0, left), leaseMs);
};

/** The state as it is shown: a sender whose lease is over has left the mail in doubt, also before anybody wrote that down. */
export const stateOf = (mail: Mail, now: Date): MailState =>
  mail.state === 'SENDING' && leaseLeft(mail, now) === 0 ? 'UNCERTAIN' : mail.state;

/**
 * How long a mail has still to wait before it may be tried; 0 when it may. Of a mail that is not waiting, undefined. Whatever is stored, it is
 * no longer than a mailer can wait: a batch ends at a mail that it cannot wait for, and would begin with it again until the stream forgets it,
 * with every mail behind it unsent.
 */
export const waitOf = (mail: Mail, now: Date): number | undefined => {
  if (mail.state === 'QUEUED') {
    const wait = Date.parse(mail.notBefore ?? mail.since) - now.getTime();
    // No mail is put off for longer: an import brought it from a clock that was wrong.
    return wait > longestWaitMs ? 0 : Math.max(0, wait);
  }
  // Somebody is at it: looked at again when that one must have finished.
  if (mail.state === 'SENDING') return leaseLeft(mail, now);
  return undefined;
};

/**
 * What tells a key apart from every other, here and where an import came from: its number alone does not, every installation's first key is
 * number 1. 48 bits of a digest say nothing of a secret of 256, and no two keys meet in them by chance.
 *
 * @throws Error if there is no such key.
 */
export const linkKeyOf = ({ secrets }: TokenKeys, id: number): string => {
  const secret = secrets.get(id);
  if (!secret) throw new Error(`there is no token key ${id}`);
  return `${id}-${toBase32(digest(6, 'link key', Buffer.from(secret).toString('base64url')))}`;
};

/** Which links of a session open, as far as that is known. */
export interface LinkKeys {
  /** The keys whose links open, as {@link linkKeyOf} names them. */
  open: readonly string[];
  /** Only of mails that went until then: one that went later may bear a key that was made since the keys were read. */
  until: string;
}

/**
 * Before the keys were read: clocks differ by milliseconds, and Secrets Manager's copies by seconds. A mail that is taken for dead too early
 * would come twice.
 */
const unsureMs = 60_000;

export const linkKeysOf = (keys: TokenKeys, session: string, now: Date): LinkKeys => ({
  open: [...keys.secrets.keys()].filter((id) => speaksFor(keys, id, session)).map((id) => linkKeyOf(keys, id)),
  until: (keys.readAt ? new Date(keys.readAt.getTime() - unsureMs) : now).toISOString(),
});

/** Whether the mail brought, or may have brought, a link that opens nothing any more: its key was withdrawn, or stayed where it was imported from. */
export const hasDeadLink = ({ state, linkKey, since }: Mail, { open, until }: LinkKeys): boolean =>
  (state === 'SENT' || state === 'UNCERTAIN') && linkKey !== undefined && !open.includes(linkKey) && since <= until;

/**
 * Whether a mail whose link opens nothing any more is sent anew when it is asked for: an invitation, to whoever is still to come. It is enough
 * for whom a reminder has brought such a link.
 */
export const isSentAnew = ({ checkIn }: Pick<Invitation, 'checkIn'>, { purpose }: Pick<Which, 'purpose'>): boolean =>
  purpose === 'INVITE' && checkIn === undefined;
