/** Staff of the deployed pool: made as an operator makes them, signed in for the first time as their browser does. */
import { createHmac, randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AssociateSoftwareTokenCommand,
  type ChallengeNameType,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Emulator, region } from './emulator.ts';
import { startSrp } from './srp.ts';

export interface Pool {
  poolId: string;
  clientId: string;
}

export interface SignedIn {
  accessToken: string;
  /** The challenges that had to be answered, in their order. */
  challenges: string[];
}

// An operator cannot act on the SDK’s warning.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const makePassword = (): string => `Aa1!${randomBytes(12).toString('base64url')}`;

/** The six digits of an authenticator app (RFC 6238, half a minute, SHA-1). */
const totp = (secret: string, now: number): string => {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
};

/** By the commands of infra/README.md; the password is the one that Cognito would have mailed. */
const create = async (cognito: CognitoIdentityProviderClient, { poolId }: Pool, who: Staff, password: string) => {
  const { username, role, regency } = who;
  const attributes = {
    email: `${username}@hadir-rehearsal.example`,
    email_verified: 'true',
    name: username,
    'custom:region': regency,
  };
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: username,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId: poolId, Username: username, GroupName: role }));
};

export interface Staff {
  username: string;
  role: string;
  regency: string;
}

/** Made, then signed in with the temporary password, another one, and an authenticator app if the pool asks for it. */
export const makeStaff = async (emulator: Emulator, pool: Pool, who: Staff): Promise<SignedIn> => {
  const { environment, endpoint } = emulator;
  const cognito = new CognitoIdentityProviderClient({
    region,
    endpoint,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  });
  const first = makePassword();
  await create(cognito, pool, who, first);
  const ClientId = pool.clientId;
  const USERNAME = who.username;
  const srp = startSrp(pool.poolId, first);
  const AuthParameters = { USERNAME, SRP_A: srp.publicA };
  let step: Step = await cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }));
  const challenges: string[] = [];
  const answer = async (responses: Record<string, string>, Session: string | undefined): Promise<Step> =>
    cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: step.ChallengeName,
        ChallengeResponses: { USERNAME, ...responses },
        ...(Session !== undefined && { Session }),
      }),
    );
  while (step.AuthenticationResult === undefined) {
    const { ChallengeName = '', ChallengeParameters: asked = {}, Session } = step;
    challenges.push(ChallengeName);
    if (challenges.length > 5) throw new Error(`signing in does not come to an end: ${challenges.join(', ')}`);
    if (ChallengeName === 'PASSWORD_VERIFIER') {
      const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP = '' } = asked;
      const challenge = { salt: SALT, publicB: SRP_B, secretBlock: SECRET_BLOCK, userId: USER_ID_FOR_SRP };
      const { timestamp, signature } = srp.prove(challenge, new Date());
      const proof = { TIMESTAMP: timestamp, PASSWORD_CLAIM_SIGNATURE: signature };
      step = await answer({ ...proof, PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK, USERNAME: USER_ID_FOR_SRP }, Session);
    } else if (ChallengeName === 'NEW_PASSWORD_REQUIRED') {
      step = await answer({ NEW_PASSWORD: makePassword() }, Session);
    } else if (ChallengeName === 'MFA_SETUP') {
      const app = await cognito.send(new AssociateSoftwareTokenCommand({ Session }));
      const UserCode = totp(app.SecretCode ?? '', Date.now());
      const verified = await cognito.send(new VerifySoftwareTokenCommand({ Session: app.Session, UserCode }));
      step = await answer({}, verified.Session);
    } else throw new Error(`signing in asks for ${ChallengeName}`);
  }
  cognito.destroy();
  return { accessToken: step.AuthenticationResult.AccessToken ?? '', challenges };
};

interface Step {
  ChallengeName?: ChallengeNameType | undefined;
  ChallengeParameters?: Record<string, string> | undefined;
  Session?: string | undefined;
  AuthenticationResult?: { AccessToken?: string | undefined } | undefined;
}
