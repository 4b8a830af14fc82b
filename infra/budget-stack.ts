/**
 * The month's budget, in us-east-1, since CloudFormation does not know budgets in every region. In a stack of its own and made last: not every
 * account may have one. No data of ours is here, and none about persons.
 */
import { createHash } from 'node:crypto';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { idOf, type Stage } from './stages/stage.ts';

export interface BudgetStackProps extends StackProps {
  stage: Stage;
}

export class BudgetStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: BudgetStackProps) {
    super(scope, id, { ...props, description: 'Hadir: budget' });
    this.addBudget(stage);
  }

  /** Of the whole account: by a tag it could be told only after somebody activated that tag by hand, and some costs bear none. */
  private addBudget(stage: Stage): void {
    const subscribers = [{ subscriptionType: 'EMAIL', address: stage.alarmEmail }];
    const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    const notificationsWithSubscribers = [at('ACTUAL', 80), at('FORECASTED', 100)];
    // For other notifications CloudFormation makes another budget before it removes this one, and two of one name cannot be: with a fixed name
    // nobody could change `alarmEmail`.
    const told = createHash('sha256').update(JSON.stringify(notificationsWithSubscribers)).digest('hex').slice(0, 8);
    new CfnBudget(this, 'Month', {
      budget: {
        budgetName: idOf(stage, `month-${told}`),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers,
    });
  }
}
