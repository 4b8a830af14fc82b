/** The mailer: there where a stage says which address mails come from, with exactly what it needs, and otherwise not at all. */
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { reserveMs } from '../../functions/lambda/mailer-records.ts';
import { deferral, leaseMs, longestWaitMs } from '../../functions/messages/mail-rules.ts';
import { longestSendMs } from '../../functions/messages/mail-ses.ts';
import { tableCalls, tableWrites } from '../../infra/grants.ts';
import { checkStage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { actionsOf, partitionsOf, permissionsIn, permissionsOf } from './permissions.ts';
import { synthesize } from './synth.ts';

const mailFrom = 'undangan@mail.lahatkab.example';
const withMail = synthesize({ ...stages.prod, mailFrom }).work();
const without = synthesize(stages.prod).work();

const functionsOf = (template: typeof withMail): string[] =>
  Object.keys(template.findResources('AWS::Lambda::Function')).map((name) => name.replace(/[0-9A-F]{8}$/, ''));

test('a stage without an address has no mailer, and its staff Lambda knows of none', () => {
  expect(functionsOf(without)).not.toContain('Mailer');
  expect(JSON.stringify(without.toJSON())).not.toMatch(/HADIR_MAIL_FROM|ses:/);
  expect(functionsOf(withMail)).toContain('Mailer');
});

test('it reads and moves mails, reads the codes’ keys, and sends from the one identity', () => {
  expect(actionsOf(withMail, 'Mailer', 'dynamodb').sort()).toEqual(
    [
      ...tableCalls.mailer,
      ...tableWrites.mailer.calls,
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ].sort(),
  );
  expect(actionsOf(withMail, 'Mailer', 'secretsmanager')).toEqual(['secretsmanager:GetSecretValue']);
  const sending = permissionsIn(withMail).filter(({ actions }) => actions.some((action) => action.startsWith('ses:')));
  expect(sending).toHaveLength(1);
  expect(permissionsOf(withMail, 'Mailer')).toContainEqual(sending[0]);
  expect(sending[0]?.actions).toEqual(['ses:SendEmail']);
  // SES asks for each of them that a mail is sent by: the domain, an address that was verified besides it, and the set that either names as its own.
  expect(
    sending[0]?.resources.map((resource) => /:ses:ap-southeast-3:.*:([^:"]+)"/.exec(resource)?.[1]).sort(),
  ).toEqual(['configuration-set/*', 'identity/mail.lahatkab.example', 'identity/undangan@mail.lahatkab.example']);
});

test('it sends as the one address only, whatever SES would let pass', () => {
  withMail.hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^MailerRole'),
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 'ses:SendEmail',
          Condition: { StringEquals: { 'ses:FromAddress': mailFrom } },
        }),
      ]),
    },
  });
});

test('it changes nothing but in sessions, where mails lie', () => {
  expect(partitionsOf(withMail, 'Mailer', 'dynamodb:UpdateItem')).toEqual(['S#*']);
});

test('nobody else may send, and only the staff Lambda is told that mails are sent', () => {
  const told = Object.entries(withMail.findResources('AWS::Lambda::Function'))
    .filter(([, { Properties }]) => 'HADIR_MAIL_FROM' in Properties.Environment.Variables)
    .map(([name]) => name.replace(/[0-9A-F]{8}$/, ''));
  expect(told.sort()).toEqual(['Mailer', 'Staff']);
});

test('mails wake it, one batch after the other, and nothing else does', () => {
  const mappings = Object.values(withMail.findResources('AWS::Lambda::EventSourceMapping')).map(
    ({ Properties }) => Properties,
  );
  expect(mappings).toHaveLength(2);
  const mapping = mappings.find(({ FunctionName }) => JSON.stringify(FunctionName).includes('Mailer'));
  const pattern = { dynamodb: { Keys: { pk: { S: [{ prefix: 'S#' }] }, sk: { S: [{ prefix: 'MAIL#' }] } } } };
  expect(mapping?.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
    pattern,
  ]);
  expect(mapping).toMatchObject({
    BatchSize: 100,
    ParallelizationFactor: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 23 * 3600,
  });
  expect(mapping).not.toHaveProperty('MaximumRetryAttempts');
  withMail.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^MailerFailures'), 'Arn'] } },
    },
  });
});

test('it lives longer than whatever it has to wait for, and than a mail that takes as long as one may', () => {
  const [mailer] = Object.values(
    withMail.findResources('AWS::Lambda::Function', { Properties: { Description: Match.stringLikeRegexp('owed') } }),
  );
  const lifeMs = mailer?.Properties.Timeout * 1000;
  for (const wait of [leaseMs, longestWaitMs, deferral(100)]) expect(wait + reserveMs).toBeLessThan(lifeMs);
  expect(longestSendMs).toBeLessThan(reserveMs);
});

test.each(['Hadir <undangan@lahatkab.go.id>', 'undangan', 'UNDANGAN@lahatkab.go.id', 'a@b'])(
  '%s is no address to send from, and the sentence says what is',
  (address) => {
    expect(() => checkStage({ ...stages.prod, mailFrom: address }, 'prod')).toThrow(
      'infra/stages/prod.ts: mailFrom must be an address',
    );
  },
);
