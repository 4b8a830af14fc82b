/** What is true of all stacks at once: what is kept, encrypted, granted, logged, and where it lies. */
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { permissionsIn } from './permissions.ts';
import { type Part, synthesize } from './synth.ts';

/** With every option that a stage has. */
const everything: Stage = {
  ...stages.prod,
  mailFrom: 'undangan@mail.lahatkab.example',
  requestsPerAddress: 50_000,
  formerSealKeys: [`302a300506032b6570032100${'a'.repeat(64)}`],
};
const full = synthesize(everything);
const templates: readonly [Part, Template][] = full.parts.map((part) => [part, full.template(part)]);

interface Found {
  part: Part;
  id: string;
  properties: ReturnType<Template['findResources']>[string];
  kept: boolean;
  /** Whether CloudFormation deletes it when the deployment that made it fails. */
  undone: boolean;
}
/** All resources of a type, of all stacks. */
const all = (type: string): Found[] =>
  templates.flatMap(([part, template]) =>
    Object.entries(template.findResources(type)).map(([id, { Properties, DeletionPolicy, UpdateReplacePolicy }]) => ({
      part,
      id: id.replace(/[0-9A-F]{8}$/, ''),
      properties: Properties ?? {},
      kept: ['Retain', 'RetainExceptOnCreate'].includes(DeletionPolicy) && UpdateReplacePolicy === 'Retain',
      undone: DeletionPolicy !== 'Retain',
    })),
  );
const placesOf = (found: readonly Found[]): string[] => found.map(({ part, id }) => `${part} ${id}`).sort();

