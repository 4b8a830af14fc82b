/** What SES answers, as the sender understands it: taken, certainly not taken, never to be taken, or nobody knows. */
import {
  AccountSuspendedException,
  BadRequestException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  SendingPausedException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { makeSesClient, makeSesSender } from './mail-ses.ts';

const ses = mockClient(SESv2Client);
beforeEach(() => ses.reset());

const send = makeSesSender(makeSesClient('ap-southeast-3'), 'undangan@lahatkab.example');
const mail = { to: 'camat@lahat.example', subject: 'Rapat koordinasi', text: 'Yth. Camat' };
const with400 = { $metadata: { httpStatusCode: 400 }, message: 'made by the test' };
const named = (name: string, facts: object): Error => Object.assign(new Error('made by the test'), { name, ...facts });

test('a mail as text in UTF-8, from the one address to the one address', async () => {
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  expect(await send(mail)).toBe('SENT');
  expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
    {
      FromEmailAddress: 'undangan@lahatkab.example',
      Destination: { ToAddresses: ['camat@lahat.example'] },
      Content: {
        Simple: {
          Subject: { Data: 'Rapat koordinasi', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Yth. Camat', Charset: 'UTF-8' } },
        },
      },
    },
  ]);
});

/** As SES says it in the sandbox of the address written to, and anywhere of an identity that nobody verified. */
const notVerified = new MessageRejected({
  ...with400,
  message:
    'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-3: camat@lahat.example',
});

test.each([
  ['LATER', notVerified],
  ['LATER', new TooManyRequestsException(with400)],
  ['LATER', new SendingPausedException(with400)],
  ['LATER', new AccountSuspendedException(with400)],
  ['LATER', new MailFromDomainNotVerifiedException(with400)],
  ['LATER', named('AccessDeniedException', { $metadata: { httpStatusCode: 403 } })],
  ['LATER', named('CredentialsProviderError', {})],
  ['LATER', named('Error', { code: 'ECONNREFUSED' })],
  ['LATER', named('Error', { code: 'ENOTFOUND' })],
  ['REFUSED', new MessageRejected(with400)],
  ['REFUSED', new BadRequestException(with400)],
] as const)('%s: %s', async (result, error) => {
  ses.on(SendEmailCommand).rejects(error);
  expect(await send(mail)).toBe(result);
});

test.each([
  ['no answer in time', named('TimeoutError', {})],
  ['a connection that broke', named('Error', { code: 'ECONNRESET' })],
  ['a fault of the service', named('InternalFailure', { $metadata: { httpStatusCode: 500 } })],
])('nobody knows: %s', async (_, error) => {
  ses.on(SendEmailCommand).rejects(error);
  await expect(send(mail)).rejects.toBe(error);
});

test('the client never sends a second time by itself', async () => {
  expect(await makeSesClient('ap-southeast-3').config.maxAttempts()).toBe(1);
});
