import { Match, type Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize } from './synth.ts';

const { stacks, template } = synthesize();
const data = template('data');
const table = (properties: object) => data.hasResourceProperties('AWS::DynamoDB::GlobalTable', properties);
const replica = (properties: object) => table({ Replicas: [Match.objectLike(properties)] });

test('there is one table, by pk and sk, paid by request', () => {
  data.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
  table({
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
});

test('it can be restored to any second of 35 days', () => {
  replica({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 } });
});

test('neither an operator nor the removal of the stack deletes it', () => {
  replica({ DeletionProtectionEnabled: true });
  data.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('it is encrypted by a key whose use is logged', () => {
  table({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } });
});

test('its stream carries keys, no person', () => {
  table({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } });
});

test('its items may expire', () => {
  table({ TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } });
});

test('it is in Jakarta and has no copy elsewhere', () => {
  table({ Replicas: [Match.objectLike({ Region: 'ap-southeast-3' })] });
  expect(stacks.data.region).toBe('ap-southeast-3');
});

test('it is as warm as a new one, unless the stage says for what', () => {
  table({ WarmThroughput: Match.absent() });
  const { template } = synthesize({ ...stages.prod, warmThroughput: { reads: 24_800, writes: 4000 } });
  template('data').hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    WarmThroughput: { ReadUnitsPerSecond: 24_800, WriteUnitsPerSecond: 4000 },
  });
});

test('only the production stack must be unlocked before it can be removed', () => {
  expect(stacks.data.terminationProtection).toBe(true);
  expect(synthesize(stages.dev).stacks.data.terminationProtection).toBe(false);
});

/** CloudFormation refuses to remove an export that a stack still reads, and this stack is deployed before the others. */
const exportsOf = (template: Template): unknown[] =>
  Object.values(template.toJSON().Outputs)
    .map((output) => (output as { Export?: { Name: unknown } }).Export?.Name)
    .filter(Boolean);

test('a restored table takes the place of ours for the functions, and ours stays', () => {
  const restoredTable = {
    name: 'hadir-restored',
    streamArn: 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/hadir-restored/stream/2026-01-01T00:00:00.000',
  };
  const after = synthesize({ ...stages.prod, restoredTable });
  after.template('data').resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
  expect(exportsOf(data)).toHaveLength(3);
  expect(exportsOf(after.template('data'))).toEqual(expect.arrayContaining(exportsOf(data)));
  const told = Object.values(after.work().findResources('AWS::Lambda::Function')).map(
    ({ Properties }) => Properties.Environment.Variables.HADIR_TABLE,
  );
  expect(new Set(told)).toEqual(new Set(['hadir-restored']));
  const mappings = Object.values(after.work().findResources('AWS::Lambda::EventSourceMapping'));
  for (const { Properties } of mappings) expect(Properties.EventSourceArn).toBe(restoredTable.streamArn);
});
