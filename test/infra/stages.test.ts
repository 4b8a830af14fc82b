import { expect, test } from 'vitest';
import { checkStage, stageOf, stages } from '../../infra/stages.ts';

test('dev unless told otherwise', () => {
  expect(stageOf(undefined).name).toBe('dev');
  expect(stageOf('prod').name).toBe('prod');
});

test('every stage keeps its data in Indonesia', () => {
  for (const stage of Object.values(stages)) expect(stage.region).toBe('ap-southeast-3');
});

test('an unknown stage is answered with the ones there are', () => {
  expect(() => stageOf('staging')).toThrow('There is no stage "staging". Write -c stage=dev or -c stage=prod.');
});

test.each([
  ['region', 'us-east-1', 'PP 71/2019'],
  ['domain', 'https://hadir.lahatkab.go.id', 'host name'],
  ['domain', 'Hadir.lahatkab.go.id', 'lower case'],
  [
    'certificateArn',
    'arn:aws:acm:ap-southeast-3:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    'us-east-1',
  ],
  ['signInPrefix', 'hadir-aws', 'without "aws"'],
  ['logDays', 14, '30, 90, 180 or 365'],
  ['requestsPerSecond', 10_000, '1 to 2500'],
  ['liveHoldSeconds', 30, '0 to 20'],
  ['staffInstances', 0, '1 to 10000'],
])('a wrong %s (%s) is answered with a sentence', (field, value, sentence) => {
  const wrong = () => checkStage({ ...stages.prod, [field]: value }, 'prod');
  expect(wrong).toThrow(sentence);
  expect(wrong).toThrow(`infra/stages.ts, prod: ${field} must be`);
});
