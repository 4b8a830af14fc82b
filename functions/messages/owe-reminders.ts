/**
 * Owes the automatic reminders of this moment, for every tenant: woken each hour by EventBridge Scheduler in AWS, by a timer on the laptop.
 * Only the time of now decides, so an event that comes late, twice or together with another owes nothing twice and nothing stale. What is
 * owed already costs a run reads and no writes, so a run that ends early is continued by the next one.
 */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Logger } from '../platform/log.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { EngineUnavailable } from '../platform/table.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { occasionOf, owed } from './mail-rules.ts';
import type { Mail } from './mail-schema.ts';
import { isToRemind, reminderCall, reminderDue } from './reminder-rules.ts';

export interface OweRemindersDeps {
  stores: Pick<Stores, 'regencies' | 'sessions' | 'invitations' | 'units' | 'mails'>;
  now: () => Date;
  /** Mails are owed in a session now. */
  queued: (session: string) => void;
  log: Logger;
}

export interface Run {
  requestId: string;
  /** Asked before each regency; false ends the run. */
  mayGoOn: () => boolean;
}

export interface RemindersOwed {
  regencies: number;
  /** Sessions with a reminder of this moment. */
  sessions: number;
  owed: number;
  /** Regencies that could not be finished, whose fault is in the log. */
  failed: number;
  /** False: the time was over before the last regency. */
  finished: boolean;
}

/**
 * Regencies at a time. Where nothing is due one is a Query (9 read units with 50 sessions, 4,600 an hour for 508 regencies); with a session of
 * 470 it is 4 more, 40 read units and 940 writes, and 31 read units each time it is looked at again.
 */
const regencyWidth = 4;
/** Writes in flight for a session: two for each reminder. */
const width = 32;
/** Tenants of a page; their settings are some 500 bytes. */
const pageLimit = 100;

const byInvitation = (mails: readonly Mail[]): Map<string, Mail[]> => {
  const found = new Map<string, Mail[]>();
  for (const mail of mails) found.set(mail.invitation, [...(found.get(mail.invitation) ?? []), mail]);
  return found;
};

export const makeOweReminders = ({ stores, now, queued, log }: OweRemindersDeps) => {
  /** Claims first, as a reminder by hand does: of two runs at once, or of a run and an organiser, one has it. */
  const oweOne = async (invitation: Invitation, by: string, daysBefore: number, at: Date): Promise<boolean> => {
    const { session, id } = invitation;
    const isOurs = invitation.remindedBy === by || (await stores.invitations.claimReminder(session, id, by, at));
    if (!isOurs) return false;
    const mail = owed({ ...invitation, remindedBy: by }, { purpose: 'REMIND' }, at);
    return stores.mails.oweOnce({ ...mail, daysBefore });
  };

  /** How many mails are owed now that were not. */
  const remind = async (session: Session, daysBefore: number, at: Date): Promise<number> => {
    const [invitations, register, mails] = await Promise.all([
      stores.invitations.all(session.id, { consistent: true }),
      stores.units.all(session.regency),
      stores.mails.all(session.id),
    ]);
    const by = reminderCall(session, daysBefore);
    const reachable = new Set(register.filter(({ holder }) => holder?.email !== undefined).map(({ id }) => id));
    const mailsOf = byInvitation(mails);
    const isMeant = (invitation: Invitation): boolean => {
      const written = mailsOf.get(invitation.id) ?? [];
      const occasion = occasionOf({ ...invitation, remindedBy: by }, { purpose: 'REMIND' });
      const isOwed = written.some((mail) => mail.purpose === 'REMIND' && mail.occasion === occasion);
      return reachable.has(invitation.id) && isToRemind(invitation, session, { by, mails: written, isOwed, now: at });
    };
    const done = await sideBySide(invitations.filter(isMeant), width, (invitation) =>
      oweOne(invitation, by, daysBefore, at),
    );
    const count = done.filter(Boolean).length;
    if (count > 0) queued(session.id);
    return count;
  };

  const remindRegency = async ({ code }: Pick<Regency, 'code'>, told: RemindersOwed): Promise<void> => {
    for (const session of await stores.sessions.all(code)) {
      const at = now();
      const daysBefore = reminderDue(session, at);
      if (daysBefore === undefined) continue;
      // Not `told.owed += await`: that would add to the figure as it was before, and regencies are at work side by side.
      const count = await remind(session, daysBefore, at);
      told.sessions += 1;
      told.owed += count;
    }
  };

  /** Throws when the engine is away. A fault of one regency does not keep the others from theirs. */
  return async ({ requestId, mayGoOn }: Run): Promise<RemindersOwed> => {
    const told: RemindersOwed = { regencies: 0, sessions: 0, owed: 0, failed: 0, finished: true };
    const take = async (regency: Regency): Promise<void> => {
      if (!mayGoOn()) {
        told.finished = false;
        return;
      }
      try {
        await remindRegency(regency, told);
        told.regencies += 1;
      } catch (error) {
        if (error instanceof EngineUnavailable) throw error;
        log.fault('REMINDERS_FAILED', requestId, error, { regency: regency.code });
        told.failed += 1;
      }
    };
    let cursor: string | undefined;
    do {
      const { items, next } = await stores.regencies.page('', { limit: pageLimit, cursor });
      await sideBySide(items, regencyWidth, take);
      cursor = next ?? undefined;
    } while (cursor !== undefined && told.finished);
    return told;
  };
};

export type OweReminders = ReturnType<typeof makeOweReminders>;
