import { expect, test } from 'vitest';
import { readApiConfig, readMailerConfig, readTableConfig } from './config.ts';
import { readSealConfig } from './seal-config.ts';

const environment = {
  AWS_REGION: 'ap-southeast-3',
  HADIR_TABLE: 'hadir-table',
  HADIR_ORIGIN: 'https://hadir.example',
  HADIR_ISSUER: 'https://cognito-idp.ap-southeast-3.amazonaws.com/ap-southeast-3_pool',
  HADIR_CLIENT_ID: 'client',
  HADIR_TOKEN_KEYS_SECRET: 'arn:aws:secretsmanager:ap-southeast-3:123456789012:secret:keys',
};

test('the key set is where the issuer keeps it', () => {
  expect(readApiConfig(environment).jwksUri).toBe(`${environment.HADIR_ISSUER}/.well-known/jwks.json`);
});

test('the projector needs the table only', () => {
  const { AWS_REGION, HADIR_TABLE } = environment;
  expect(readTableConfig({ AWS_REGION, HADIR_TABLE })).toEqual({ region: 'ap-southeast-3', table: 'hadir-table' });
});

test.each(Object.keys(environment))('without %s nothing starts, and the error names it', (name) => {
  expect(() => readApiConfig({ ...environment, [name]: undefined })).toThrow(name);
});

test('an origin with a slash at its end would make links with two', () => {
  expect(() => readApiConfig({ ...environment, HADIR_ORIGIN: 'https://hadir.example/' })).toThrow('HADIR_ORIGIN');
});

test('a question for live figures is held as long as the stage says, and never as long as API Gateway waits', () => {
  expect(readApiConfig(environment).liveHoldMs).toBe(0);
  expect(readApiConfig({ ...environment, HADIR_LIVE_HOLD_SECONDS: '8' }).liveHoldMs).toBe(8000);
  for (const wrong of ['30', '-1', 'long'])
    expect(() => readApiConfig({ ...environment, HADIR_LIVE_HOLD_SECONDS: wrong })).toThrow('HADIR_LIVE_HOLD_SECONDS');
});

test('whether mails are sent is told by the address they come from', () => {
  const HADIR_MAIL_FROM = 'undangan@lahatkab.example';
  expect(readApiConfig(environment).sendsMail).toBe(false);
  expect(readApiConfig({ ...environment, HADIR_MAIL_FROM }).sendsMail).toBe(true);
  expect(readMailerConfig({ ...environment, HADIR_MAIL_FROM })).toMatchObject({ mailFrom: HADIR_MAIL_FROM });
  expect(() => readMailerConfig(environment)).toThrow('HADIR_MAIL_FROM');
});

const HADIR_SEAL_KEY = 'arn:aws:kms:ap-southeast-3:123456789012:key/11111111-2222-3333-4444-555555555555';
const formerKey = (letter: string): string => `302a300506032b6570032100${letter.repeat(64)}`;

test('former seal keys are a list, and there may be none', () => {
  expect(readSealConfig({ HADIR_SEAL_KEY })).toEqual({ sealKey: HADIR_SEAL_KEY, formerSealKeys: [] });
  const HADIR_FORMER_SEAL_KEYS = [formerKey('a'), formerKey('b')].join(',');
  expect(readSealConfig({ HADIR_SEAL_KEY, HADIR_FORMER_SEAL_KEYS }).formerSealKeys).toEqual([
    formerKey('a'),
    formerKey('b'),
  ]);
});

test('a former seal key may be bound to the regencies that it came with', () => {
  const HADIR_FORMER_SEAL_KEYS = `${formerKey('a')}@16.04+18.13,${formerKey('b')}`;
  const { formerSealKeys } = readSealConfig({ HADIR_SEAL_KEY, HADIR_FORMER_SEAL_KEYS });
  expect(formerSealKeys).toEqual([`${formerKey('a')}@16.04+18.13`, formerKey('b')]);
  const wrong = { HADIR_SEAL_KEY, HADIR_FORMER_SEAL_KEYS: `${formerKey('a')}@everywhere` };
  expect(() => readSealConfig(wrong)).toThrow('HADIR_FORMER_SEAL_KEYS');
});

test.each([
  ['HADIR_SEAL_KEY', { HADIR_SEAL_KEY: 'alias/hadir-prod-seal' }],
  ['HADIR_SEAL_KEY', {}],
  ['HADIR_FORMER_SEAL_KEYS', { HADIR_SEAL_KEY, HADIR_FORMER_SEAL_KEYS: 'cd'.repeat(44) }],
])('a wrong %s ends the start', (name, wrong) => {
  expect(() => readSealConfig(wrong)).toThrow(name);
});
