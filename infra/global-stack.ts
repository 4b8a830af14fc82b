/**
 * What AWS has in one place for the whole world, in us-east-1: the month's budget, and the rule of the edge. CloudFormation does not know
 * budgets in every region, and a rule of CloudFront's is made nowhere else. No data of ours is here, and none about persons.
 */
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { idOf, type Stage } from './stages/stage.ts';

export const globalRegion = 'us-east-1';

export interface GlobalStackProps extends StackProps {
  stage: Stage;
}

export class GlobalStack extends Stack {
  /** The ARN of the edge's rule, where the stage has `requestsPerAddress`. */
  readonly webAcl: string | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: GlobalStackProps) {
    super(scope, id, { ...props, description: 'Hadir: budget, and the rule of the edge' });
    this.addBudget(stage);
    this.webAcl = stage.requestsPerAddress === undefined ? undefined : this.addWebAcl(stage, stage.requestsPerAddress);
  }

  /** Of the whole account: by a tag it could be told only after somebody activated that tag by hand, and some costs bear none. */
  private addBudget(stage: Stage): void {
    const subscribers = [{ subscriptionType: 'EMAIL', address: stage.alarmEmail }];
    const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'Month', {
      budget: {
        budgetName: idOf(stage, 'month'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [at('ACTUAL', 80), at('FORECASTED', 100)],
    });
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
