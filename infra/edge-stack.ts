/**
 * The rule of the edge. Added where a stage says how much one address may ask for; in us-east-1, as a rule of CloudFront's is made nowhere else.
 * No data of ours is here, and none about persons.
 */
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { idOf, type Stage } from './stages/stage.ts';

export interface EdgeStackProps extends StackProps {
  stage: Stage;
  requestsPerAddress: number;
}

export class EdgeStack extends Stack {
  /** The ARN of the rule. */
  readonly webAcl: string;

  constructor(scope: Construct, id: string, { stage, requestsPerAddress, ...props }: EdgeStackProps) {
    super(scope, id, { ...props, description: 'Hadir: the rule of the edge' });
    this.webAcl = this.addWebAcl(stage, requestsPerAddress);
  }

  private addWebAcl(stage: Stage, limit: number): string {
    const shown = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // A sample would hold paths, and with them the codes of attendees, outside Indonesia.
      sampledRequestsEnabled: false,
    });
    const acl = new CfnWebACL(this, 'Edge', {
      name: idOf(stage, 'edge'),
      description: 'Hadir: how much one address may ask for',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: shown(idOf(stage, 'edge')),
      rules: [
        {
          name: 'one-address',
          priority: 0,
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, evaluationWindowSec: 300 } },
          // 429, by which doors and pages know to try again later.
          action: { block: { customResponse: { responseCode: 429 } } },
          visibilityConfig: shown(idOf(stage, 'one-address')),
        },
      ],
    });
    return acl.attrArn;
  }
}
