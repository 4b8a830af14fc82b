/** Alarms of the work behind the answers: functions that die, queues of failures, lag, seals, sign-ins. */
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
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
  tokenKeysUnread: Metric;
  signInKeysUnread: Metric;
}

export const addWorkMetrics = (scope: Construct, watched: Watched): WorkMetrics => {
  const { stage, hot, attendee, staff, documents, projector, mailer } = watched;
  const answering = [hot, attendee, staff, documents].map(({ logGroup }) => logGroup);
  // The projector's SEAL_FAILED alone: after the API's, at a closing, the stream tells the projector of the same session.
  const seals = { stage, name: 'SealFaults', period: fiveMinutes };
  countLines(scope, { ...seals, groups: [staff.logGroup], lines: withProblem('SEAL_KEY_UNAVAILABLE') });
  return {
    sealFaults: countLines(scope, { ...seals, groups: [projector.logGroup], lines: withCode('SEAL_FAILED') }),
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
    tokenKeysUnread: countLines(scope, {
      stage,
      name: 'TokenKeysUnread',
      groups: [...answering, ...(mailer ? [mailer.logGroup] : [])],
      lines: withCode('TOKEN_KEYS_UNREAD'),
      period: fiveMinutes,
    }),
    signInKeysUnread: countLines(scope, {
      stage,
      name: 'SignInKeysUnread',
      groups: answering,
      lines: withCode('SIGN_IN_KEYS_UNREAD'),
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
    says: 'In closed sessions something is under no seal. Once the key answers, a session’s next change or “Segel sekarang” on its page seals it.',
    runbook: 'The seal key does not answer',
    metric: sealFaults,
    from: {
      is: 1,
      because:
        'nothing tries again what the projector could not seal; it is one line, also of a single change in a session that was closed long ago.',
    },
  },
];

/** Nothing else tells of it: codes go on being read and made, by what an instance knows. */
const tokenKeys = ({ tokenKeysUnread }: WorkMetrics): AlarmRule[] => [
  {
    name: 'token-keys-unread',
    says: 'Functions cannot read the keys of codes again: a key that was withdrawn is still taken, and a new one not used.',
    runbook: 'The token keys cannot be read',
    metric: tokenKeysUnread,
    from: {
      is: 1,
      because:
        'each instance tries once a minute; one that fails once and then reads them is over within five minutes.',
    },
    datapoints: [2, 3],
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

const signIns = (watched: Watched, { signInsRefused, signInKeysUnread }: WorkMetrics): AlarmRule[] => [
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
  {
    name: 'sign-in-keys-unread',
    says: 'Functions cannot read the keys of sign-ins. Staff stay signed in for four hours from the last that was read, then nobody of them is.',
    runbook: 'Sign-ins are refused',
    metric: signInKeysUnread,
    from: {
      is: 1,
      because:
        'each instance tries every 30 seconds; one that fails once and then reads them is over within five minutes.',
    },
    datapoints: [2, 3],
  },
  ...failedSignIns(watched),
];

export const workRules = (watched: Watched, metrics: WorkMetrics): AlarmRule[] => [
  ...dying(watched),
  ...givenUp(watched),
  ...lags(watched),
  ...seals(metrics),
  ...tokenKeys(metrics),
  ...signIns(watched, metrics),
];
