/** The API: one HTTP API in front of a Lambda for each kind of work, and the projector behind the table's stream. */

import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { documentEndpoints } from '../functions/documents-app.ts';
import { hotEndpoints } from '../functions/hot-app.ts';
import type { Endpoint } from '../functions/platform/endpoint.ts';
import { addMailer } from './mailer.ts';
import { NodeHandler } from './node-handler.ts';
import { originOf, type Stage } from './stages.ts';
import { followStream } from './table-stream.ts';

export interface ApiStackProps extends StackProps {
  stage: Stage;
  table: TableV2;
  tokenKeys: Secret;
  /** The key that seals are signed with. */
  sealKey: Key;
  issuer: string;
  clientId: string;
}

/** The calls on the table that each function makes, and so all that it is granted; test/infra counts them. */
export const tableCalls = {
  // In a batch, the other offices of somebody who holds several.
  hot: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  staff: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  projector: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  mailer: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
  documents: ['dynamodb:GetItem', 'dynamodb:Query'],
} as const;

/** Where seals lie. Who seals nothing may write nothing there, however wide its grants on the table are. */
export const sealPartitions = 'SEAL#*';

/** The calls on the sealing key of the functions that seal; nobody else has any. */
export const sealKeyCalls = ['kms:GetPublicKey', 'kms:Sign'] as const;

/** What the staff function may remove, and from which partitions: units that an import made, when it is undone. */
export const removals = { calls: ['dynamodb:DeleteItem'], partitions: 'R#*' } as const;

const tableWrites = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

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
    const { table, tokenKeys, sealKey } = props;
    const environment = {
      HADIR_TABLE: table.tableName,
      HADIR_ORIGIN: originOf(stage),
      HADIR_ISSUER: props.issuer,
      HADIR_CLIENT_ID: props.clientId,
      HADIR_TOKEN_KEYS_SECRET: tokenKeys.secretArn,
    };
    const { formerSealKeys } = stage;
    const sealing = {
      HADIR_SEAL_KEY: sealKey.keyArn,
      ...(formerSealKeys.length > 0 && { HADIR_FORMER_SEAL_KEYS: formerSealKeys.join(',') }),
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
      instances: stage.staffInstances,
      environment: { ...environment, ...sealing, HADIR_LIVE_HOLD_SECONDS: String(stage.liveHoldSeconds) },
    });
    const projector = new NodeHandler(this, 'Projector', {
      stage,
      entry: 'projector',
      description:
        'Recomputes the coverage of the sessions that changed and the totals above it, and seals the closed ones',
      memoryMb: {
        is: 1769,
        because:
          'With it comes one whole CPU. Sealing 22,000 invitations (88,000 records) took 7.3 s of one and 310 MB above the 100 that it starts with; four sessions are taken at a time.',
      },
      timeoutSeconds: {
        is: 120,
        because:
          'Four of the largest sessions in one batch: figures and seal of each take some 12 s, one after the other on one CPU; and 8 s are waited where the API is sealing the same session.',
      },
      environment: { HADIR_TABLE: table.tableName, ...sealing },
    });

    const documents = new NodeHandler(this, 'Documents', {
      stage,
      entry: 'documents',
      description: 'Letters, annexes, cards and badges as PDF',
      memoryMb: {
        is: 1769,
        because: 'With it comes one whole CPU: 500 letters took 5 s of one and 160 MB, and have 29 s to end in.',
      },
      timeoutSeconds: { is: 29, because: 'API Gateway answers for us after 30 seconds.' },
      environment,
    });

    hot.allow(tableCalls.hot, table.tableArn);
    staff.allow(tableCalls.staff, table.tableArn);
    // Invitations, check-ins and signatures lie in other partitions: nobody may remove those.
    staff.allowPartitions(removals.calls, table.tableArn, removals.partitions);
    projector.allow(tableCalls.projector, table.tableArn);
    documents.allow(tableCalls.documents, table.tableArn);
    for (const handler of [hot, staff, documents])
      handler.allow(['secretsmanager:GetSecretValue'], tokenKeys.secretArn);

    for (const handler of [staff, projector]) handler.allow(sealKeyCalls, sealKey.keyArn);
    hot.forbidPartitions(tableWrites, table.tableArn, sealPartitions);

    followStream(this, {
      handler: projector,
      table,
      mapping: 'Stream',
      failures: 'ProjectorFailures',
      // Invitations, conflicts, head counts, denials, readings, sessions. The others (units, doors, letters, and the coverage and seals
      // that the projector itself writes) do not wake it: a door's contact every half minute must not.
      about: [
        ['S#', ['I#', 'C#', 'HC#', 'D#', 'PR#']],
        ['R#', ['S#']],
      ],
      // Two seconds of check-ins at a door become one computation; "live" figures are as old as that at most.
      window: Duration.seconds(2),
      batchSize: 1000,
      patience: { attempts: 10 },
    });
    const { mailFrom } = stage;
    if (mailFrom !== undefined) {
      const { HADIR_TABLE, HADIR_ORIGIN, HADIR_TOKEN_KEYS_SECRET } = environment;
      const known = { HADIR_TABLE, HADIR_ORIGIN, HADIR_TOKEN_KEYS_SECRET };
      addMailer(this, {
        stage,
        table,
        tokenKeys,
        mailFrom,
        tableCalls: tableCalls.mailer,
        sealPartitions,
        environment: known,
      });
      staff.addEnvironment('HADIR_MAIL_FROM', mailFrom);
    }
    this.domain = this.addHttpApi(stage, { hot, staff, documents });
    new CfnOutput(this, 'ApiDomain', { value: this.domain });
  }

  private addHttpApi(
    stage: Stage,
    { hot, staff, documents }: Record<'hot' | 'staff' | 'documents', NodeHandler>,
  ): string {
    const api = new HttpApi(this, 'Http', { apiName: `hadir-${stage.name}`, createDefaultStage: false });
    // One permission a function, for this API; not one for each of its routes.
    const to = (name: string, handler: NodeHandler) =>
      new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
    const route = (endpoints: readonly Endpoint[], integration: HttpLambdaIntegration) => {
      for (const { method, path } of endpoints)
        api.addRoutes({ path: gatewayPath(path), methods: [HttpMethod[method]], integration });
    };
    route(hotEndpoints, to('Hot', hot));
    route(documentEndpoints, to('Documents', documents));
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
}
