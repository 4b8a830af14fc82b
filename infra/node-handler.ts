/**
 * A Lambda with the defaults that every one of ours has: Node.js 24 on arm64, one minified ESM file with its SDK inside (what
 * the tests run is what is deployed), its own log group with an end, and a role that may write there and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AssetHashType, BundlingOutput, DockerImage, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Writes } from './grants.ts';
import type { Stage } from './stages/stage.ts';

const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A number that somebody chose, with the reason; so that the next to change it knows what it was for. */
export interface Chosen {
  is: number;
  because: string;
}

export interface NodeHandlerProps {
  stage: Stage;
  /** The file in functions/lambda, without its ending. */
  entry: string;
  description: string;
  memoryMb: Chosen;
  timeoutSeconds: Chosen;
  /** At once at most; undefined: as many as the account has. */
  instances?: number | undefined;
  environment?: Record<string, string>;
}

/** The entry's bundle as an asset, by its content. Where a synthesis bundles nothing (tests of templates), nothing is run. */
const bundled = (entry: string): Code =>
  Code.fromAsset(root(''), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      outputType: BundlingOutput.NOT_ARCHIVED,
      // Names the entry for CDK, which takes two assets of one folder and one command for the same.
      command: [entry],
      // Never run: CDK asks for an image also where the machine bundles by itself.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (outdir) => {
          const cli = ['--import', 'tsx', root('infra/bundle/bundle-cli.ts'), entry, join(outdir, 'index.mjs')];
          execFileSync(process.execPath, cli, { cwd: root(''), stdio: ['ignore', 'inherit', 'inherit'] });
          return true;
        },
      },
    },
  });

export class NodeHandler extends LambdaFunction {
  constructor(scope: Construct, id: string, props: NodeHandlerProps) {
    const { stage, entry, description, memoryMb, timeoutSeconds, instances, environment = {} } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own: the one that CDK makes may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      code: bundled(entry),
      handler: 'index.handler',
      description,
      role,
      logGroup,
      environment,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb.is,
      timeout: Duration.seconds(timeoutSeconds.is),
      ...(instances === undefined ? {} : { reservedConcurrentExecutions: instances }),
    });
  }

  /** Lets the function make exactly these calls on exactly this. */
  allow(actions: readonly string[], ...resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources }));
  }

  /** Lets the function make these calls on items whose partition key is like one of these; all others of the table stay out of reach. */
  allowPartitions({ calls, partitions }: Writes, table: string): void {
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...calls],
        resources: [table],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
      }),
    );
  }
}
