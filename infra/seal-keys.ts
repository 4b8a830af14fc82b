/**
 * The keys that seals are signed with: Ed25519, made in KMS and never leaving it. KMS does not rotate asymmetric keys, so a rotation adds
 * one; the former ones stay, since nobody should have to wonder who removed what old seals were signed with.
 */
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Stage } from './stages/stage.ts';

/** Everything that a key needs in its life, except its use: nobody signs by hand. */
const administration = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:Describe*',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:Get*',
  'kms:List*',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

export interface SealKeysProps {
  stage: Stage;
  /** The roles that may sign, by the beginning of the name that CloudFormation gives them. */
  signers: readonly string[];
}

export class SealKeys extends Construct {
  /** The one that signs. */
  readonly current: Key;
  /** All of them, the oldest first. */
  readonly all: readonly Key[];

  constructor(scope: Construct, id: string, { stage, signers }: SealKeysProps) {
    super(scope, id);
    const first = this.addKey(1, signers);
    const later = stage.formerSealKeys.map((_, index) => this.addKey(index + 2, signers));
    this.all = [first, ...later];
    this.current = later.at(-1) ?? first;
    new Alias(this, 'Alias', { aliasName: `alias/hadir-${stage.name}-seal`, targetKey: this.current });
    new CfnOutput(this, 'CurrentKey', { value: this.current.keyArn });
  }

  private addKey(number: number, signers: readonly string[]): Key {
    return new Key(this, `Key${number}`, {
      description: `Hadir: signs tree heads (seal key ${number}). Old seals are checked without it; new ones cannot be made without it.`,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      policy: keyPolicy(signers),
      // One whose making failed signed nothing, and goes.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      // The longest time to notice that somebody is deleting it.
      pendingWindow: Duration.days(30),
    });
  }
}

/**
 * The account's own policies decide who administers the key. Of signing they decide only for roles named as the functions that seal: by hand
 * an administrator signs only after changing this policy, making or taking such a role, or changing a function's code. This keeps no
 * administrator from signing; CloudTrail shows each of these, and every signature.
 */
const keyPolicy = (signers: readonly string[]): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'Administration',
        effect: Effect.ALLOW,
        principals: [new AccountRootPrincipal()],
        actions: administration,
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'SealingByTheFunctionsThatSeal',
        effect: Effect.ALLOW,
        principals: [new AccountRootPrincipal()],
        actions: ['kms:Sign'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'aws:PrincipalArn': signers.map((name) => `arn:aws:iam::${Aws.ACCOUNT_ID}:role/${name}*`) },
          StringEquals: { 'kms:SigningAlgorithm': 'ED25519_SHA_512', 'kms:MessageType': 'RAW' },
        },
      }),
    ],
  });
