/** One alarm: what it watches, from when on it rings and why, and which runbook the operator opens. */
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Chosen } from '../node-handler.ts';
import { idOf, type Stage } from '../stages/stage.ts';

/** Headings of infra/README.md; test/infra holds that each is there. A budget's mail bears no words of ours, and so none. */
export type Runbook =
  | 'Doors get errors'
  | 'Answers are slow'
  | 'Requests are refused for their number'
  | 'A function fails'
  | 'A queue of failures is not empty'
  | 'Figures are late'
  | 'Sign-ins are refused'
  | 'The seal key does not answer'
  | 'The token keys cannot be read';

export interface AlarmRule {
  /** Part of the alarm's name, and so of the mail's subject. */
  name: string;
  /** What is wrong when it rings, for somebody who reads it on a telephone. */
  says: string;
  runbook: Runbook;
  /** Its period is one datapoint. */
  metric: IMetric;
  /** It rings at this value or above. */
  from: Chosen;
  /** In so many datapoints of as many; one of one unless said. */
  datapoints?: readonly [ringing: number, looked: number];
}

/** The period of most: what happens at a door is over in minutes. */
export const minute = Duration.minutes(1);
export const fiveMinutes = Duration.minutes(5);

/** A sum over everything of the account in this region. */
export const accountMetric = (namespace: string, metricName: string, period: Duration): Metric =>
  new Metric({ namespace, metricName, statistic: Stats.SUM, period });

/** A sum over all of a table. */
export const tableMetric = ({ tableName }: ITableV2, metricName: string, period: Duration): Metric =>
  accountMetric('AWS/DynamoDB', metricName, period).with({ dimensionsMap: { TableName: tableName } });

/** The mail also says when it is over. */
export const addAlarm = (scope: Construct, stage: Stage, rule: AlarmRule, action: IAlarmAction): Alarm => {
  const { name, says, runbook, metric, from, datapoints: [ringing, looked] = [1, 1] } = rule;
  const alarm = new Alarm(scope, name, {
    alarmName: idOf(stage, name),
    alarmDescription: `${says} Do: infra/README.md, "${runbook}". From ${from.is}: ${from.because}`,
    metric,
    threshold: from.is,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: looked,
    datapointsToAlarm: ringing,
    // All of these count what went wrong, or time what was done: where nothing was counted, nothing was wrong. A hall that is empty for a
    // week must neither ring nor be grey.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
};
