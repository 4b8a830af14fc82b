/**
 * The laptop's way of sending owed mails: the same sender as in AWS, woken by a call instead of a stream. Only where it is
 * configured by the environment:
 *
 *   HADIR_MAIL_FROM    the address that mails come from; its domain, or itself, is verified in Amazon SES
 *   HADIR_MAIL_REGION  where it is; ap-southeast-3 (Jakarta) unless told
 *   AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (or a profile): somebody who may ses:SendEmail there
 *
 * Without HADIR_MAIL_FROM nothing is sent and the API says so; messages can still be copied and handed to a sender of the unit's own.
 */
import { randomBytes } from 'node:crypto';
import type { Mail } from '../messages/mail-schema.ts';
import { type MailSender, makeMailSender, type SenderDeps } from '../messages/mail-sender.ts';
import type { MailStore } from '../messages/mail-store.ts';

export interface MailLoop {
  /** Mails are owed in a session, or may be: after a start. */
  queued: (session: string) => void;
  /** Ends when the mail that is being sent has ended; what waits goes on waiting in the table. */
  stop: () => Promise<void>;
  /** Mails that wait to be sent, as they were last looked at. */
  owed: () => number;
}

const isWaiting = ({ state }: Mail): boolean => state === 'QUEUED' || state === 'SENDING';

/** After a fault of the engine. */
const retryMs = 5_000;

export const makeMailLoop = (
  mails: Pick<MailStore, 'all'>,
  sender: MailSender,
  failed: (error: unknown) => void,
): MailLoop => {
  const wanted = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const owed = new Map<string, number>();
  let stopping = false;
  let running: Promise<void> | undefined;

  /** One mail after the other; answers when to come back, or null when the session owes nothing any more. */
  const pass = async (session: string): Promise<number | null> => {
    let again: number | null = null;
    const all = await mails.all(session);
    const waiting = new Set(all.filter(isWaiting));
    for (const mail of all) {
      owed.set(session, waiting.size);
      if (stopping) return null;
      const wait = await sender.handle(mail);
      if (wait === null) waiting.delete(mail);
      if (wait === null) continue;
      // The service puts it off, and would put off the others.
      if (mail.state === 'QUEUED') return wait;
      again = Math.min(wait, again ?? wait);
    }
    owed.set(session, waiting.size);
    return again;
  };

  const later = (session: string, milliseconds: number): void => {
    clearTimeout(timers.get(session));
    timers.set(
      session,
      setTimeout(() => loop.queued(session), Math.max(1, milliseconds)),
    );
  };

  const run = async (): Promise<void> => {
    for (const session of wanted) {
      wanted.delete(session);
      try {
        const wait = await pass(session);
        if (wait !== null && !stopping) later(session, wait);
      } catch (error) {
        failed(error);
        if (!stopping) later(session, retryMs);
      }
    }
    running = undefined;
  };

  const loop: MailLoop = {
    queued: (session) => {
      if (stopping) return;
      wanted.add(session);
      running ??= run();
    },
    stop: async () => {
      stopping = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await running;
    },
    owed: () => [...owed.values()].reduce((sum, count) => sum + count, 0),
  };
  return loop;
};

export const startMail = (deps: Omit<SenderDeps, 'newAttempt'>): MailLoop =>
  makeMailLoop(
    deps.stores.mails,
    makeMailSender({ ...deps, newAttempt: () => randomBytes(9).toString('base64url') }),
    (error) => deps.log.fault('MAIL_FAILED', '-', error),
  );
