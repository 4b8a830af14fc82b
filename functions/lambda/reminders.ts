/** EventBridge Scheduler: owes the automatic reminders of the hour, which the mailer then sends. Deployed where mails are sent. */
import { makeOweReminders } from '../messages/owe-reminders.ts';
import { makeLogger } from '../platform/log.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { makeStores } from '../stores.ts';
import { readTableConfig } from './config.ts';
import { makeRemind } from './remind.ts';

const { region, table } = readTableConfig(process.env);
const now = () => new Date();
const log = makeLogger((line) => process.stdout.write(`${line}\n`), now);

export const handler = makeRemind({
  owe: makeOweReminders({
    stores: makeStores(makeTable(makeClient({ region }), table)),
    now,
    // The table's stream tells the mailer.
    queued: () => {},
    log,
  }),
  log,
});
