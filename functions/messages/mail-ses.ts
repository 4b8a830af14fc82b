/** Amazon SES as the way out for mails. The only file that knows it. */
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SendMail } from './mail-sender.ts';

const times = { connectionTimeout: 5_000, requestTimeout: 30_000 };

/** After this time it has answered, or the send has failed. */
export const longestSendMs = times.connectionTimeout + times.requestTimeout;

/**
 * A client that never tries by itself a second time: after a timeout the first try may have been taken, and the mail would go twice.
 */
export const makeSesClient = (region: string): SESv2Client => {
  // As for the table's client: an operator cannot act on the SDK's warning.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return new SESv2Client({
    region,
    maxAttempts: 1,
    requestHandler: { ...times, throwOnRequestTimeout: true },
  });
};

/** This mail, to this address, will never be taken. */
const refusals = new Set(['MessageRejected', 'BadRequestException']);

/**
 * A rejection that is about the account: it is still in SES's sandbox, or the sender's domain is not verified yet, or no longer. SES has no name of
 * its own for it ("Amazon SES email sending errors", read in November 2026).
 */
const isNotVerified = ({ name, message }: Error): boolean =>
  name === 'MessageRejected' && message.includes('Email address is not verified');

/** Failures of ours before anything left this machine. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** A refusal of the account or of the moment, or nothing was asked at all: the service certainly has not taken the mail. */
const isCertainlyNotSent = (error: Error): boolean => {
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 400 && status < 500) return true;
  return error.name === 'CredentialsProviderError' || (typeof code === 'string' && neverLeft.has(code));
};

export const makeSesSender =
  (client: SESv2Client, from: string): SendMail =>
  async ({ to, subject, text }) => {
    const content = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: content(subject), Body: { Text: content(text) } } },
        }),
      );
      return 'SENT';
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (refusals.has(error.name) && !isNotVerified(error)) return 'REFUSED';
      if (isCertainlyNotSent(error)) return 'LATER';
      throw error;
    }
  };
