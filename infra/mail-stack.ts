/** The mailer: sends the e-mails that are owed. Added where a stage says which address they come from. */
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Arn, ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { codeEnvironment, tableEnvironment } from './environment.ts';
import { codeKeyCalls, tableCalls, tableWrites } from './grants.ts';
import { acknowledge } from './nag.ts';
import { NodeHandler } from './node-handler.ts';
import type { Stage } from './stages/stage.ts';
import { type Followed, followStream } from './table-stream.ts';

export interface MailStackProps extends StackProps {
  stage: Stage;
  table: ITableV2;
  tokenKeys: ISecret;
  mailFrom: string;
}

export class MailStack extends Stack {
  readonly mailer: NodeHandler;
  readonly followed: Followed;

  constructor(scope: Construct, id: string, { stage, table, tokenKeys, mailFrom, ...props }: MailStackProps) {
    super(scope, id, { ...props, description: 'Hadir: e-mails' });

    this.mailer = new NodeHandler(this, 'Mailer', {
      stage,
      entry: 'mailer',
      description: 'Sends the e-mails that are owed',
      memoryMb: { is: 256, because: 'It waits for one request after the other; a mail is 2 kB of text.' },
      timeoutSeconds: {
        is: 300,
        because:
          'A sender that died left its mail claimed for 120 seconds, and a pause of the service is waited for in steps of up to 200; a batch of 100 takes some 20 seconds.',
      },
      environment: {
        ...tableEnvironment(table),
        ...codeEnvironment(stage, tokenKeys),
        HADIR_MAIL_FROM: mailFrom,
      },
    });
    this.mailer.allow(tableCalls.mailer, table.tableArn);
    this.mailer.allowPartitions(tableWrites.mailer, table.tableArn);
    this.mailer.allow(codeKeyCalls, tokenKeys.secretArn);
    this.allowSending(mailFrom);
    this.followed = followStream(this, {
      handler: this.mailer,
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
  }

  /**
   * From the one address. SES asks for each resource that a mail is sent by: the domain, the address where somebody verified that as well, and the
   * configuration set that either has as its default, whose name is theirs to choose.
   */
  private allowSending(mailFrom: string): void {
    const domain = mailFrom.split('@')[1] ?? '';
    const arn = (resource: string, resourceName: string): string =>
      Arn.format({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME }, this);
    this.mailer.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ses:SendEmail'],
        resources: [arn('identity', domain), arn('identity', mailFrom), arn('configuration-set', '*')],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      }),
    );
    if (this.mailer.role)
      acknowledge(this.mailer.role, {
        [`IAM5[Resource::arn:aws:ses:${this.region}:<AWS::AccountId>:configuration-set/*]`]:
          'Which configuration set an identity has is the choice of whoever set SES up; the condition keeps it to our sender’s address.',
      });
  }
}
