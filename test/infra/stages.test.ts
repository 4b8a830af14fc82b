import { expect, test } from 'vitest';
import { checkStage } from '../../infra/stages/stage.ts';
import { refuseExamples, stageOf, stages } from '../../infra/stages/stages.ts';

test('dev unless told otherwise', () => {
  expect(stageOf({ example: 'allowed' }).name).toBe('dev');
  expect(stageOf({ stage: 'prod', example: 'allowed' }).name).toBe('prod');
});

test('every stage keeps its data in Indonesia', () => {
  for (const stage of Object.values(stages)) expect(stage.region).toBe('ap-southeast-3');
});

test('an unknown stage is answered with the ones there are', () => {
  expect(() => stageOf({ stage: 'staging' })).toThrow(
    'There is no stage "staging". Write -c stage=dev or -c stage=prod.',
  );
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
  ['requestsPerSecond', 0, 'above 2,500 only what AWS granted'],
  ['burst', 1.5, 'above 1,250 only what AWS granted'],
  ['liveHoldSeconds', 30, '0 to 20'],
  ['staffInstances', 0, '1 to 10000'],
  ['hotInstances', 1.5, 'a whole number'],
  ['alarmEmail', 'operator', 'the e-mail address that alarms go to'],
  ['monthlyBudgetUsd', 0, 'US dollars a month'],
  ['requestsPerAddress', 2000, 'a full hall'],
])('a wrong %s (%s) is answered with a sentence', (field, value, sentence) => {
  const wrong = () => checkStage({ ...stages.prod, [field]: value }, 'prod');
  expect(wrong).toThrow(sentence);
  expect(wrong).toThrow(`infra/stages/prod.ts: ${field} must be`);
});

test.each(['region', 'domain', 'certificateArn', 'signInPrefix', 'alarmEmail', 'monthlyBudgetUsd', 'logDays', 'burst'])(
  'a missing %s is answered with what to write',
  (field) => {
    expect(() => checkStage({ ...stages.prod, [field]: undefined }, 'prod')).toThrow(
      `infra/stages/prod.ts: ${field} must be`,
    );
  },
);

test('more requests than an account has by default are for whoever asked AWS', () => {
  const asked = { requestsPerSecond: 3200, burst: 1600 };
  expect(checkStage({ ...stages.prod, ...asked }, 'prod')).toMatchObject(asked);
});

test('a table is not warmed for less than a new one takes', () => {
  const warmed = (warmThroughput: object) => () => checkStage({ ...stages.prod, warmThroughput }, 'prod');
  expect(warmed({ reads: 24_800, writes: 4000 })()).toMatchObject({ warmThroughput: { reads: 24_800 } });
  expect(warmed({ reads: 11_999, writes: 4000 })).toThrow(
    'infra/stages/prod.ts: warmThroughput.reads must be a whole number from 12000 to 1000000 read units/s; a new table has 12,000.',
  );
  expect(warmed({ reads: 24_800 })).toThrow('warmThroughput.writes must be');
});

test('a misspelt value is not passed over', () => {
  expect(() => checkStage({ ...stages.prod, alarmMail: 'a@b.id' }, 'prod')).toThrow(
    'infra/stages/prod.ts: there is no value named alarmMail; remove it.',
  );
});

test('a stage with its example values is looked at, never deployed', () => {
  for (const stage of ['dev', 'prod'])
    expect(() => stageOf({ stage })).toThrow(
      `infra/stages/${stage}.ts: domain, certificateArn, signInPrefix, alarmEmail are still the example’s.`,
    );
});

test('nor with a single one of them left', () => {
  const own = {
    ...stages.prod,
    domain: 'hadir.lahatkab.go.id',
    certificateArn: 'arn:aws:acm:us-east-1:210987654321:certificate/12345678-0000-0000-0000-000000000000',
    signInPrefix: 'hadir-lahatkab',
    alarmEmail: 'operator@lahatkab.go.id',
  };
  expect(() => refuseExamples(own)).not.toThrow();
  for (const field of ['domain', 'certificateArn', 'signInPrefix', 'alarmEmail'] as const)
    expect(() => refuseExamples({ ...own, [field]: stages.prod[field] })).toThrow(
      `infra/stages/prod.ts: ${field} is still the example’s.`,
    );
});

test('a rehearsal is production less what its emulator cannot do', () => {
  const { emulator, name, domain, signInPrefix, mailFrom, ...same } = stageOf({
    stage: 'rehearsal',
    emulator: 'http://127.0.0.1:4566',
  });
  const { name: _, domain: __, signInPrefix: ___, ...production } = stages.prod;
  expect(same).toEqual(production);
  expect(emulator?.endpoint).toBe('http://127.0.0.1:4566');
  expect(() => stageOf({ stage: 'rehearsal' })).toThrow('the address of the emulator');
});
