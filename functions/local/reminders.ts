/** The laptop's stand-in for EventBridge Scheduler: the same function as in AWS, at start and every quarter of an hour while it runs. */
import type { OweReminders } from '../messages/owe-reminders.ts';

export interface ReminderLoop {
  /** Waits for the run that is under way. */
  stop: () => Promise<void>;
}

/** A laptop is opened and closed: a reminder of eight o'clock should not wait for the hour. A run where nothing is due is a Query a regency. */
const everyMs = 15 * 60_000;

export const startReminders = (owe: OweReminders, failed: (error: unknown) => void): ReminderLoop => {
  let stopping = false;
  let running: Promise<void> | undefined;
  const run = (): void => {
    // One that takes longer than the pause is not joined by another.
    running ??= owe({ requestId: '-', mayGoOn: () => !stopping })
      .then(() => {}, failed)
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
};
