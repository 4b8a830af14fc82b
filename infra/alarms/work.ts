/** Alarms of the work behind the answers: functions that die, queues of failures, lag, seals, sign-ins. */
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { NodeHandler } from '../node-handler.ts';
import { leavesOut } from '../stages/stage.ts';
import { type AlarmRule, fiveMinutes, minute } from './alarm.ts';
import { countLines, withCode, withProblem } from './log-metrics.ts';
import { functionsOf, type Watched } from './watched.ts';

export interface WorkMetrics {
  sealFaults: Metric;
  signInsRefused: Metric;
  doorsRefused: Metric;
}

export const addWorkMetrics = (scope: Construct, watched: Watched): WorkMetrics => {
  const { stage, hot, attendee, staff, documents, projector } = watched;
  const answering = [hot, attendee, staff, documents].map(({ logGroup }) => logGroup);
  return {
    sealFaults: countLines(scope, {
      stage,
      name: 'SealFaults',
      groups: [staff.logGroup, projector.logGroup],
      lines: FilterPattern.any(withCode('SEAL_FAILED'), withProblem('SEAL_KEY_UNAVAILABLE')),
      period: fiveMinutes,
    }),
    signInsRefused: countLines(scope, {
      stage,
      name: 'SignInsRefused',
      groups: answering,
      lines: withCode('SIGN_IN_REFUSED'),
      period: fiveMinutes,
    }),
    doorsRefused: countLines(scope, {
      stage,
      name: 'DoorsRefused',
      groups: [hot.logGroup],
      lines: withCode('DOOR_REFUSED'),
      period: fiveMinutes,
    }),
  };
};

/** How far behind the table's stream a function is: the age of the oldest record of its last batch. */
export const lagOf = (handler: NodeHandler): Metric =>
  handler.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: minute });

const dying = (watched: Watched): AlarmRule[] =>
  Object.entries(functionsOf(watched)).map(([name, handler]) => ({
    name: `${name}-dies`,
    says: `The function ${name} was ended: by its time, its memory, or an error that none of our code took.`,
    runbook: 'A function fails',
    metric: handler.metricErrors({ statistic: Stats.SUM, period: fiveMinutes }),
    from: {
      is: 1,
      because: 'our code answers every failure that it knows, so that each of these is one it does not know.',
    },
  }));

const givenUp = ({ failures }: Watched): AlarmRule[] =>
  Object.entries(failures).map(([name, queue]) => ({
    name: `${name}-failures`,
    says: `The ${name} gave something up; its queue says what.`,
    runbook: 'A queue of failures is not empty',
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: fiveMinutes }),
    from: { is: 1, because: 'whatever comes here was tried to the end; the alarm rings until somebody emptied it.' },
  }));

const lags = ({ projector, mailer }: Watched): AlarmRule[] => [
  {
    name: 'projector-late',
    says: 'Figures on live boards and reports are more than a minute old.',
    runbook: 'Figures are late',
    metric: lagOf(projector),
    from: {
      is: 60_000,
      because:
        'milliseconds. It collects for two seconds, and the largest batch takes 12; a minute is a batch that fails, or too many.',
    },
    datapoints: [3, 5],
  },
  ...(mailer
    ? [
        {
          name: 'mailer-late',
          says: 'E-mails wait to be sent; after 23 hours they are given up.',
          runbook: 'A function fails' as const,
          metric: lagOf(mailer),
          from: {
            is: 3_600_000,
            because:
              'milliseconds. A pause of the mail service, or its quota for the day, is waited for by intention; after an hour somebody should know.',
          },
          datapoints: [3, 5] as const,
        },
      ]
    : []),
];

const seals = ({ sealFaults }: WorkMetrics): AlarmRule[] => [
  {
    name: 'seal-faults',
    says: 'Sessions are closed without their seal; it is made when the key answers again.',
    runbook: 'The seal key does not answer',
    metric: sealFaults,
    from: {
      is: 3,
      because: 'one or two are the API and the projector sealing the same session, which settles itself.',
    },
  },
];

/** What Cognito counts of its own sign-in: 1 for one that succeeded, 0 for one that did not, so that failures are a difference. */
const failedSignIns = ({ stage, signIn }: Watched): AlarmRule[] => {
  if (leavesOut(stage, 'metric-math')) return [];
  const count = (statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/Cognito',
      metricName: 'SignInSuccesses',
      dimensionsMap: { UserPool: signIn.poolId, UserPoolClient: signIn.clientId },
      statistic,
      period: quarter,
    });
  return [
    {
      name: 'failed-sign-ins',
      says: 'Many sign-ins fail at the sign-in page.',
      runbook: 'Sign-ins are refused',
      metric: new MathExpression({
        expression: 'tried - succeeded',
        usingMetrics: { tried: count(Stats.SAMPLE_COUNT), succeeded: count(Stats.SUM) },
        label: 'failed sign-ins',
        period: quarter,
      }),
      from: {
        is: 20,
        because:
          'a staff of five that mistypes on the same morning stays below it; somebody who tries passwords does not.',
      },
    },
  ];
};

/** Cognito's figures come every five minutes. */
const quarter = Duration.minutes(15);

const signIns = (watched: Watched, { signInsRefused }: WorkMetrics): AlarmRule[] => [
  {
    name: 'sign-ins-refused',
    says: 'The API refuses sign-ins that it is shown.',
    runbook: 'Sign-ins are refused',
    metric: signInsRefused,
    from: {
      is: 50,
      because:
        'a page whose sign-in ran out is refused once for each of the handful of questions that it had under way, and renews it.',
    },
  },
  ...failedSignIns(watched),
];

export const workRules = (watched: Watched, metrics: WorkMetrics): AlarmRule[] => [
  ...dying(watched),
  ...givenUp(watched),
  ...lags(watched),
  ...seals(metrics),
  ...signIns(watched, metrics),
];