describe('data about persons', () => {
  test('rests in Jakarta: no stack but two lies elsewhere', () => {
    const regions = full.parts.map((part) => [part, full.stacks[part]?.region]);
    expect(regions.filter(([, region]) => region !== 'ap-southeast-3')).toEqual([
      ['edge', 'us-east-1'],
      ['budget', 'us-east-1'],
    ]);
  });

  test('is not in those that lie elsewhere: a rule and a budget are all that they hold', () => {
    const typesOf = (part: Part): string[] =>
      Object.values(full.template(part).toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    expect(typesOf('edge')).toEqual(['AWS::WAFv2::WebACL']);
    expect(typesOf('budget')).toEqual(['AWS::Budgets::Budget']);
  });

  test('has no copy in another region', () => {
    expect(
      all('AWS::DynamoDB::GlobalTable').flatMap(({ properties }) =>
        properties.Replicas.map(({ Region }: { Region: string }) => Region),
      ),
    ).toEqual(['ap-southeast-3']);
    for (const { properties } of all('AWS::S3::Bucket')) expect(properties.ReplicationConfiguration).toBeUndefined();
    for (const { properties } of all('AWS::SecretsManager::Secret')) expect(properties.ReplicaRegions).toBeUndefined();
    for (const { properties } of all('AWS::KMS::Key')) expect(properties.MultiRegion ?? false).toBe(false);
  });
});

describe('what must not be lost', () => {
  test('outlives its stack: table, keys, secret, pool, pages', () => {
    const lasting = [
      'AWS::DynamoDB::GlobalTable',
      'AWS::KMS::Key',
      'AWS::SecretsManager::Secret',
      'AWS::Cognito::UserPool',
      'AWS::S3::Bucket',
    ].flatMap(all);
    expect(placesOf(lasting.filter(({ kept }) => kept))).toEqual([
      'data Table',
      'identity Staff',
      'keys SealKey1',
      'keys SealKey2',
      'keys TokenKeys',
      'web Pages',
    ]);
    // What this key encrypted is a mail that was sent.
    expect(placesOf(lasting.filter(({ kept }) => !kept))).toEqual(['alarms TopicKey']);
  });

  test('is not left behind by a deployment that failed, where nothing of its own keeps it', () => {
    const lasting = ['AWS::KMS::Key', 'AWS::SecretsManager::Secret'].flatMap(all).filter(({ kept }) => kept);
    expect(placesOf(lasting.filter(({ undone }) => undone))).toEqual([
      'keys SealKey1',
      'keys SealKey2',
      'keys TokenKeys',
    ]);
    // Their own protection from deletion, or what is in it, would make the undoing fail as well.
    const held = ['AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool', 'AWS::S3::Bucket'].flatMap(all);
    expect(placesOf(held.filter(({ undone }) => undone))).toEqual([]);
  });

  test('is in stacks that must be unlocked before they can be removed, in production', () => {
    const locked = ({ stacks, parts }: typeof full) => parts.filter((part) => stacks[part]?.terminationProtection);
    expect(locked(full)).toEqual(['data', 'keys', 'identity']);
    expect(locked(synthesize(stages.dev))).toEqual([]);
  });

  test('does not hang on what may be removed', () => {
    for (const part of ['data', 'keys', 'identity'] as const) expect(full.stacks[part].dependencies).toEqual([]);
  });
});

describe('encryption', () => {
  test('of everything that rests', () => {
    for (const { properties } of all('AWS::DynamoDB::GlobalTable'))
      expect(properties.SSESpecification.SSEEnabled).toBe(true);
    for (const { properties } of all('AWS::S3::Bucket')) expect(properties.BucketEncryption).toBeDefined();
    for (const { properties } of all('AWS::SQS::Queue')) expect(properties.SqsManagedSseEnabled).toBe(true);
    for (const { properties } of all('AWS::SNS::Topic')) expect(properties.KmsMasterKeyId).toBeDefined();
  });

  test('of everything that moves: queues, topics and buckets answer nobody without TLS', () => {
    const policies = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'].flatMap(all);
    const guarded = ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket'].flatMap(all);
    expect(policies).toHaveLength(guarded.length);
    for (const { properties } of policies)
      expect(properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
  });

  test('and no bucket is public', () => {
    expect(all('AWS::S3::Bucket')).toHaveLength(1);
    for (const { properties } of all('AWS::S3::Bucket'))
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });
});

describe('grants', () => {
  /** Where there is a wildcard, whose, and why it cannot be narrower. Nothing else has any. */
  const written: readonly (readonly [place: string, grant: string, because: string])[] = [
    ['projector Projector', 'dynamodb:ListStreams', 'the streams of the table: that call has no narrower resource'],
    ['mail Mailer', 'dynamodb:ListStreams', 'as above'],
    ['mail Mailer', 'ses:SendEmail', 'whichever set of SES an identity names as its own; from the one address only'],
    // At deployments only: CDK’s publisher reads its asset and writes our bucket.
    ['web Publish', 's3:GetBucket*', 'CDK’s own list'],
    ['web Publish', 's3:GetObject*', 'CDK’s own list'],
    ['web Publish', 's3:List*', 'CDK’s own list'],
    ['web Publish', 's3:Abort*', 'CDK’s own list'],
    ['web Publish', 's3:DeleteObject*', 'CDK’s own list'],
    ['web Publish', 's3:PutObject', 'all files of our bucket'],
    ['web Publish', 's3:PutObjectLegalHold', 'CDK’s own list'],
    ['web Publish', 's3:PutObjectRetention', 'CDK’s own list'],
    ['web Publish', 's3:PutObjectTagging', 'CDK’s own list'],
    ['web Publish', 's3:PutObjectVersionTagging', 'CDK’s own list'],
  ];
  const granted = templates.flatMap(([part, template]) =>
    permissionsIn(template).map((permission) => ({ part, ...permission })),
  );
  const isWild = (text: string): boolean => text.includes('*');

  test('have no wildcard beyond the written list', () => {
    const wild = granted.flatMap(({ part, policy, actions, resources }) =>
      (resources.some(isWild) ? actions : actions.filter(isWild)).map(
        (action) => `${part} ${policy.replace(/Role.*/, '')}: ${action}`,
      ),
    );
    expect([...new Set(wild)].sort()).toEqual(written.map(([place, grant]) => `${place}: ${grant}`).sort());
  });

  test('are never on everything', () => {
    for (const { policy, resources, actions } of granted) {
      expect(resources, policy).not.toContain('*');
      for (const action of actions) expect(action, policy).toMatch(/^[a-z0-9]+:[A-Za-z]/);
    }
  });

  test('are our own: no role has a policy of AWS’s', () => {
    for (const { id, properties } of all('AWS::IAM::Role')) expect(properties.ManagedPolicyArns, id).toBeUndefined();
    expect(all('AWS::IAM::ManagedPolicy')).toEqual([]);
    expect(all('AWS::IAM::User')).toEqual([]);
  });

  test('of being called: the API by its own routes’ functions, the trigger by the pool, and nobody else', () => {
    const callers = all('AWS::Lambda::Permission').map(
      ({ part, properties: { FunctionName, Principal, SourceArn } }) => {
        const called = /(Hot|Attendee|Staff|Documents|PreToken)/.exec(JSON.stringify(FunctionName))?.[1];
        const source = /(Http[0-9A-F]{8}|Staff[0-9A-F]{8})/.exec(JSON.stringify(SourceArn))?.[1]?.slice(0, -8);
        return `${part} ${called} by ${source} of ${Principal}`;
      },
    );
    expect(callers.sort()).toEqual([
      'api Attendee by Http of apigateway.amazonaws.com',
      'api Hot by Http of apigateway.amazonaws.com',
      'api Staff by Http of apigateway.amazonaws.com',
      'documents Documents by Http of apigateway.amazonaws.com',
      'identity PreToken by Staff of cognito-idp.amazonaws.com',
    ]);
  });
});

describe('logs', () => {
  test.each([
    ['prod', full, everything],
    ['dev', synthesize(stages.dev), stages.dev],
  ])('of %s end after the days of the stage, in every group of every stack', (_, from, stage) => {
    const groups = from.parts.flatMap((part) =>
      Object.values(from.template(part).findResources('AWS::Logs::LogGroup')),
    );
    expect(groups.length).toBeGreaterThan(7);
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBe(stage.logDays);
  });

  test('of a function go to a group of ours; one that Lambda made would never end', () => {
    const functions = all('AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThanOrEqual(9);
    for (const { part, id, properties } of functions) {
      const group = properties.LoggingConfig?.LogGroup?.Ref;
      expect(Object.keys(full.template(part).findResources('AWS::Logs::LogGroup')), id).toContain(group);
    }
  });

  test('of requests go to a group by whose name AWS needs no policy for each group', () => {
    const names = all('AWS::Logs::LogGroup').map(({ part, properties }) => [part, properties.LogGroupName]);
    expect(names.filter(([, name]) => name !== undefined)).toEqual([['api', '/aws/vendedlogs/hadir-prod-api']]);
  });

  test('hold nothing about persons: no path, no address, no event, no trace', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage');
    expect(Object.keys(JSON.parse(stage?.properties.AccessLogSettings.Format)).sort()).toEqual([
      ...['error', 'integrationMs', 'ms', 'requestId', 'route', 'status', 'time'],
    ]);
    // The edge's log and a trace hold paths, and a path may be an attendee's code.
    for (const { properties } of all('AWS::CloudFront::Distribution'))
      expect(properties.DistributionConfig.Logging).toBeUndefined();
    for (const { properties } of all('AWS::Lambda::Function')) expect(properties.TracingConfig).toBeUndefined();
    expect(all('AWS::WAFv2::LoggingConfiguration')).toEqual([]);
  });
});
