/** The automatic reminders' stack: there where a stage sends mails, woken by the hour, with exactly what it needs. */
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { reserveMs } from '../../functions/lambda/remind.ts';
import { reminderHour } from '../../functions/messages/reminder-rules.ts';
import { offsetHours } from '../../functions/platform/time.ts';
import { tableCalls, tableWrites } from '../../infra/grants.ts';
import { stages } from '../../infra/stages/stages.ts';
import { actionsOf, permissionsIn, permissionsOf } from './permissions.ts';
import { synthesize } from './synth.ts';

const mailFrom = 'undangan@mail.lahatkab.example';
const cloud = synthesize({ ...stages.prod, mailFrom });
const template = cloud.template('reminders');
const only = (type: string) => {
  const found = Object.values(template.findResources(type));
  expect(found).toHaveLength(1);
  return found[0]?.Properties;
};

test('a stage that sends no mails has none of it', () => {
  expect(synthesize(stages.prod).stacks.reminders).toBeUndefined();
});

test('it is woken on the hour, in every hour in which something can be owed in any zone, and told which hour', () => {
  const schedule = only('AWS::Scheduler::Schedule');
  expect(schedule).toMatchObject({
    ScheduleExpressionTimezone: 'Asia/Jakarta',
    FlexibleTimeWindow: { Mode: 'OFF' },
    GroupName: { Ref: Object.keys(template.findResources('AWS::Scheduler::ScheduleGroup'))[0] },
  });
  expect(JSON.parse(schedule.Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  const [, from, to] = /^cron\(0 (\d+)-(\d+) \* \* \? \*\)$/.exec(schedule.ScheduleExpression) ?? [];
  const jakarta = offsetHours.WIB;
  const first = Object.values(offsetHours).map((offset) => reminderHour - (offset - jakarta));
  const last = Object.values(offsetHours).map((offset) => 23 - (offset - jakarta));
  expect([Number(from), Number(to)]).toEqual([Math.min(...first), Math.max(...last)]);
});

test('Scheduler may wake this one function, and give up to this one queue; its role is for this account’s group only', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: {
            StringEquals: {
              'aws:SourceAccount': { Ref: 'AWS::AccountId' },
              'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^ScheduleGroup'), 'Arn'] },
            },
          },
        },
      ],
    },
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            {
              Action: 'lambda:InvokeFunction',
              Effect: 'Allow',
              Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Reminders[0-9A-F]{8}$'), 'Arn'] },
            },
            {
              Action: 'sqs:SendMessage',
              Effect: 'Allow',
              Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RemindersFailures'), 'Arn'] },
            },
          ],
        },
      },
    ],
  });
});

test('what cannot be delivered, and what goes on failing, ends in one encrypted queue', () => {
  const queue = { 'Fn::GetAtt': [Match.stringLikeRegexp('^RemindersFailures'), 'Arn'] };
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    Target: { DeadLetterConfig: { Arn: queue }, RetryPolicy: { MaximumEventAgeInSeconds: 3300 } },
  });
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    Qualifier: '$LATEST',
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 3300,
    DestinationConfig: { OnFailure: { Destination: queue } },
  });
  // Lambda refuses a destination that the role may not write to yet.
  template.hasResource('AWS::Lambda::EventInvokeConfig', {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^RemindersRoleDefaultPolicy')]),
  });
  expect(only('AWS::SQS::Queue')).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 });
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: [Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    },
  });
});

test('it reads the table, writes claims and mails in sessions’ partitions, and nothing else anywhere', () => {
  expect(actionsOf(template, 'Reminders', 'dynamodb')).toEqual(
    [...tableCalls.reminders, ...tableWrites.reminders.calls].sort(),
  );
  for (const service of ['secretsmanager', 'kms', 'ses', 'lambda'])
    expect(actionsOf(template, 'Reminders', service)).toEqual([]);
  expect(actionsOf(template, 'Reminders', 'sqs')).toEqual(['sqs:SendMessage']);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^RemindersRole'),
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: [...tableWrites.reminders.calls],
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['S#*'] } },
        }),
      ]),
    },
  });
  const resources = permissionsOf(template, 'Reminders').flatMap((permission) => permission.resources);
  expect(resources.filter((resource) => resource.includes('*'))).toEqual([]);
  expect(
    permissionsIn(template)
      .flatMap(({ actions }) => actions)
      .filter((action) => action.includes('*')),
  ).toEqual([]);
});

test('it knows the table and nothing else, and has time for what it has begun', () => {
  const [handler] = Object.values(
    template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'index.handler' } }),
  );
  expect(Object.keys(handler?.Properties.Environment.Variables)).toEqual(['HADIR_TABLE']);
  expect(handler?.Properties.Timeout * 1000).toBeGreaterThan(4 * reserveMs);
});

test('its function and its queue are among those that are watched', () => {
  const alarms = JSON.stringify(cloud.template('alarms').findResources('AWS::CloudWatch::Alarm'));
  expect(alarms).toContain('reminders-failures');
});
