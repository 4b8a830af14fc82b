/** What the functions are told about the stage, by name; functions/lambda/config.ts reads the same names. Never a secret, only where one is. */
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { formerKeyIn } from '../functions/seals/former-keys.ts';
import { originOf, type Stage } from './stages/stage.ts';

export const tableEnvironment = (table: ITableV2) => ({ HADIR_TABLE: table.tableName });

/** Of who makes or checks codes. */
export const codeEnvironment = (stage: Stage, tokenKeys: ISecret) => ({
  HADIR_ORIGIN: originOf(stage),
  HADIR_TOKEN_KEYS_SECRET: tokenKeys.secretArn,
});

export interface SignIn {
  issuer: string;
  clientId: string;
  /** The pool's id, by which an emulator keeps its key set. */
  poolId: string;
}

/** Of who checks the tokens of staff. */
export const signInEnvironment = ({ emulator }: Stage, { issuer, clientId, poolId }: SignIn) => ({
  HADIR_ISSUER: issuer,
  HADIR_CLIENT_ID: clientId,
  // An emulated pool names the real issuer, and keeps its keys elsewhere.
  ...(emulator && { HADIR_JWKS_URI: `${emulator.endpoint}/${poolId}/.well-known/jwks.json` }),
});

/** Of who seals. */
export const sealEnvironment = ({ formerSealKeys, movedSealKeys = [] }: Stage, sealKey: IKey) => {
  // One that is in both lists is this stage's own, and good for all.
  const moved = movedSealKeys.filter((text) => !formerSealKeys.includes(formerKeyIn(text).publicKey));
  const former = [...moved, ...formerSealKeys];
  return {
    HADIR_SEAL_KEY: sealKey.keyArn,
    ...(former.length > 0 && { HADIR_FORMER_SEAL_KEYS: former.join(',') }),
  };
};
