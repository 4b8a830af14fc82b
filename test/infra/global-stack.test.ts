/** What lies outside Indonesia: the month's budget and, as an option, the rule of the edge. */
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { rehearsalAt } from '../../infra/stages/rehearsal.ts';
import { stages } from '../../infra/stages/stages.ts';
import { outputMeant } from './outputs.ts';
import { synthesize } from './synth.ts';

const plain = synthesize();
const limited = synthesize({ ...stages.prod, requestsPerAddress: 50_000 });
const webAclOf = (from: typeof plain): unknown => {
  const [distribution] = Object.values(from.template('web').findResources('AWS::CloudFront::Distribution'));
  return distribution?.Properties.DistributionConfig.WebACLId;
};

test('a mail comes at four fifths of the month’s budget, and when the forecast exceeds it', () => {
  const to = { Subscribers: [{ SubscriptionType: 'EMAIL', Address: stages.prod.alarmEmail }] };
  const above = (NotificationType: string, Threshold: number) => ({
    Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' },
    ...to,
  });
  plain.template('global').hasResourceProperties('AWS::Budgets::Budget', {
    Budget: {
      TimeUnit: 'MONTHLY',
      BudgetType: 'COST',
      BudgetLimit: { Amount: stages.prod.monthlyBudgetUsd, Unit: 'USD' },
    },
    NotificationsWithSubscribers: [above('ACTUAL', 80), above('FORECASTED', 100)],
  });
});

test('two stages of one account have two budgets', () => {
  const name = (stage: typeof stages.dev | typeof stages.prod) =>
    Object.values(synthesize(stage).template('global').findResources('AWS::Budgets::Budget')).map(
      ({ Properties }) => Properties.Budget.BudgetName,
    );
  expect([...name(stages.dev), ...name(stages.prod)]).toEqual(['hadir-dev-month', 'hadir-prod-month']);
});

test('without `requestsPerAddress` there is no rule at the edge, and nothing to pay for it', () => {
  plain.template('global').resourceCountIs('AWS::WAFv2::WebACL', 0);
  expect(webAclOf(plain)).toBeUndefined();
});

test('with it, who asks for more than that in five minutes is told to come later, and all others pass', () => {
  limited.template('global').hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    DefaultAction: { Allow: {} },
    Rules: [
      Match.objectLike({
        Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 50_000, EvaluationWindowSec: 300 } },
        Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      }),
    ],
  });
});

test('it keeps no samples of requests: they would hold attendees’ codes', () => {
  const text = JSON.stringify(limited.template('global').toJSON());
  expect(text).toContain('"SampledRequestsEnabled":false');
  expect(text).not.toMatch(/"SampledRequestsEnabled":true|LoggingConfiguration/);
});

test('CloudFront bears it, across the regions, without an account’s number or a function of CDK’s', () => {
  expect(outputMeant(limited, webAclOf(limited))).toMatchObject({ part: 'global', attribute: 'Arn' });
  expect(webAclOf(limited)).toMatchObject({ 'Fn::GetStackOutput': { Region: 'us-east-1' } });
  for (const part of ['global', 'web'] as const)
    expect(JSON.stringify(limited.template(part).toJSON())).not.toMatch(/CrossRegionExport/);
});

test('the rule is made before CloudFront bears it, and let go before it is deleted', () => {
  const dependencies = ({ stacks }: typeof plain, part: 'web' | 'global') =>
    stacks[part]?.dependencies.map(({ stackName }) => stackName) ?? [];
  expect(dependencies(limited, 'web')).toContain('hadir-prod-global');
  expect(dependencies(plain, 'global')).toEqual(['hadir-prod-web']);
});

test('a rehearsal has neither where its emulator knows none', () => {
  expect(synthesize(rehearsalAt('http://127.0.0.1:4566')).parts).not.toContain('global');
});
