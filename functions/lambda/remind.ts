/** From the Scheduler's event to the reminders of this moment. */
import * as z from 'zod';
import type { OweReminders } from '../messages/owe-reminders.ts';
import type { Logger } from '../platform/log.ts';

/** The schedule's input, which infra/reminders-stack.ts writes. For the log only: an event that comes hours late must not be told as of then. */
const Event = z.object({ scheduledTime: z.iso.datetime() });

/** Time that is left for the regencies that have begun: a session's partition takes 1,000 writes a second, and 11,000 reminders are 22,000. */
export const reserveMs = 45_000;

export interface RemindPorts {
  owe: OweReminders;
  log: Logger;
}

export type Remind = (
  event: unknown,
  context: { awsRequestId: string; getRemainingTimeInMillis: () => number },
) => Promise<void>;

/** Throws when something was left that trying again in a minute may do: Lambda then delivers the same event again, twice at most. */
export const makeRemind =
  ({ owe, log }: RemindPorts): Remind =>
  async (event, { awsRequestId: requestId, getRemainingTimeInMillis }) => {
    const { scheduledTime } = Event.parse(event);
    const { finished, ...told } = await owe({ requestId, mayGoOn: () => getRemainingTimeInMillis() > reserveMs });
    log.info('REMINDERS_OWED', { requestId, scheduledTime, ...told });
    if (!finished) log.info('REMINDERS_UNFINISHED', { requestId, scheduledTime });
    if (told.failed > 0) throw new Error(`${told.failed} regencies could not be reminded; REMINDERS_FAILED says why`);
  };
