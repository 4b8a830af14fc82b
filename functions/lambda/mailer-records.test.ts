import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { deferral } from '../messages/mail-rules.ts';
import type { MailName } from '../messages/mail-store.ts';
import { makeSessionId } from '../platform/ids.ts';
import { invitationKey, mailKey, rosterRuleKey } from '../platform/keys.ts';
import { makeLogger } from '../platform/log.ts';
import { EngineUnavailable, type Key } from '../platform/table.ts';
import { mailOf, makeMailer, reserveMs } from './mailer-records.ts';
import { changedBy } from './project-changes.ts';

const session = makeSessionId('16.04', 'mails');
const keyOf = (invitation: string): Key => mailKey(session, invitation, 'INVITE#v1');
const record = (sequence: number, { pk, sk }: Key, seconds = 0): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: {
    ApproximateCreationDateTime: seconds,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    SequenceNumber: String(sequence),
    StreamViewType: 'KEYS_ONLY',
  },
});

test('a key leads to its mail, and a mail moves no figures', () => {
  const key = mailKey(session, 'abcdefgh', 'REMIND#mfrggzdfmztwq2lk');
  expect(mailOf(key)).toEqual({ session, invitation: 'abcdefgh', purpose: 'REMIND', occasion: 'mfrggzdfmztwq2lk' });
  expect(changedBy(key)).toBeUndefined();
  expect(changedBy(rosterRuleKey(session, 'abc'))).toBeUndefined();
  for (const other of [
    invitationKey(session, 'abcdefgh'),
    { pk: key.pk, sk: 'MAIL#abcdefgh#SPAM#1' },
    { pk: 'R#16.04', sk: key.sk },
  ])
    expect(mailOf(other)).toBeUndefined();
});

/** A sender that answers by plan; time passes in pauses only. */
const play = (plan: Record<string, (number | null | Error)[]>, { seconds = 300, at = 0 } = {}) => {
  const handled: string[] = [];
  let kept = 0;
  const lines: string[] = [];
  let left = seconds * 1000;
  const mailer = makeMailer({
    handle: async ({ invitation }: MailName) => {
      handled.push(invitation);
      const next = plan[invitation]?.shift() ?? null;
      if (next instanceof Error) throw next;
      return next;
    },
    keepFresh: async () => {
      kept += 1;
    },
    log: makeLogger(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    pause: async (milliseconds) => {
      left -= milliseconds;
    },
    now: () => new Date(at),
  });
  const run = (...invitations: string[]) =>
    mailer(
      { Records: invitations.map((invitation, index) => record(index + 1, keyOf(invitation))) },
      { awsRequestId: 'request-1', getRemainingTimeInMillis: () => left },
    );
  return { run, handled, lines, kept: () => kept };
};

test('each mail of a batch once, in order', async () => {
  const { run, handled } = play({});
  expect(await run('aaaaaaaa', 'bbbbbbbb', 'aaaaaaaa')).toEqual({ batchItemFailures: [] });
  expect(handled).toEqual(['aaaaaaaa', 'bbbbbbbb']);
});

test('a mail that has to wait is waited for', async () => {
  const { run, handled, kept } = play({ aaaaaaaa: [2000, 4000, null] });
  expect(await run('aaaaaaaa', 'bbbbbbbb')).toEqual({ batchItemFailures: [] });
  expect(handled).toEqual(['aaaaaaaa', 'aaaaaaaa', 'aaaaaaaa', 'bbbbbbbb']);
  // Each was sent with the keys of then, also behind one that was waited for.
  expect(kept()).toBe(4);
});

test('when the time runs out, the rest is delivered again', async () => {
  const { run, handled } = play({ bbbbbbbb: [120_000, 120_000, 120_000] });
  expect(await run('aaaaaaaa', 'bbbbbbbb', 'cccccccc')).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(handled).not.toContain('cccccccc');
  expect(await play({}, { seconds: 30 }).run('aaaaaaaa')).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
});

test('a fault ends the batch at its mail, and is told without what it said', async () => {
  const { run, lines } = play({ bbbbbbbb: [new Error('camat@lahat.example')] });
  expect(await run('aaaaaaaa', 'bbbbbbbb', 'cccccccc')).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(lines.join()).toContain('MAIL_FAILED');
  expect(lines.join()).not.toContain('camat@');
});

const minutes = 60_000;
test.each([
  ['a fault of long ago is passed over', new Error('made by the test'), 16 * minutes, [], ['bbbbbbbb']],
  ['one that is young is tried again', new Error('made by the test'), 14 * minutes, ['1'], []],
  ['an engine that is away is waited for', new EngineUnavailable('made by the test'), 600 * minutes, ['1'], []],
] as const)('%s', async (_, fault, at, failed, others) => {
  const { run, handled } = play({ aaaaaaaa: [fault] }, { at });
  const itemIdentifiers = failed.map((itemIdentifier) => ({ itemIdentifier }));
  expect(await run('aaaaaaaa', 'bbbbbbbb')).toEqual({ batchItemFailures: itemIdentifiers });
  expect(handled).toEqual(['aaaaaaaa', ...others]);
});

test('while the service takes nothing for hours, a delivery never hands its batch back without having waited', async () => {
  let [clock, notBefore, deferrals, tries] = [0, 0, 0, 0];
  const mailer = (end: number) =>
    makeMailer({
      handle: async () => {
        if (clock < notBefore) return notBefore - clock;
        tries += 1;
        notBefore = clock + deferral(deferrals);
        deferrals += 1;
        return notBefore - clock;
      },
      keepFresh: async () => {},
      log: makeLogger(
        () => {},
        () => new Date(clock),
      ),
      pause: async (milliseconds) => {
        clock += milliseconds;
        expect(clock).toBeLessThanOrEqual(end - reserveMs);
      },
      now: () => new Date(clock),
    });
  for (let delivery = 0; delivery < 40; delivery += 1) {
    const [began, end] = [clock, clock + 300_000];
    const answer = await mailer(end)(
      { Records: [record(1, keyOf('aaaaaaaa'))] },
      { awsRequestId: 'request-1', getRemainingTimeInMillis: () => end - clock },
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(clock - began).toBeGreaterThan(60_000);
  }
  expect(clock).toBeGreaterThan(2 * 60 * minutes);
  expect(tries).toBeGreaterThan(40);
});
