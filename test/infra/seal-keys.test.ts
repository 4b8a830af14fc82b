/** The keys that seals are signed with: what they are, who may sign with them, and what a rotation does. */
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { expect, test } from 'vitest';
import { sealEnvironment } from '../../infra/environment.ts';
import { sealers, sealKeyCalls } from '../../infra/grants.ts';
import { checkStage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { actionsOf, permissionsIn } from './permissions.ts';
import { type Synthesized, synthesize } from './synth.ts';

const formerKey = (letter: string): string => `302a300506032b6570032100${letter.repeat(64)}`;
const once = synthesize();
const rotated = synthesize({ ...stages.prod, formerSealKeys: [formerKey('a')] });

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Principal: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

const keysOf = ({ template }: Synthesized) => Object.entries(template('keys').findResources('AWS::KMS::Key'));
const [[keyId, key] = ['', {}]] = keysOf(once);
const statements: Statement[] = key?.Properties.KeyPolicy.Statement;
const allows = (action: string): Statement[] => statements.filter(({ Action }) => [Action].flat().includes(action));
const names = (template: ReturnType<Synthesized['template']>, type: string): string[] =>
  Object.keys(template.findResources(type));

test('there is one: Ed25519, for signing only, in this region only', () => {
  expect(keysOf(once)).toHaveLength(1);
  expect(key?.Properties).toMatchObject({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' });
  expect(key?.Properties.MultiRegion ?? false).toBe(false);
  expect(once.stacks.keys.region).toBe('ap-southeast-3');
});

test('neither the removal of the stack nor a hasty deletion loses it', () => {
  expect(key).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  expect(key?.Properties.PendingWindowInDays).toBe(30);
});

test('its name tells the stage', () => {
  const aliasOf = ({ template }: Synthesized) => Object.values(template('keys').findResources('AWS::KMS::Alias'));
  expect(aliasOf(once).map(({ Properties }) => Properties.AliasName)).toEqual(['alias/hadir-prod-seal']);
  expect(aliasOf(synthesize(stages.dev)).map(({ Properties }) => Properties.AliasName)).toEqual([
    'alias/hadir-dev-seal',
  ]);
});

test('nobody outside the account is named, and no other service', () => {
  for (const { Principal, Effect } of statements) {
    expect(Effect).toBe('Allow');
    expect(JSON.stringify(Principal)).toMatch(/^\{"AWS":\{"Fn::Join":.*:root"\]\]\}\}$/);
  }
});

test('an administrator’s own policy lets nobody sign: the key’s asks for the roles of the functions that seal', () => {
  const [signing, ...others] = allows('kms:Sign');
  expect(others).toEqual([]);
  expect([signing?.Action].flat()).toEqual(['kms:Sign']);
  const arns = signing?.Condition?.ArnLike?.['aws:PrincipalArn'] as unknown[];
  expect(arns.map((arn) => /role\/(.*)\*/.exec(JSON.stringify(arn))?.[1])).toEqual([
    'hadir-prod-api-StaffRole',
    'hadir-prod-projector-ProjectorRole',
  ]);
  expect(signing?.Condition?.StringEquals).toEqual({
    'kms:SigningAlgorithm': 'ED25519_SHA_512',
    'kms:MessageType': 'RAW',
  });
  for (const { Action } of statements)
    for (const action of [Action].flat()) expect(action).not.toMatch(/^kms:\*|^\*|Sign\*|CreateGrant/);
});

test('the roles are called as the key’s policy expects', () => {
  for (const { part, construct } of sealers) {
    const roles = names(once.template(part), 'AWS::IAM::Role');
    expect(roles.filter((role) => role.startsWith(`${construct}Role`))).toHaveLength(1);
    expect(once.stacks[part].stackName).toBe(`hadir-prod-${part}`);
  }
  for (const { Properties } of Object.values(once.work().findResources('AWS::IAM::Role'))) {
    // CloudFormation names them: stack, construct, something random.
    expect(Properties).not.toHaveProperty('RoleName');
  }
});

test('those who seal may sign and read the public half, of exactly this key; the others no call on any', () => {
  const api = once.work();
  for (const { construct } of sealers) expect(actionsOf(api, construct, 'kms')).toEqual([...sealKeyCalls]);
  for (const name of ['Hot', 'Documents']) expect(actionsOf(api, name, 'kms')).toEqual([]);
  const granted = permissionsIn(api).filter(({ actions }) => actions.some((action) => action.startsWith('kms:')));
  expect(granted).toHaveLength(sealers.length);
  for (const { resources } of granted) {
    expect(resources).toHaveLength(1);
    expect(resources[0]).toMatch(new RegExp(`Fn::ImportValue.*${keyId}Arn`));
  }
});

test('those who seal are told the key’s ARN, the others nothing of it', () => {
  const told = Object.entries(once.work().findResources('AWS::Lambda::Function')).filter(
    ([, { Properties }]) => 'HADIR_SEAL_KEY' in Properties.Environment.Variables,
  );
  expect(told.map(([name]) => name.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['Projector', 'Staff']);
  for (const [, { Properties }] of told) {
    expect(JSON.stringify(Properties.Environment.Variables.HADIR_SEAL_KEY)).toContain(`${keyId}Arn`);
    expect(Properties.Environment.Variables).not.toHaveProperty('HADIR_FORMER_SEAL_KEYS');
  }
});

test('a rotation makes a second key, keeps the first, and tells who seals the public half of the first', () => {
  expect(keysOf(rotated).map(([name]) => name)).toEqual(expect.arrayContaining([keyId]));
  expect(keysOf(rotated)).toHaveLength(2);
  const added = keysOf(rotated).find(([name]) => name !== keyId)?.[0];
  const api = rotated.work();
  const granted = permissionsIn(api).filter(({ actions }) => actions.includes('kms:Sign'));
  for (const { resources } of granted) expect(resources.join()).toContain(`${added}Arn`);
  for (const { resources } of granted) expect(resources.join()).not.toContain(`${keyId}Arn`);
  const told = Object.values(api.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties.Environment.Variables.HADIR_FORMER_SEAL_KEYS)
    .filter((keys) => keys !== undefined);
  expect(told).toEqual([formerKey('a'), formerKey('a')]);
  const alias = Object.values(rotated.template('keys').findResources('AWS::KMS::Alias'));
  expect(JSON.stringify(alias)).toContain(String(added));
});

test('keys of sessions that moved here are known to who seals, and make no key of ours', () => {
  const moved = synthesize({ ...stages.prod, movedSealKeys: [formerKey('b')] });
  expect(keysOf(moved)).toHaveLength(1);
  const told = sealers.map(({ part, construct }) =>
    Object.entries(moved.template(part).findResources('AWS::Lambda::Function'))
      .filter(([id]) => id.startsWith(construct))
      .map(([, { Properties }]) => Properties.Environment.Variables.HADIR_FORMER_SEAL_KEYS),
  );
  expect(told.flat()).toEqual([formerKey('b'), formerKey('b')]);
});

test('no more keys than a function’s environment holds, and one that is in both lists once', () => {
  const keys = Array.from({ length: 33 }, (_, index) => `302a300506032b6570032100${`${index}`.padStart(64, '0')}`);
  const [formerSealKeys, movedSealKeys] = [keys.slice(0, 3), keys.slice(3)];
  expect(() => checkStage({ ...stages.prod, formerSealKeys, movedSealKeys }, 'prod')).toThrow(
    'movedSealKeys and formerSealKeys must name 32 keys at most',
  );
  const most = checkStage({ ...stages.prod, formerSealKeys, movedSealKeys: movedSealKeys.slice(1) }, 'prod');
  expect(most.movedSealKeys).toHaveLength(29);
  const both = { ...stages.prod, formerSealKeys: [formerKey('a')], movedSealKeys: [formerKey('b'), formerKey('a')] };
  const told = sealEnvironment(both, { keyArn: 'arn' } as IKey);
  expect(told.HADIR_FORMER_SEAL_KEYS).toBe(`${formerKey('b')},${formerKey('a')}`);
});

test('a key that moved here is told with the regencies that it came with, unless it is this stage’s own', () => {
  const movedSealKeys = [`${formerKey('b')}@16.04+18.13`, `${formerKey('a')}@16.04`];
  const stage = checkStage({ ...stages.prod, formerSealKeys: [formerKey('a')], movedSealKeys }, 'prod');
  const told = sealEnvironment(stage, { keyArn: 'arn' } as IKey);
  expect(told.HADIR_FORMER_SEAL_KEYS).toBe(`${formerKey('b')}@16.04+18.13,${formerKey('a')}`);
});

test.each([
  ['a regency that is none', [`${formerKey('b')}@Lahat`], 'must be an Ed25519 key and the regencies'],
  ['a key twice', [`${formerKey('b')}@16.04`, `${formerKey('b')}@18.13`], 'must not name a key twice'],
  [
    'more regencies than a function’s environment holds',
    [`${formerKey('b')}@${Array.from({ length: 475 }, () => '16.04').join('+')}`],
    '32 keys at most together, fewer where they name regencies',
  ],
])('%s among the moved ones is answered with a sentence', (_, movedSealKeys, sentence) => {
  expect(() => checkStage({ ...stages.prod, movedSealKeys }, 'prod')).toThrow(sentence);
});

test('while a rotation is deployed, what the older API imports is still exported', () => {
  const exports = (from: Synthesized) =>
    Object.values(from.template('keys').findOutputs('*'))
      .map(({ Export }) => Export?.Name as string | undefined)
      .filter((name) => name?.includes('Seal'));
  expect(exports(once)).toHaveLength(1);
  expect(exports(rotated)).toEqual(expect.arrayContaining(exports(once)));
  expect(exports(rotated)).toHaveLength(2);
});

test.each([
  ['no key', ['abc'], 'must be an Ed25519 key'],
  ['a key twice', [formerKey('a'), formerKey('a')], 'must not name a key twice'],
])('%s among the former ones is answered with a sentence', (_, formerSealKeys, sentence) => {
  expect(() => checkStage({ ...stages.prod, formerSealKeys }, 'prod')).toThrow(sentence);
});
