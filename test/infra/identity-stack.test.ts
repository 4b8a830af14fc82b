import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { Role } from '../../functions/platform/caller.ts';
import { permissionsOf } from './permissions.ts';
import { synthesize } from './synth.ts';

const { template } = synthesize();
const identity = template('identity');
const pool = (properties: object) => identity.hasResourceProperties('AWS::Cognito::UserPool', properties);
const client = (properties: object) => identity.hasResourceProperties('AWS::Cognito::UserPoolClient', properties);

test('nobody joins by themselves', () => {
  pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
});

test('everybody needs a second factor, an authenticator app', () => {
  pool({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
});

test('passwords are long', () => {
  pool({
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
        TemporaryPasswordValidityDays: 3,
      },
    },
  });
});

test('who is given an account is told by mail where to sign in, as whom, and by what', () => {
  const [{ Properties } = { Properties: {} as never }] = Object.values(
    identity.findResources('AWS::Cognito::UserPool'),
  );
  const { EmailMessage, EmailSubject } = Properties.AdminCreateUserConfig.InviteMessageTemplate;
  expect(EmailSubject).toContain('Hadir');
  // Cognito refuses a message without the two in braces.
  for (const told of ['https://hadir.example/staf/', '{username}', '{####}', '3 hari'])
    expect(EmailMessage).toContain(told);
});

test('there is a group for each role and no other', () => {
  const groups = Object.values(identity.findResources('AWS::Cognito::UserPoolGroup'));
  expect(groups.map(({ Properties }) => Properties.GroupName).sort()).toEqual([...Role.options].sort());
});

test('a region is set by administrators: the client cannot write it', () => {
  pool({ Schema: Match.arrayWith([Match.objectLike({ Name: 'region', AttributeDataType: 'String' })]) });
  client({ WriteAttributes: ['name'], ReadAttributes: Match.arrayWith(['custom:region']) });
});

test('the client is public and has the code flow only, back to our own pages', () => {
  client({
    ClientName: 'hadir-web',
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'profile'],
    CallbackURLs: ['https://hadir.example/staf/masuk'],
    LogoutURLs: ['https://hadir.example/staf/'],
    PreventUserExistenceErrors: 'ENABLED',
  });
});

test('access tokens last an hour, a sign-in a working day', () => {
  client({ AccessTokenValidity: 60, RefreshTokenValidity: 720 });
});

test('tokens get role and region from the trigger of version 2, which the plan must have', () => {
  pool({ UserPoolTier: 'ESSENTIALS', LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } } });
  identity.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'cognito-idp.amazonaws.com' });
});

test('the trigger may write its log and nothing else', () => {
  expect(permissionsOf(identity, 'PreToken').flatMap(({ actions }) => actions)).toEqual([
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]);
});

test('neither an operator nor the removal of the stack deletes the accounts', () => {
  pool({ DeletionProtection: 'ACTIVE' });
  identity.hasResource('AWS::Cognito::UserPool', { DeletionPolicy: 'Retain' });
});
