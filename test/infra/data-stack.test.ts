import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { stages } from '../../infra/stages.ts';
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

test('the token keys are generated, never written down, and outlive the stack', () => {
  data.hasResource('AWS::SecretsManager::Secret', {
    Properties: {
      SecretString: Match.absent(),
      GenerateSecretString: {
        SecretStringTemplate: '{"current":1}',
        GenerateStringKey: '1',
        PasswordLength: 43,
        ExcludePunctuation: true,
      },
    },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('only the production stack must be unlocked before it can be removed', () => {
  expect(stacks.data.terminationProtection).toBe(true);
  expect(synthesize(stages.dev).stacks.data.terminationProtection).toBe(false);
});
