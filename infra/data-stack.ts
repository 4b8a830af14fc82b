/** What must never be lost: the table, the secret that every printed code depends on, and the keys that seals are signed with. */

import { AttributeType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { SealKeys } from './seal-keys.ts';
import { idOf, type Stage } from './stages.ts';

/** The functions that seal, by their constructs' names. */
export const sealers = ['Staff', 'Projector'] as const;

export interface DataStackProps extends StackProps {
  stage: Stage;
}

export class DataStack extends Stack {
  readonly table: TableV2;
  readonly tokenKeys: Secret;
  readonly sealKeys: SealKeys;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.name === 'prod', description: 'Hadir: table and keys' });

    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      // Keys are all that the projector needs; names and NIPs do not travel through the stream, its filters or its queue.
      dynamoStream: StreamViewType.KEYS_ONLY,
      // AWS's own key rather than DynamoDB's: its use shows in CloudTrail, and it costs nothing while a table of ours would
      // pay for every request to a key of its own.
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      timeToLiveAttribute: 'ttl',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // A new random key under id 1. Rotation adds a key and moves `current`; see functions/lambda/token-key-secret.ts.
    this.tokenKeys = new Secret(this, 'TokenKeys', {
      description: 'HMAC keys of the invitation codes, by key id. Losing one makes its printed codes worthless.',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ current: 1 }),
        generateStringKey: '1',
        // 43 letters and digits are 32 bytes in base64url.
        passwordLength: 43,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // By the beginnings of their names: the roles themselves are made later, in a stack that needs the key's ARN.
    const signers = sealers.map((name) => `${idOf(stage, 'api')}-${name}Role`);
    this.sealKeys = new SealKeys(this, 'Seal', { stage, signers });
    // The API's stack names one of them; after a rotation it still uses the former one while this stack is being deployed.
    for (const { keyArn } of this.sealKeys.all) this.exportValue(keyArn);

    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'TokenKeysSecret', { value: this.tokenKeys.secretArn });
  }
}
