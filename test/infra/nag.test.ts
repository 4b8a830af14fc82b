/** The AwsSolutions rules of cdk-nag: every stage follows them or says why not, where it does not. */
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack, Validations } from 'aws-cdk-lib/core';
import { describe, expect, test } from 'vitest';
import { acknowledge, broken, checkRules } from '../../infra/nag.ts';
import { addStacks } from '../../infra/stacks.ts';
import { rehearsalAt } from '../../infra/stages/rehearsal.ts';
import type { Stage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { makeApp, placeholderPages } from './synth.ts';

const everything: Stage = { ...stages.prod, mailFrom: 'undangan@mail.lahatkab.example', requestsPerAddress: 50_000 };
const restored: Stage = {
  ...stages.prod,
  restoredTable: {
    name: 'hadir-restored',
    streamArn: 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/hadir-restored/stream/2026-01-01T00:00:00.000',
  },
};
const appOf = (stage: Stage, pages: string | undefined = placeholderPages()) => {
  const app = makeApp();
  addStacks(app, stage, pages);
  return app;
};

test.each([
  ['dev', stages.dev],
  ['prod', stages.prod],
  ['prod with mails and a rule at the edge', everything],
  ['prod on a restored table', restored],
  ['a rehearsal', rehearsalAt('http://127.0.0.1:4566')],
])('%s follows them', (_, stage) => {
  const app = appOf(stage);
  app.synth();
  expect(broken(app)).toEqual([]);
});

describe('what is not followed', () => {
  const withBucket = () => {
    const app = appOf(stages.dev, undefined);
    const bucket = new Bucket(new Stack(app, 'hadir-dev-careless'), 'Careless');
    checkRules(app);
    return { app, bucket };
  };

  test('ends the synthesis', () => {
    expect(() => withBucket().app.synth()).toThrow('AwsSolutions-S10');
  });

  test('may stand where it says why, rule by rule', () => {
    const { app, bucket } = withBucket();
    acknowledge(bucket, { S1: 'It is the bucket of a test.' });
    expect(broken(app)).toEqual(['AwsSolutions-S10: hadir-dev-careless/Careless/Resource']);
    acknowledge(bucket, { S10: 'It is the bucket of a test.' });
    expect(() => app.synth()).not.toThrow();
  });
});

test('every reason is a sentence, and stands at what it is about: never at a whole stack', () => {
  const app = appOf(everything);
  const said = app.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.values(data as Record<string, string>).map((reason) => ({ construct, reason }))),
    );
  expect(said.length).toBeGreaterThan(20);
  for (const { construct, reason } of said) {
    expect(Stack.isStack(construct), construct.node.path).toBe(false);
    expect(construct).not.toBe(app);
    expect(reason).toMatch(/^[A-Z].{40,}\.$/);
  }
});
