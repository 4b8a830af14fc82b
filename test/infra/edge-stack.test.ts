/** The rule of the edge, as an option; it lies outside Indonesia. */
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

test('without `requestsPerAddress` there is no rule at the edge, and nothing to pay for it', () => {
  expect(plain.parts).not.toContain('edge');
  expect(webAclOf(plain)).toBeUndefined();
});

test('with it, who asks for more than that in five minutes is told to come later, and all others pass', () => {
  limited.template('edge').hasResourceProperties('AWS::WAFv2::WebACL', {
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
  const text = JSON.stringify(limited.template('edge').toJSON());
  expect(text).toContain('"SampledRequestsEnabled":false');
  expect(text).not.toMatch(/"SampledRequestsEnabled":true|LoggingConfiguration/);
});

test('CloudFront bears it, across the regions, without an account’s number or a function of CDK’s', () => {
  expect(outputMeant(limited, webAclOf(limited))).toMatchObject({ part: 'edge', attribute: 'Arn' });
  expect(webAclOf(limited)).toMatchObject({ 'Fn::GetStackOutput': { Region: 'us-east-1' } });
  for (const part of ['edge', 'web'] as const)
    expect(JSON.stringify(limited.template(part).toJSON())).not.toMatch(/CrossRegionExport/);
});

test('the rule is made before CloudFront bears it', () => {
  expect(limited.stacks.web?.dependencies.map(({ stackName }) => stackName)).toContain('hadir-prod-edge');
});

test('a rehearsal without `web` has none to bear', () => {
  const rehearsal = { ...rehearsalAt('http://127.0.0.1:4566'), requestsPerAddress: 50_000 };
  expect(synthesize(rehearsal).parts).not.toContain('edge');
});
