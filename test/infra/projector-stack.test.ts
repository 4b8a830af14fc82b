/** The projector: what wakes it, what it may do, and that nothing it fails at is lost. */
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { leaseMs } from '../../functions/seals/seal-rules.ts';
import { busyMs } from '../../functions/seals/seal-session.ts';
import { synthesize } from './synth.ts';

const projector = synthesize().template('projector');

test('the projector collects for a window, answers for parts of a batch, and loses no failure', () => {
  projector.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    MaximumBatchingWindowInSeconds: 2,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    StartingPosition: 'TRIM_HORIZON',
    MaximumRetryAttempts: 10,
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ProjectorFailures'), 'Arn'] } },
    },
  });
  projector.hasResourceProperties('AWS::SQS::Queue', {
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 14 * 24 * 3600,
  });
});

test('a seal that a dead sealer has claimed is asked for until the claim is over', () => {
  const [mapping] = Object.values(projector.findResources('AWS::Lambda::EventSourceMapping'));
  expect((1 + mapping?.Properties.MaximumRetryAttempts) * busyMs).toBeGreaterThan(leaseMs);
});

test('what figures and seals are made of wakes the projector; what it writes itself and a door’s contact do not', () => {
  const [mapping] = Object.values(projector.findResources('AWS::Lambda::EventSourceMapping'));
  const filters = mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
    JSON.parse(Pattern),
  );
  const about = (pk: string, ...sks: string[]) => ({
    dynamodb: { Keys: { pk: { S: [{ prefix: pk }] }, sk: { S: sks.map((prefix) => ({ prefix })) } } },
  });
  expect(filters).toEqual([about('S#', 'I#', 'C#', 'HC#', 'D#', 'PR#'), about('R#', 'S#')]);
  // Lambda takes no more than five for a mapping.
  expect(filters.length).toBeLessThanOrEqual(5);
});
