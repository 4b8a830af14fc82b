import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize } from './synth.ts';

const { stacks, template } = synthesize();
const keys = template('keys');

test('the token keys are generated, never written down, and outlive the stack', () => {
  keys.hasResource('AWS::SecretsManager::Secret', {
    Properties: {
      SecretString: Match.absent(),
      // Every letter of it: one that changes makes CloudFormation write another secret over the keys of all printed codes.
      GenerateSecretString: Match.exact({
        SecretStringTemplate: '{"current":1}',
        GenerateStringKey: '1',
        PasswordLength: 43,
        ExcludePunctuation: true,
        ExcludeCharacters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      }),
    },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});

test('in production the stack must be unlocked before it can be removed', () => {
  expect(stacks.keys.terminationProtection).toBe(true);
  expect(synthesize(stages.dev).stacks.keys.terminationProtection).toBe(false);
});
