/** What must never be lost beside the table: the secret that every printed code depends on, and the keys that seals are signed with. */
import { type CfnSecret, type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { sealers } from './grants.ts';
import { acknowledge } from './nag.ts';
import { SealKeys } from './seal-keys.ts';
import { idOf, type Stage } from './stages/stage.ts';

export interface KeysStackProps extends StackProps {
  stage: Stage;
}

export class KeysStack extends Stack {
  readonly tokenKeys: ISecret;
  readonly sealKeys: SealKeys;

  constructor(scope: Construct, id: string, { stage, ...props }: KeysStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.name === 'prod', description: 'Hadir: keys' });

    // A new random key under id 1. Rotation adds a key and moves `current`; see functions/lambda/token-key-secret.ts.
    const tokenKeys = new Secret(this, 'TokenKeys', {
      description: 'HMAC keys of the invitation codes, by key id. Losing one makes its printed codes worthless.',
      // Never to be changed once deployed, by not so much as a letter: CloudFormation would generate anew, over all keys that there are.
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 1 }),
        generateStringKey: '1',
        // 43 letters and digits are 32 bytes in base64url.
        passwordLength: 43,
        excludePunctuation: true,
        // The same by name, for a rehearsal's emulator, which knows only this way of saying it.
        excludeCharacters: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
      },
      // Of a first deployment that fails nothing is left: no card was printed by it.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // CDK's own types do not hold under exactOptionalPropertyTypes.
    this.tokenKeys = stage.emulator ? this.byItsArn(tokenKeys) : (tokenKeys as ISecret);

    acknowledge(tokenKeys, {
      SMG4: 'Printed codes live as long as their key, so none goes by a schedule: an operator adds one, or takes away one that others have seen (`npm run admin -- rotate-keys token`), and nothing else may write this secret.',
    });

    // By the beginnings of their names: the roles themselves are made later, in stacks that need the key's ARN.
    const signers = sealers.map(({ part, construct }) => `${idOf(stage, part)}-${construct}Role`);
    this.sealKeys = new SealKeys(this, 'Seal', { stage, signers });
    // Other stacks name one of them; after a rotation they still use the former one while this stack is being deployed.
    for (const { keyArn } of this.sealKeys.all) this.exportValue(keyArn);

    new CfnOutput(this, 'TokenKeysSecret', { value: this.tokenKeys.secretArn });
  }

  /** Of an emulator, whose reference to a secret is its name; CloudFormation's is the ARN, as grants need it. */
  private byItsArn(secret: Secret): ISecret {
    return Secret.fromSecretCompleteArn(this, 'TokenKeysArn', (secret.node.defaultChild as CfnSecret).attrId);
  }
}
