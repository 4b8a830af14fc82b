/**
 * Takes owed mails out, each at most once. The claim is written before the mail leaves, so of two senders one has it, and one that dies
 * in between leaves a mail in doubt, which nobody sends again by itself: an invitation that comes twice confuses, one that may not
 * have come is seen in the list and can be sent by hand.
 */
import type { Deps } from '../deps.ts';
import { makeLinks } from '../invitations/links.ts';
import type { Logger } from '../platform/log.ts';
import type { Stores } from '../stores.ts';
import { deferral, isDue, leaseMs, waitOf } from './mail-rules.ts';
import type { Mail, MailFailure } from './mail-schema.ts';
import type { MailName } from './mail-store.ts';
import { makeMessages } from './messages.ts';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
}

/**
 * SENT: the service has it. LATER: it certainly has not, and may take it later. REFUSED: it never will. Throws where nobody can tell
 * whether it has it.
 */
export type SendMail = (mail: OutgoingMail) => Promise<'SENT' | 'LATER' | 'REFUSED'>;

export interface MailSender {
  /** Takes a mail as far as it goes now. Answers in how many milliseconds to look again, or null when nothing is left to do. */
  handle: (name: MailName) => Promise<number | null>;
}

export interface SenderDeps extends Pick<Deps, 'tokenKeys' | 'origin' | 'now'> {
  stores: Pick<Stores, 'mails' | 'invitations' | 'sessions' | 'regencies' | 'units'>;
  send: SendMail;
  /** A name for each attempt, so that one that was given up cannot end another's. */
  newAttempt: () => string;
  log: Logger;
}

export const makeMailSender = ({ stores, send, now, newAttempt, log, ...codes }: SenderDeps): MailSender => {
  const links = makeLinks(codes);

  /** What is to leave, by what stands in the table at this moment; or why nothing is. */
  const compose = async (mail: Mail): Promise<OutgoingMail | MailFailure> => {
    const [invitation, session] = await Promise.all([
      stores.invitations.get(mail.session, mail.invitation, { consistent: true }),
      stores.sessions.get(mail.session, { consistent: true }),
    ]);
    if (!invitation || !session || !isDue(mail, invitation, session, now())) return 'NOT_DUE';
    const [regency, unit] = await Promise.all([
      stores.regencies.get(session.regency),
      stores.units.get(session.regency, mail.invitation),
    ]);
    const to = unit?.holder?.email;
    if (!regency || to === undefined) return 'NO_ADDRESS';
    const { text } = makeMessages(session, mail, regency, links)(invitation, unit);
    return { to, subject: session.title, text };
  };

  /** Sends it and writes down what came of it. If that cannot be written any more, its lease will put it in doubt. */
  const sendClaimed = async (mail: Mail, outgoing: OutgoingMail, attempt: string): Promise<number | null> => {
    let result: Awaited<ReturnType<SendMail>>;
    try {
      result = await send(outgoing);
    } catch (error) {
      log.fault('MAIL_UNCERTAIN', attempt, error);
      await stores.mails.uncertain(mail, now(), attempt);
      return null;
    }
    if (result === 'LATER') {
      await stores.mails.defer(mail, attempt, now());
      return deferral(mail.deferrals);
    }
    await stores.mails[result === 'SENT' ? 'sent' : 'refused'](mail, attempt, now());
    return null;
  };

  return {
    handle: async (name) => {
      const mail = await stores.mails.get(name);
      const wait = mail && waitOf(mail, now());
      if (!mail || wait === undefined) return null;
      if (wait > 0) return wait;
      if (mail.state === 'SENDING') {
        await stores.mails.uncertain(name, now());
        return null;
      }
      // Before the claim: what fails here has sent nothing, and the mail goes on waiting.
      const outgoing = await compose(mail);
      if (typeof outgoing === 'string') {
        await stores.mails.dropped(name, outgoing, now());
        return null;
      }
      const attempt = newAttempt();
      // Another sender has it, and has finished or died when its lease is over.
      if (!(await stores.mails.claim(name, attempt, now()))) return leaseMs;
      return sendClaimed(mail, outgoing, attempt);
    },
  };
};
