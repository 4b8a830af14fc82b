/** The API: one HTTP API in front of a Lambda for each kind of work, and the projector behind the table's stream. */

import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { hotEndpoints } from '../functions/hot-app.ts';
import { NodeHandler } from './node-handler.ts';
import { originOf, type Stage } from './stages.ts';

export interface ApiStackProps extends StackProps {
  stage: Stage;
  table: TableV2;
  tokenKeys: Secret;
  issuer: string;
  clientId: string;
}

/** The calls on the table that each function makes, and so all that it is granted; test/infra counts them. */
export const tableCalls = {
  hot: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  staff: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  projector: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
} as const;

/** `/api/c/:token/qr.svg` as API Gateway writes it. */
const gatewayPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** Never a path, an address or a header: an attendee's path is their capability (UU PDP 27/2022: minimise). */
const accessLog = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
};

export class ApiStack extends Stack {
  /** The API's own host; people reach it through CloudFront, under the product's address. */
  readonly domain: string;

  constructor(scope: Construct, id: string, { stage, ...props }: ApiStackProps) {
    super(scope, id, { ...props, description: 'Hadir: API and projector' });
    const { table, tokenKeys } = props;
    const environment = {
      HADIR_TABLE: table.tableName,
      HADIR_ORIGIN: originOf(stage),
      HADIR_ISSUER: props.issuer,
      HADIR_CLIENT_ID: props.clientId,
      HADIR_TOKEN_KEYS_SECRET: tokenKeys.secretArn,
    };

    const hot = new NodeHandler(this, 'Hot', {
      stage,
      entry: 'hot',
      description: 'Attendees, doors and signing',
      memoryMb: {
        is: 512,
        because:
          'A check-in is one HMAC, one signature check and one request; a third of a CPU is more than they take.',
      },
      timeoutSeconds: {
        is: 25,
        because:
          'Above one call to a store that is gone (4 attempts of 5 seconds): the door gets our 503. A cold or a refused check-in makes two or three calls in a row; if a later one hangs, the line may be cut here, and the scan is sent again with its nonce.',
      },
      environment,
    });
    const staff = new NodeHandler(this, 'Staff', {
      stage,
      entry: 'staff',
      description: 'Staff console, reports and API documentation',
      memoryMb: {
        is: 1769,
        because:
          'With it comes one whole CPU: the preview of an XLSX of 22,000 rows took 4.2 s of one and 230 MB, and has 29 s to end in.',
      },
      timeoutSeconds: { is: 29, because: 'API Gateway answers for us after 30 seconds.' },
      environment,
    });
    const projector = new NodeHandler(this, 'Projector', {
      stage,
      entry: 'projector',
      description: 'Recomputes the coverage of the sessions that changed',
      memoryMb: {
        is: 512,
        because:
          'It starts with 61 MB; a session of 11,000 invitations adds 36 MB and 0.5 s of a CPU, and four are computed at a time.',
      },
      timeoutSeconds: {
        is: 60,
        because: 'A batch may hold some dozens of sessions; the largest takes about two seconds at a third of a CPU.',
      },
      environment: { HADIR_TABLE: table.tableName },
    });

    hot.allow(tableCalls.hot, table.tableArn);
    staff.allow(tableCalls.staff, table.tableArn);
    projector.allow(tableCalls.projector, table.tableArn);
    for (const handler of [hot, staff]) handler.allow(['secretsmanager:GetSecretValue'], tokenKeys.secretArn);

    this.followStream(projector, table);
    this.domain = this.addHttpApi(stage, hot, staff);
    new CfnOutput(this, 'ApiDomain', { value: this.domain });
  }

  private addHttpApi(stage: Stage, hot: NodeHandler, staff: NodeHandler): string {
    const api = new HttpApi(this, 'Http', { apiName: `hadir-${stage.name}`, createDefaultStage: false });
    // One permission a function, for this API; not one for each of its routes.
    const to = (name: string, handler: NodeHandler) =>
      new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
    const hotIntegration = to('Hot', hot);
    for (const { method, path } of hotEndpoints) {
      api.addRoutes({ path: gatewayPath(path), methods: [HttpMethod[method]], integration: hotIntegration });
    }
    api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: to('Staff', staff) });

    const logs = new LogGroup(this, 'AccessLogs', { retention: stage.logDays, removalPolicy: RemovalPolicy.DESTROY });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.requestsPerSecond, burstLimit: stage.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    return `${api.apiId}.execute-api.${stage.region}.${Aws.URL_SUFFIX}`;
  }

  private followStream(projector: NodeHandler, table: TableV2): void {
    const stream = table.tableStreamArn;
    if (stream === undefined)
      throw new Error('The projector follows the stream of the table, and this table has none.');
    const failures = new Queue(this, 'ProjectorFailures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    projector.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], stream);
    // Lambda lists a table's streams before it takes one; the narrowest resource of that call is all streams of the table.
    projector.allow(['dynamodb:ListStreams'], `${table.tableArn}/stream/*`);

    const key = (name: string, prefix: string) => ({ [name]: { S: FilterRule.beginsWith(prefix) } });
    const about = (pk: string, sk: string) =>
      FilterCriteria.filter({ dynamodb: { Keys: { ...key('pk', pk), ...key('sk', sk) } } });
    new EventSourceMapping(this, 'Stream', {
      target: projector,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      // Invitations, conflicts, head counts, sessions. The others (units, doors, denials, letters, and the coverage that the
      // projector itself writes) wake nobody: a door's contact every half minute must not.
      filters: [about('S#', 'I#'), about('S#', 'C#'), about('S#', 'HC#'), about('R#', 'S#')],
      // Two seconds of check-ins at a door become one computation; "live" figures are as old as that at most.
      maxBatchingWindow: Duration.seconds(2),
      batchSize: 1000,
      // One batch at a time for a session's partition, so that its computations do not overtake each other.
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      onFailure: new SqsDlq(failures),
    });
    new CfnOutput(this, 'ProjectorFailuresUrl', { value: failures.queueUrl });
  }
}
