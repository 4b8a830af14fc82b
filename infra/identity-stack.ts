/** Staff accounts: a user pool that nobody joins by themselves, with one group for each role and a second factor for all. */

import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Role } from '../functions/platform/caller.ts';
import type { SignIn } from './environment.ts';
import { acknowledge } from './nag.ts';
import { NodeHandler } from './node-handler.ts';
import { leavesOut, originOf, type Stage } from './stages/stage.ts';

export interface IdentityStackProps extends StackProps {
  stage: Stage;
}

/** How long a first password is good. */
const invitationDays = 3;

/** The mail to whom an operator made an account; Cognito's own is English only and does not say where to sign in. */
const invitation = (address: string) => ({
  emailSubject: 'Akun Hadir Anda / Your Hadir account',
  emailBody: [
    `Masuk di / sign in at: ${address}`,
    'Nama pengguna / user name: {username}',
    `Kata sandi pertama, berlaku ${invitationDays} hari / first password, good for ${invitationDays} days: {####}`,
    'Siapkan aplikasi autentikator di ponsel Anda. / Have an authenticator app ready on your telephone.',
  ].join('<br>'),
});

export class IdentityStack extends Stack {
  readonly signIn: SignIn;
  /** The hosts that the pages talk to while signing in; their content security policy must name them. */
  readonly signInOrigins: readonly string[];
  readonly preToken: NodeHandler;

  constructor(scope: Construct, id: string, { stage, ...props }: IdentityStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.name === 'prod', description: 'Hadir: staff accounts' });

    this.preToken = this.addPreToken(stage);
    const pool = this.addPool(stage, this.preToken);
    for (const role of Role.options) pool.addGroup(`Group-${role}`, { groupName: role });
    const client = this.addClient(pool, originOf(stage));
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: stage.signInPrefix },
      // The newer pages speak Indonesian (`lang=id`), the classic ones do not.
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    if (!leavesOut(stage, 'sign-in-style')) {
      new CfnManagedLoginBranding(this, 'SignInStyle', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    }

    const pools = `https://cognito-idp.${stage.region}.amazonaws.com`;
    const issuer = `${pools}/${pool.userPoolId}`;
    this.signIn = { issuer, clientId: client.userPoolClientId, poolId: pool.userPoolId };
    this.signInOrigins = [pools, `https://${stage.signInPrefix}.auth.${stage.region}.amazoncognito.com`];

    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'Issuer', { value: issuer });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId });
  }

  private addPreToken(stage: Stage): NodeHandler {
    return new NodeHandler(this, 'PreToken', {
      stage,
      entry: 'pre-token',
      description: 'Puts role and region into the tokens of staff',
      memoryMb: { is: 256, because: 'It maps one small object; more than the least makes its cold start short.' },
      timeoutSeconds: { is: 5, because: 'Cognito waits no longer than 5 seconds for a trigger.' },
    });
  }

  private addPool(stage: Stage, preToken: NodeHandler): UserPool {
    const pool = new UserPool(this, 'Staff', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      userInvitation: invitation(`${originOf(stage)}/staf/`),
      standardAttributes: { fullname: { required: true, mutable: true } },
      // Changed by an administrator only: the client below may not write it.
      customAttributes: { region: new StringAttribute({ minLen: 2, maxLen: 5, mutable: true }) },
      mfa: Mfa.REQUIRED,
      // An authenticator app: text messages cost money, get lost, and would put a phone number into the pool.
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(invitationDays),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Claims in access tokens need version 2 of the trigger, which the cheapest plan does not have.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      // As the table: kept when a first deployment fails, too.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool, {
      COG8: 'Plus costs for every account and learns from where people sign in. Everybody has a second factor, nobody signs up by themselves, and Cognito locks out by itself who guesses.',
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken, LambdaVersion.V2_0);
    return pool;
  }

  /**
   * A public client: a page cannot keep a secret, so it proves itself by PKCE, the only flow of OAuth that is open to it. Beside it, Cognito's
   * own sign-in by SRP, which does not send the password: without any named, Cognito would open more.
   */
  private addClient(pool: UserPool, origin: string): UserPoolClient {
    return pool.addClient('Web', {
      userPoolClientName: 'hadir-web',
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${origin}/staf/masuk`],
        logoutUrls: [`${origin}/staf/`],
      },
      // As on the laptop: an hour for the API, a working day until the next sign-in.
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ fullname: true, email: true })
        .withCustomAttributes('region'),
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    });
  }
}
