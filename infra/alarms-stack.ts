/**
 * What an operator is told without looking: alarms to one address; and one dashboard to look at before the doors open. Some 25 alarms at 0.10
 * US dollars a month and a key at 1; the first three dashboards of an account cost nothing.
 */
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CrossStackReferences, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { addAlarm } from './alarms/alarm.ts';
import { addAlarmTopic } from './alarms/alarm-topic.ts';
import { addAnswerMetrics, answerRules } from './alarms/answers.ts';
import { addDashboard } from './alarms/dashboard.ts';
import type { Watched } from './alarms/watched.ts';
import { addWorkMetrics, workRules } from './alarms/work.ts';

export interface AlarmsStackProps extends StackProps, Watched {}

export class AlarmsStack extends Stack {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsStackProps) {
    super(scope, id, { ...(props.env && { env: props.env }), description: 'Hadir: alarms and dashboard' });

    // What is watched must not be held fast by who watches it: strongly, no function could be renamed before this stack is removed.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);

    const action = new SnsAction(addAlarmTopic(this, props.stage));
    const answers = addAnswerMetrics(this, props);
    const work = addWorkMetrics(this, props);
    const rules = [...answerRules(props, answers), ...workRules(props, work)];
    this.alarms = rules.map((rule) => addAlarm(this, props.stage, rule, action));
    addDashboard(this, props, { alarms: this.alarms, answers, work });
  }
}
