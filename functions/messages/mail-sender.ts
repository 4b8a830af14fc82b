/**
 * Takes owed mails out, each at most once for every time that it is owed. The claim is written before the mail leaves, so of two senders one has
 * it, and one that dies in between leaves a mail in doubt, which nobody sends again by itself: an invitation that comes twice confuses, one that
 * may not have come is seen in the list and can be sent by hand.
 */
import type { Deps } from '../deps.ts';
import { makeLinks } from '../invitations/links.ts';
import type { Logger } from '../platform/log.ts';
import type { Stores } from '../stores.ts';
import { deferral, isDue, leaseMs, linkKeyOf, waitOf } from './mail-rules.ts';
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

interface Composed {
  outgoing: OutgoingMail;
  /** The key that its link is made with, as {@link linkKeyOf} names it. */
  linkKey: string;
}

export interface SenderDeps extends Pick<Deps, 'tokenKeys' | 'origin' | 'now'> {
  stores: Pick<Stores, 'mails' | 'invitations' | 'sessions' | 'regencies' | 'units'>;
  send: SendMail;
  /** A name for each attempt, so that one that was given up cannot end another's. */
  newAttempt: () => string;
  log: Logger;
}

/**
 * While a regency is imported or erased its mails stand there without their session: nothing is known of them then, and they go on waiting. Thrown,
 * so that whoever called tries again soon, and not for ever.
 */
class NotThereYet extends Error {
  override readonly name = 'NotThereYet';
}

export const makeMailSender = ({ stores, send, now, newAttempt, log, ...codes }: SenderDeps): MailSender => {
  const links = makeLinks(codes);

  /** What is to leave, by what stands in the table at this moment; or why nothing is. */
  const compose = async (mail: Mail): Promise<Composed | MailFailure> => {
    const [invitation, session] = await Promise.all([
      stores.invitations.get(mail.session, mail.invitation, { consistent: true }),
      stores.sessions.get(mail.session, { consistent: true }),
    ]);
    if (!session) throw new NotThereYet();
    if (!invitation || !isDue(mail, invitation, session, now())) return 'NOT_DUE';
    const [regency, unit] = await Promise.all([
      stores.regencies.get(session.regency),
      stores.units.get(session.regency, mail.invitation),
    ]);
    if (!regency) throw new NotThereYet();
    const to = unit?.holder?.email;
    if (to === undefined) return 'NO_ADDRESS';
    // Without a pause in between: it is the key of this link.
    const linkKey = linkKeyOf(codes.tokenKeys, codes.tokenKeys.current);
    const { text } = makeMessages(session, mail, regency, links)(invitation, unit);
    return { outgoing: { to, subject: session.title, text }, linkKey };
  };

  /** Sends it and writes down what came of it. If that cannot be written any more, its lease will put it in doubt. */
  const sendClaimed = async (mail: Mail, outgoing: OutgoingMail, attempt: string): Promise<number | null> => {
    let result: Awaited<ReturnType<SendMail>>;
    try {
      result = await send(outgoing);
    } catch (error) {
      log.fault('MAIL_UNCERTAIN', attempt, error, { session: mail.session });
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
      const composed = await compose(mail);
      if (typeof composed === 'string') {
        await stores.mails.dropped(name, composed, now());
        return null;
      }
      const { outgoing, linkKey } = composed;
      const attempt = newAttempt();
      // Another sender has it, and has finished or died when its lease is over.
      if (!(await stores.mails.claim(name, { attempt, linkKey }, now()))) return leaseMs;
      return sendClaimed(mail, outgoing, attempt);
    },
  };
};
