import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handler } from './pre-token.ts';

const event = (groups: string[], attributes: Record<string, string>) =>
  ({
    version: '2',
    triggerSource: 'TokenGeneration_HostedAuth',
    region: 'ap-southeast-3',
    userPoolId: 'ap-southeast-3_example',
    userName: 'rini',
    callerContext: { awsSdkVersion: '3', clientId: 'client' },
    request: { userAttributes: attributes, groupConfiguration: { groupsToOverride: groups }, scopes: ['openid'] },
    response: { claimsAndScopeOverrideDetails: {} },
  }) as PreTokenGenerationV2TriggerEvent;

const claimsOf = async (groups: string[], attributes: Record<string, string>) => {
  const { response } = await handler(event(groups, attributes));
  const { accessTokenGeneration, idTokenGeneration } = response.claimsAndScopeOverrideDetails;
  expect(idTokenGeneration).toEqual(accessTokenGeneration);
  return accessTokenGeneration?.claimsToAddOrOverride;
};

test.each([
  ['organizer', '16.04'],
  ['operator', '16.04'],
  ['regent', '18.13'],
  ['province', '18'],
  ['nation', '00'],
  ['auditor', '35.28'],
])('the group %s becomes the role, the attribute the region', async (role, region) => {
  expect(await claimsOf([role], { sub: 'x', 'custom:region': region })).toEqual({ role, region });
});

test('groups that are no roles do not matter', async () => {
  const groups = ['ap-southeast-3_pool_Google', 'regent'];
  expect(await claimsOf(groups, { 'custom:region': '16.04' })).toEqual({ role: 'regent', region: '16.04' });
});

test.each([
  ['no group', [], { 'custom:region': '16.04' }],
  ['two roles', ['organizer', 'auditor'], { 'custom:region': '16.04' }],
  ['no role among the groups', ['admins'], { 'custom:region': '16.04' }],
  ['no region', ['organizer'], {}],
  ['the whole country without the role for it', ['organizer'], { 'custom:region': '00' }],
  ['the national role in a regency', ['nation'], { 'custom:region': '16.04' }],
  ['a region that is no code', ['organizer'], { 'custom:region': '16.04.05' }],
])('a user with %s gets neither claim', async (_, groups, attributes) => {
  expect(await claimsOf(groups, attributes as Record<string, string>)).toEqual({});
});
