/** The API: one HTTP API in front of the doors, the attendees and the staff; the papers add their routes themselves. */
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Aws, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { attendeeEndpoints } from '../functions/attendee-app.ts';
import { hotEndpoints } from '../functions/hot-app.ts';
import type { Endpoint } from '../functions/platform/endpoint.ts';
import { codeEnvironment, type SignIn, sealEnvironment, signInEnvironment, tableEnvironment } from './environment.ts';
import { codeKeyCalls, removals, sealKeyCalls, tableCalls, tableWrites } from './grants.ts';
import { acknowledge } from './nag.ts';
import { NodeHandler } from './node-handler.ts';
import { idOf, type Stage } from './stages/stage.ts';

export interface ApiStackProps extends StackProps {
  stage: Stage;
  table: ITableV2;
  tokenKeys: ISecret;
  /** The key that seals are signed with. */
  sealKey: IKey;
  signIn: SignIn;
}

/** `/api/c/:token/qr.svg` as API Gateway writes it. */
export const gatewayPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** Why no route has an authorizer of API Gateway's. */
export const appAuthorizes =
  'The app itself checks every request: a staff token by the pool’s keys, a door’s credential, or an attendee’s code, which is their capability; an authorizer knows only the first, and what is open to anybody is open by intention.';

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
  /** Doors, and the venue's code. */
  readonly hot: NodeHandler;
  /** Attendees, readers and signing. */
  readonly attendee: NodeHandler;
  readonly staff: NodeHandler;
  readonly httpApi: HttpApi;
  readonly httpStage: HttpStage;
  readonly accessLogs: LogGroup;
  /** The API's own host; people reach it through CloudFront, under the product's address. */
  readonly domain: string;

  constructor(scope: Construct, id: string, { stage, table, tokenKeys, sealKey, signIn, ...props }: ApiStackProps) {
    super(scope, id, { ...props, description: 'Hadir: API' });
    const environment = {
      ...tableEnvironment(table),
      ...codeEnvironment(stage, tokenKeys),
      ...signInEnvironment(stage, signIn),
    };
    this.hot = this.addHot(stage, environment);
    this.attendee = this.addAttendee(stage, environment);
    this.staff = this.addStaff(stage, {
      ...environment,
      ...sealEnvironment(stage, sealKey),
      HADIR_LIVE_HOLD_SECONDS: String(stage.liveHoldSeconds),
      // Its stream tells the mailer; this one only says that mails are sent.
      ...(stage.mailFrom !== undefined && { HADIR_MAIL_FROM: stage.mailFrom }),
    });
    const { hot, attendee, staff } = this;

    hot.allow(tableCalls.hot, table.tableArn);
    attendee.allow(tableCalls.attendee, table.tableArn);
    hot.allowPartitions(tableWrites.hot, table.tableArn);
    attendee.allowPartitions(tableWrites.attendee, table.tableArn);
    staff.allow(tableCalls.staff, table.tableArn);
    // Invitations, check-ins and signatures lie in other partitions: nobody may remove those.
    staff.allowPartitions(removals, table.tableArn);
    staff.allow(sealKeyCalls, sealKey.keyArn);
    for (const handler of [hot, attendee, staff]) handler.allow(codeKeyCalls, tokenKeys.secretArn);

    this.httpApi = this.addHttpApi(stage);
    this.accessLogs = new LogGroup(this, 'AccessLogs', {
      // To groups of this prefix AWS may write by one policy; each other group needs room in the account's policy, which may be full.
      logGroupName: `/aws/vendedlogs/${idOf(stage, 'api')}`,
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.httpStage = this.addHttpStage(stage);
    this.domain = `${this.httpApi.apiId}.execute-api.${stage.region}.${Aws.URL_SUFFIX}`;
    new CfnOutput(this, 'ApiDomain', { value: this.domain });
  }

  private addHot(stage: Stage, environment: Record<string, string>): NodeHandler {
    return new NodeHandler(this, 'Hot', {
      stage,
      entry: 'hot',
      description: 'Doors, and the code of the venue',
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
      instances: stage.hotInstances,
      environment,
    });
  }

  private addAttendee(stage: Stage, environment: Record<string, string>): NodeHandler {
    return new NodeHandler(this, 'Attendee', {
      stage,
      entry: 'attendee',
      description: 'Attendees, readers and signing',
      memoryMb: {
        is: 512,
        because: 'As for the doors: a page is a few reads and an HMAC, and nothing but its QR is computed.',
      },
      timeoutSeconds: {
        is: 25,
        because:
          'As for the doors: above one call to a store that is gone, so that it ends by our 503 and is logged as one; the page itself waits 15.',
      },
      instances: stage.attendeeInstances,
      environment,
    });
  }

  private addStaff(stage: Stage, environment: Record<string, string>): NodeHandler {
    return new NodeHandler(this, 'Staff', {
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
      environment,
    });
  }

  private addHttpApi(stage: Stage): HttpApi {
    const api = new HttpApi(this, 'Http', { apiName: `hadir-${stage.name}`, createDefaultStage: false });
    // One permission a function, for this API; not one for each of its routes.
    const to = (name: string, handler: NodeHandler) =>
      new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
    const lead = (endpoints: readonly Endpoint[], integration: HttpLambdaIntegration): void => {
      for (const { method, path } of endpoints)
        api.addRoutes({ path: gatewayPath(path), methods: [HttpMethod[method]], integration });
    };
    acknowledge(api, { APIG4: appAuthorizes });
    lead(hotEndpoints, to('Hot', this.hot));
    lead(attendeeEndpoints, to('Attendee', this.attendee));
    api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration: to('Staff', this.staff) });
    return api;
  }

  private addHttpStage(stage: Stage): HttpStage {
    return new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      // No metrics by route: six for each of some 60 routes at 0.30 US dollars a month each are 100, more than all the rest together. The
      // access log has the route, and CloudWatch Logs Insights counts by it.
      detailedMetricsEnabled: false,
      throttle: { rateLimit: stage.requestsPerSecond, burstLimit: stage.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLogs),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
  }
}
