/** The mailer: sends the e-mails that are owed. Added where a stage says which address they come from. */
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Arn, ArnFormat, Duration, type Stack } from 'aws-cdk-lib/core';
import { NodeHandler } from './node-handler.ts';
import type { Stage } from './stages.ts';
import { followStream } from './table-stream.ts';

export interface MailerProps {
  stage: Stage;
  table: TableV2;
  tokenKeys: Secret;
  mailFrom: string;
  tableCalls: readonly string[];
  /** Where it writes nothing. */
  sealPartitions: string;
  environment: Record<string, string>;
}

export const addMailer = (stack: Stack, { stage, table, tokenKeys, mailFrom, ...props }: MailerProps): void => {
  const mailer = new NodeHandler(stack, 'Mailer', {
    stage,
    entry: 'mailer',
    description: 'Sends the e-mails that are owed',
    memoryMb: { is: 256, because: 'It waits for one request after the other; a mail is 2 kB of text.' },
    timeoutSeconds: {
      is: 300,
      because:
        'A sender that died left its mail claimed for 120 seconds, and a pause of the service is waited for in steps of up to 200; a batch of 100 takes some 20 seconds.',
    },
    environment: { ...props.environment, HADIR_MAIL_FROM: mailFrom },
  });
  mailer.allow(props.tableCalls, table.tableArn);
  mailer.forbidPartitions(['dynamodb:UpdateItem'], table.tableArn, props.sealPartitions);
  mailer.allow(['secretsmanager:GetSecretValue'], tokenKeys.secretArn);
  // Of the domain: whoever verifies it in SES may send from every address of it, and this function from this identity only.
  const identity = { service: 'ses', resource: 'identity', resourceName: mailFrom.split('@')[1] ?? '' };
  mailer.allow(['ses:SendEmail'], Arn.format({ ...identity, arnFormat: ArnFormat.SLASH_RESOURCE_NAME }, stack));
  followStream(stack, {
    handler: mailer,
    table,
    mapping: 'MailStream',
    failures: 'MailerFailures',
    about: [['S#', ['MAIL#']]],
    window: Duration.seconds(1),
    batchSize: 100,
    // While the service takes nothing, each delivery waits and hands its batch back. Given up within the 24 hours that the stream keeps
    // a record, so that the queue tells of it.
    patience: { age: Duration.hours(23) },
  });
};
