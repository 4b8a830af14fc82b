/** Counts of log lines as metrics: what no service of AWS counts for us. */
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import {
  FilterPattern,
  type IFilterPattern,
  type ILogGroup,
  type JsonPattern,
  MetricFilter,
} from 'aws-cdk-lib/aws-logs';
import type { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { LogCode } from '../../functions/platform/log.ts';
import type { ProblemCode } from '../../functions/platform/problem-codes.ts';
import type { Stage } from '../stages/stage.ts';

/** Lines with this code (functions/platform/log.ts). */
export const withCode = (code: LogCode): JsonPattern => FilterPattern.stringValue('$.code', '=', code);

/** Lines about a request that was answered with this problem. */
export const withProblem = (problem: ProblemCode): JsonPattern => FilterPattern.stringValue('$.problem', '=', problem);

/** Lines of the access log with this status, which API Gateway writes as a text. */
export const withStatus = (status: number): JsonPattern => FilterPattern.stringValue('$.status', '=', String(status));

export interface Counted {
  stage: Stage;
  name: string;
  groups: readonly ILogGroup[];
  lines: IFilterPattern;
  period: Duration;
}

/** One metric over all the groups. It has a value only where there was such a line, and costs (0.30 US dollars a month) by those hours. */
export const countLines = (scope: Construct, { stage, name, groups, lines, period }: Counted): Metric => {
  const metric = { metricNamespace: `Hadir/${stage.name}`, metricName: name };
  for (const logGroup of groups)
    new MetricFilter(scope, `${name}In${logGroup.node.id}`, {
      ...metric,
      logGroup,
      filterPattern: lines,
      metricValue: '1',
    });
  return new Metric({ namespace: metric.metricNamespace, metricName: name, statistic: Stats.SUM, period });
};
