/**
 * A Lambda with the defaults that every one of ours has: Node.js 24 on arm64, one minified ESM file with its SDK inside (what
 * the tests run is what is deployed), its own log group with an end, and a role that may write there and nothing else.
 */
import { fileURLToPath } from 'node:url';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

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

export class NodeHandler extends NodejsFunction {
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
      entry: root(`functions/lambda/${entry}.ts`),
      projectRoot: root(''),
      depsLockFilePath: root('package-lock.json'),
      description,
      role,
      logGroup,
      environment,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb.is,
      timeout: Duration.seconds(timeoutSeconds.is),
      ...(instances === undefined ? {} : { reservedConcurrentExecutions: instances }),
      // The SDK finds the runtime's keep-alive setting by itself; nothing is written into the environment.
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        forceDockerBundling: false,
        // All of it, the AWS SDK too: the runtime's own copy changes without us.
        externalModules: [],
        // Some CommonJS packages ask for Node's modules by `require`, which ESM does not have.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
    });
  }

  /** Lets the function make exactly these calls on exactly this. */
  allow(actions: readonly string[], ...resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources }));
  }

  /** Lets the function make these calls on items whose partition key is like this; all others of the table stay out of reach. */
  allowPartitions(actions: readonly string[], table: string, partitions: string): void {
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [table],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions] } },
      }),
    );
  }

  /** Keeps these calls away from items whose partition key is like this, whatever else is allowed. */
  forbidPartitions(actions: readonly string[], table: string, partitions: string): void {
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: [...actions],
        resources: [table],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [partitions] } },
      }),
    );
  }
}
