/** The table's stream: sends the e-mails that are owed. Deployed where a stage says which address they come from. */
import { randomBytes } from 'node:crypto';
import { makeMailSender } from '../messages/mail-sender.ts';
import { makeSesClient, makeSesSender } from '../messages/mail-ses.ts';
import { makeLogger } from '../platform/log.ts';
import { makeClient, makeTable } from '../platform/table.ts';
import { makeStores } from '../stores.ts';
import { readMailerConfig } from './config.ts';
import { makeFreshTokenKeys, makersKeysMs } from './fresh-token-keys.ts';
import { makeMailer } from './mailer-records.ts';
import { readTokenKeys } from './token-key-secret.ts';

const { region, table, origin, tokenKeysSecret, mailFrom } = readMailerConfig(process.env);
const now = () => new Date();
const log = makeLogger((line) => process.stdout.write(`${line}\n`), now);
let request = 'none';
const tokenKeys = await makeFreshTokenKeys(
  (isAgain) => readTokenKeys(region, tokenKeysSecret, isAgain),
  now,
  (error) => log.fault('TOKEN_KEYS_UNREAD', request, error),
  makersKeysMs,
);
const sender = makeMailSender({
  stores: makeStores(makeTable(makeClient({ region }), table)),
  tokenKeys,
  origin,
  send: makeSesSender(makeSesClient(region), mailFrom),
  now,
  newAttempt: () => randomBytes(9).toString('base64url'),
  log,
});

const mailer = makeMailer({
  ...sender,
  keepFresh: tokenKeys.keepFresh,
  log,
  now,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

export const handler: typeof mailer = async (event, context) => {
  request = context.awsRequestId;
  return mailer(event, context);
};
