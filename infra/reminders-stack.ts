/** Automatic reminders: a schedule of EventBridge Scheduler and the function that it wakes. Added where a stage sends e-mails. */
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { tableEnvironment } from './environment.ts';
import { addFailureQueue } from './failure-queue.ts';
import { tableCalls, tableWrites } from './grants.ts';
import { NodeHandler } from './node-handler.ts';
import type { Stage } from './stages/stage.ts';
import type { Followed } from './table-stream.ts';

export interface RemindersStackProps extends StackProps {
  stage: Stage;
  table: ITableV2;
}

/**
 * Every hour in which something can be owed anywhere in Indonesia: from 06.00 in Jakarta, when it is 08.00 in Jayapura, to 23.00, the last
 * hour of Jakarta's day. The rule itself (functions/messages/reminder-rules.ts) would let a run at any hour do no harm.
 */
const hourly = { expression: 'cron(0 6-23 * * ? *)', zone: 'Asia/Jakarta' };

/** An event that could not be delivered within the hour is not worth more tries: the next one does the same. */
const worthTrying = Duration.minutes(55);

export class RemindersStack extends Stack {
  readonly reminders: NodeHandler;
  /** Events that came to nothing: Scheduler could not deliver them, or the function failed at each of three tries. */
  readonly failures: Followed['failures'];

  constructor(scope: Construct, id: string, { stage, table, ...props }: RemindersStackProps) {
    super(scope, id, { ...props, description: 'Hadir: automatic reminders' });
    this.failures = addFailureQueue(this, 'RemindersFailures');
    this.reminders = this.addHandler(stage, table);
    this.addSchedule();
  }

  private addHandler(stage: Stage, table: ITableV2): NodeHandler {
    const handler = new NodeHandler(this, 'Reminders', {
      stage,
      entry: 'reminders',
      description: 'Owes the automatic reminders of the hour',
      memoryMb: {
        is: 512,
        because:
          'It waits for the table most of the time; a roster of 11,000 with its mails took 60 MB, and four regencies are taken at a time.',
      },
      timeoutSeconds: {
        is: 900,
        because:
          'The longest there is, for the morning of the whole country: 508 regencies that owe 470 mails each. What is left is continued by the next hour.',
      },
      environment: tableEnvironment(table),
    });
    handler.allow(tableCalls.reminders, table.tableArn);
    handler.allowPartitions(tableWrites.reminders, table.tableArn);
    handler.allow(['sqs:SendMessage'], this.failures.queueArn);

    // Scheduler hands its event over and does not wait: what the function throws is Lambda's to repeat and to give up.
    const repeats = new CfnEventInvokeConfig(this, 'RemindersRepeats', {
      functionName: handler.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: worthTrying.toSeconds(),
      destinationConfig: { onFailure: { destination: this.failures.queueArn } },
    });
    // Lambda asks at once whether the function may write to the queue.
    if (handler.role) repeats.node.addDependency(handler.role);
    return handler;
  }

  private addSchedule(): void {
    const group = new CfnScheduleGroup(this, 'ScheduleGroup');
    const { functionArn } = this.reminders;
    const { queueArn } = this.failures;
    const role = new Role(this, 'SchedulerRole', {
      // Of this account's schedules in this group: anybody else's could name our role as well.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': group.attrArn } },
      }),
      inlinePolicies: {
        Wake: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Hourly', {
      groupName: group.ref,
      description: 'Owes the automatic reminders of the hour',
      scheduleExpression: hourly.expression,
      scheduleExpressionTimezone: hourly.zone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: worthTrying.toSeconds() },
        deadLetterConfig: { arn: queueArn },
      },
    });
  }
}
