/** Papers, apart from the API that has to start soon: its routes lead into a function of its own. */
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { documentEndpoints } from '../functions/documents-app.ts';
import { appAuthorizes, gatewayPath } from './api-stack.ts';
import { codeEnvironment, type SignIn, signInEnvironment, tableEnvironment } from './environment.ts';
import { codeKeyCalls, tableCalls } from './grants.ts';
import { acknowledge } from './nag.ts';
import { NodeHandler } from './node-handler.ts';
import type { Stage } from './stages/stage.ts';

export interface DocumentsStackProps extends StackProps {
  stage: Stage;
  table: ITableV2;
  tokenKeys: ISecret;
  signIn: SignIn;
  httpApi: HttpApi;
}

export class DocumentsStack extends Stack {
  readonly documents: NodeHandler;

  constructor(scope: Construct, id: string, props: DocumentsStackProps) {
    const { stage, table, tokenKeys, signIn, httpApi, ...rest } = props;
    super(scope, id, { ...rest, description: 'Hadir: papers' });

    this.documents = new NodeHandler(this, 'Documents', {
      stage,
      entry: 'documents',
      description: 'Letters, lists, reports and certificates as PDF, XLSX and CSV',
      memoryMb: {
        is: 1769,
        because: 'With it comes one whole CPU: 500 letters took 5 s of one and 160 MB, and have 29 s to end in.',
      },
      timeoutSeconds: { is: 29, because: 'API Gateway answers for us after 30 seconds.' },
      environment: {
        ...tableEnvironment(table),
        ...codeEnvironment(stage, tokenKeys),
        ...signInEnvironment(stage, signIn),
      },
    });
    this.documents.allow(tableCalls.documents, table.tableArn);
    this.documents.allow(codeKeyCalls, tokenKeys.secretArn);

    const integration = new HttpLambdaIntegration('Documents', this.documents, { scopePermissionToRoute: false });
    for (const { method, path } of documentEndpoints) {
      const routeKey = HttpRouteKey.with(gatewayPath(path), HttpMethod[method]);
      const route = new HttpRoute(this, routeKey.key, { httpApi, routeKey, integration });
      acknowledge(route, { APIG4: appAuthorizes });
    }
  }
}
