/**
 * From the table's stream to the mails that are owed. A record only says that something about a mail is different now: what is to be done
 * is read from the mail itself, so a record that comes twice, late or in another order sends nothing twice.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { overlookedAfterMs } from '../messages/mail-rules.ts';
import type { MailSender } from '../messages/mail-sender.ts';
import type { MailName } from '../messages/mail-store.ts';
import type { Logger } from '../platform/log.ts';
import { EngineUnavailable } from '../platform/table.ts';

/** The mail that a key is of; undefined for whatever else stands in a session. */
export const mailOf = ({ pk, sk }: { pk: string; sk: string }): MailName | undefined => {
  const session = /^S#([a-z2-7]{10})$/.exec(pk)?.[1];
  const [, invitation, purpose, occasion] = /^MAIL#([a-z2-7]{8})#(INVITE|REMIND)#(\w+)$/.exec(sk) ?? [];
  if (!session || !invitation || !occasion) return undefined;
  return { session, invitation, purpose: purpose as MailName['purpose'], occasion };
};

const keyOf = ({ dynamodb }: DynamoDBRecord) => ({ pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' });

export interface MailerPorts extends MailSender {
  /** Before each look at a mail: a batch that waits for its service takes minutes, and a link is made with the keys of now. */
  keepFresh: () => Promise<void>;
  log: Logger;
  pause: (milliseconds: number) => Promise<unknown>;
  now: () => Date;
}

export type Mailer = (
  event: DynamoDBStreamEvent,
  context: { awsRequestId: string; getRemainingTimeInMillis: () => number },
) => Promise<DynamoDBBatchResponse>;

/** Time that is left for the answer, and for a send that takes as long as one may. */
export const reserveMs = 45_000;

/**
 * A mail whose handling goes on failing is passed over after this time, or it would hold up the mails behind it for as long as the
 * stream keeps its record. It stays owed, and is brought to notice again when an organiser asks for it once more.
 */
const givenUpAfterMs = overlookedAfterMs;

interface Told {
  name: MailName;
  itemIdentifier: string;
  /** In milliseconds since 1970. */
  at: number;
}

/** The mails of a batch, each once, with the number and the time of its first record. */
const mailsIn = (records: readonly DynamoDBRecord[]): Told[] => {
  const mails = new Map<string, Told>();
  for (const record of records) {
    const key = keyOf(record);
    const name = mailOf(key);
    const { SequenceNumber: itemIdentifier = '', ApproximateCreationDateTime: seconds } = record.dynamodb ?? {};
    const at = seconds === undefined ? Number.POSITIVE_INFINITY : seconds * 1000;
    if (name && !mails.has(key.pk + key.sk)) mails.set(key.pk + key.sk, { name, itemIdentifier, at });
  }
  return [...mails.values()];
};

/**
 * Handles the mails of a batch one after the other, as the service likes it. A mail that has to wait is waited for, as long as there
 * is time; otherwise, and after a fault, the batch is delivered again from its record on: for as long as the stream keeps it.
 */
export const makeMailer =
  ({ handle, keepFresh, log, pause, now }: MailerPorts): Mailer =>
  async ({ Records }, { awsRequestId, getRemainingTimeInMillis }) => {
    /** True when nothing is left to do for this mail. */
    const finish = async (name: MailName): Promise<boolean> => {
      for (let wait: number | null = 0; wait !== null; wait = await handle(name)) {
        if (wait + reserveMs > getRemainingTimeInMillis()) return false;
        if (wait > 0) await pause(wait);
        await keepFresh();
      }
      return true;
    };
    for (const { name, itemIdentifier, at } of mailsIn(Records)) {
      const finished = await finish(name).catch((error: unknown) => {
        log.fault('MAIL_FAILED', awsRequestId, error, { session: name.session });
        // An engine that is away is away for every mail.
        return !(error instanceof EngineUnavailable) && at <= now().getTime() - givenUpAfterMs;
      });
      if (!finished) return { batchItemFailures: [{ itemIdentifier }] };
    }
    return { batchItemFailures: [] };
  };
