/** The month's budget: outside Indonesia, and after everything else. */
import { expect, test } from 'vitest';
import { rehearsalAt } from '../../infra/stages/rehearsal.ts';
import type { Stage } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize } from './synth.ts';

const plain = synthesize();

test('a mail comes at four fifths of the month’s budget, and when the forecast exceeds it', () => {
  const to = { Subscribers: [{ SubscriptionType: 'EMAIL', Address: stages.prod.alarmEmail }] };
  const above = (NotificationType: string, Threshold: number) => ({
    Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' },
    ...to,
  });
  plain.template('budget').hasResourceProperties('AWS::Budgets::Budget', {
    Budget: {
      TimeUnit: 'MONTHLY',
      BudgetType: 'COST',
      BudgetLimit: { Amount: stages.prod.monthlyBudgetUsd, Unit: 'USD' },
    },
    NotificationsWithSubscribers: [above('ACTUAL', 80), above('FORECASTED', 100)],
  });
});

const budgetName = (stage: Stage): string => {
  const [budget] = Object.values(synthesize(stage).template('budget').findResources('AWS::Budgets::Budget'));
  return budget?.Properties.Budget.BudgetName;
};

test('two stages of one account have two budgets', () => {
  expect(budgetName(stages.dev)).toMatch(/^hadir-dev-month-/);
  expect(budgetName(stages.prod)).toMatch(/^hadir-prod-month-/);
});

test('a budget that is told to somebody else has another name: CloudFormation makes it before it removes the former', () => {
  expect(budgetName({ ...stages.prod, alarmEmail: 'another@hadir.example' })).not.toBe(budgetName(stages.prod));
  // Of another amount it is the same one.
  expect(budgetName({ ...stages.prod, monthlyBudgetUsd: 50 })).toBe(budgetName(stages.prod));
});

test('it is made last, and nothing waits for it: an account that may have none has all the rest', () => {
  const { stacks, parts } = synthesize({
    ...stages.prod,
    mailFrom: 'undangan@mail.lahatkab.example',
    requestsPerAddress: 50_000,
  });
  const waitsFor = (part: (typeof parts)[number]): string[] =>
    stacks[part]?.dependencies.map(({ stackName }) => stackName).sort() ?? [];
  const others = parts.filter((part) => part !== 'budget');
  expect(waitsFor('budget')).toEqual(others.map((part) => `hadir-prod-${part}`).sort());
  for (const part of others) expect(waitsFor(part)).not.toContain('hadir-prod-budget');
});

test('a rehearsal has none where its emulator knows none', () => {
  expect(synthesize(rehearsalAt('http://127.0.0.1:4566')).parts).not.toContain('budget');
});
