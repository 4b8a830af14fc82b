/** One page for the operator at eight in the morning: first whether anything rings, then doors, then what stands behind them. */
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { accountMetric, minute, tableMetric } from './alarm.ts';
import type { AnswerMetrics } from './answers.ts';
import { functionsOf, type Watched } from './watched.ts';
import { lagOf, type WorkMetrics } from './work.ts';

const graph = (title: string, left: IMetric[], options: { label?: string; right?: IMetric[] } = {}): GraphWidget =>
  new GraphWidget({
    title,
    left,
    ...(options.right && { right: options.right }),
    leftYAxis: { min: 0, ...(options.label !== undefined && { label: options.label, showUnits: false }) },
    width: 8,
    height: 6,
  });

const introduction = `# Before the doors open
All alarms green; **Requests** moves when a door or a page is opened; **Instances at once** is far below its bound. A red alarm names its
runbook in \`infra/README.md\`. Doors keep their scans until the server has them: nobody is sent away because of this page.`;

const doors = (watched: Watched, { doorFaults, otherFaults, tooMany }: AnswerMetrics, work: WorkMetrics): IWidget[] => {
  const { hot, attendee, httpStage } = watched;
  const p99 = { statistic: 'p99', period: minute };
  const p50 = { statistic: 'p50', period: minute };
  return [
    graph('Requests', [
      httpStage.metricCount({ statistic: Stats.SUM, period: minute, label: 'API' }),
      hot.metricInvocations({ period: minute, label: 'doors' }),
      attendee.metricInvocations({ period: minute, label: 'attendees' }),
    ]),
    graph('Answers take', [
      hot.metricDuration({ ...p50, label: 'doors, half' }),
      hot.metricDuration({ ...p99, label: 'doors, 99 %' }),
      attendee.metricDuration({ ...p99, label: 'attendees, 99 %' }),
    ]),
    graph('Errors', [
      doorFaults.with({ label: 'doors' }),
      otherFaults.with({ label: 'attendees and staff', period: minute }),
      httpStage.metricServerError({ statistic: Stats.SUM, period: minute, label: 'API, 500 and above' }),
      work.doorsRefused.with({ label: 'credentials of doors refused', period: minute }),
      tooMany.with({ label: 'refused for their number' }),
    ]),
  ];
};

const capacity = (watched: Watched): IWidget[] => {
  const { table } = watched;
  const handlers = Object.entries(functionsOf(watched));
  return [
    graph(
      'Instances at once',
      handlers.map(([label, handler]) =>
        handler.metric('ConcurrentExecutions', { statistic: Stats.MAXIMUM, period: minute, label }),
      ),
    ),
    graph('No instance free; a function ended', [
      accountMetric('AWS/Lambda', 'Throttles', minute).with({ label: 'no instance free (whole account)' }),
      ...handlers.map(([label, handler]) => handler.metricErrors({ period: minute, label: `${label} ended` })),
    ]),
    graph(
      'Table',
      [
        tableMetric(table, 'ConsumedWriteCapacityUnits', minute).with({ label: 'write units a minute' }),
        tableMetric(table, 'ConsumedReadCapacityUnits', minute).with({ label: 'read units a minute' }),
      ],
      {
        right: [
          tableMetric(table, 'WriteThrottleEvents', minute).with({ label: 'writes refused' }),
          tableMetric(table, 'ReadThrottleEvents', minute).with({ label: 'reads refused' }),
        ],
      },
    ),
  ];
};

const behind = (
  { projector, mailer, failures }: Watched,
  { sealFaults, signInsRefused, tokenKeysUnread, signInKeysUnread }: WorkMetrics,
): IWidget[] => [
  graph('Behind the stream', [
    lagOf(projector).with({ label: 'figures' }),
    ...(mailer ? [lagOf(mailer).with({ label: 'e-mails' })] : []),
  ]),
  new SingleValueWidget({
    title: 'Queues of failures',
    metrics: Object.entries(failures).map(([label, queue]) =>
      queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, label }),
    ),
    width: 8,
    height: 6,
  }),
  graph('Seals, keys and sign-ins', [
    sealFaults.with({ label: 'seals not made', period: minute }),
    tokenKeysUnread.with({ label: 'keys of codes not read', period: minute }),
    signInsRefused.with({ label: 'sign-ins refused', period: minute }),
    signInKeysUnread.with({ label: 'keys of sign-ins not read', period: minute }),
  ]),
];

export const addDashboard = (
  scope: Construct,
  watched: Watched,
  { alarms, answers, work }: { alarms: readonly Alarm[]; answers: AnswerMetrics; work: WorkMetrics },
): void => {
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `hadir-${watched.stage.name}`,
    defaultInterval: Duration.hours(3),
    widgets: [
      [new TextWidget({ markdown: introduction, width: 24, height: 3 })],
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 5 })],
      doors(watched, answers, work),
      capacity(watched),
      behind(watched, work),
    ],
  });
};
