/** What the model counts of the stacks, and the stacks. */
import { expect, test } from 'vitest';
import { chosen } from '../../infra/capacity/cost-rules.ts';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize } from '../infra/synth.ts';

test('alarms, dashboards, keys and secrets are as many as the cost of a month says', () => {
  const { parts, template } = synthesize({ ...stages.prod, mailFrom: 'undangan@hadir.example' });
  const found = (type: string) => parts.flatMap((part) => Object.values(template(part).findResources(type)));
  const metrics = found('AWS::CloudWatch::Alarm').map(({ Properties }) =>
    // A metric is charged; an expression over some is not.
    Math.max(1, (Properties.Metrics ?? []).filter((metric: object) => 'MetricStat' in metric).length),
  );
  expect(metrics.reduce((sum, count) => sum + count, 0)).toBe(chosen.alarms);
  expect(found('AWS::CloudWatch::Dashboard')).toHaveLength(1);
  // One of them signs.
  expect(found('AWS::KMS::Key')).toHaveLength(1 + chosen.otherKeys);
  expect(found('AWS::SecretsManager::Secret')).toHaveLength(1);
});
