/** Alarms of what people wait for: errors, slowness, and refusals for the number of requests. */
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type AlarmRule, accountMetric, fiveMinutes, minute, tableMetric } from './alarm.ts';
import { countLines, withCode, withStatus } from './log-metrics.ts';
import type { Watched } from './watched.ts';

export interface AnswerMetrics {
  doorFaults: Metric;
  otherFaults: Metric;
  tooMany: Metric;
}

/** Of requests that we answered with an error of ours, and of those that API Gateway did not let in. */
export const addAnswerMetrics = (scope: Construct, watched: Watched): AnswerMetrics => {
  const { stage, hot, attendee, staff, documents, accessLogs } = watched;
  return {
    doorFaults: countLines(scope, {
      stage,
      name: 'DoorFaults',
      groups: [hot.logGroup],
      lines: FilterPattern.any(withCode('REQUEST_FAULT'), withCode('BATCH_ENTRY_FAILED')),
      period: minute,
    }),
    otherFaults: countLines(scope, {
      stage,
      name: 'Faults',
      groups: [attendee.logGroup, staff.logGroup, documents.logGroup],
      lines: withCode('REQUEST_FAULT'),
      period: fiveMinutes,
    }),
    tooMany: countLines(scope, {
      stage,
      name: 'TooManyRequests',
      groups: [accessLogs],
      lines: withStatus(429),
      period: minute,
    }),
  };
};

const errors = ({ httpStage }: Watched, { doorFaults, otherFaults }: AnswerMetrics): AlarmRule[] => [
  {
    name: 'door-faults',
    says: 'Doors are answered with errors; they keep their scans and send them again.',
    runbook: 'Doors get errors',
    metric: doorFaults,
    from: {
      is: 3,
      because:
        'a door repeats a scan by itself, so one is a line that was cut; one regency’s doors send some 25 a minute.',
    },
    datapoints: [2, 3],
  },
  {
    name: 'api-errors',
    says: 'The API answers 500 or above, to doors or to anybody.',
    runbook: 'Doors get errors',
    // Also what never reaches a function: none was free, or API Gateway waited for one in vain.
    metric: httpStage.metricServerError({ statistic: Stats.SUM, period: minute }),
    from: {
      is: 5,
      because: 'pages and doors try again by themselves; five in each of two minutes do not pass by themselves.',
    },
    datapoints: [2, 3],
  },
  {
    name: 'faults',
    says: 'Requests of attendees or staff are answered with errors.',
    runbook: 'A function fails',
    metric: otherFaults,
    from: {
      is: 5,
      because: 'one or two are an import or a paper that somebody repeats; five in five minutes are a fault of ours.',
    },
  },
];

const slowness = ({ stage, hot, attendee, httpStage }: Watched): AlarmRule[] => {
  const slow = (name: string, handler: typeof hot, who: string): AlarmRule => ({
    name,
    says: `One in a hundred answers to ${who} takes longer than three seconds.`,
    runbook: 'Answers are slow',
    metric: handler.metricDuration({ statistic: 'p99', period: fiveMinutes }),
    from: {
      is: 3000,
      because:
        'milliseconds. A guest stands there; a usual answer takes 20. With few requests this is the slowest of all, and a cold one stays below it.',
    },
    // A deployment, or the first of the morning, is one of them.
    datapoints: [2, 3],
  });
  return [
    slow('door-p99', hot, 'doors'),
    slow('attendee-p99', attendee, 'attendees'),
    {
      name: 'api-p99',
      says: 'One in a hundred answers of the whole API takes very long.',
      runbook: 'Answers are slow',
      metric: httpStage.metricLatency({ statistic: 'p99', period: fiveMinutes }),
      from: {
        is: 1000 * (stage.liveHoldSeconds + 7),
        because: `milliseconds. Live boards are held for ${stage.liveHoldSeconds} seconds by intention, and a large paper takes 5 to 7.`,
      },
      datapoints: [3, 3],
    },
  ];
};

const throttles = ({ table }: Watched, { tooMany }: AnswerMetrics): AlarmRule[] => {
  const refusal = { runbook: 'Requests are refused for their number' } as const;
  const units = (kind: 'Read' | 'Write'): AlarmRule => ({
    ...refusal,
    name: `table-${kind.toLowerCase()}-throttles`,
    says: `DynamoDB refuses ${kind === 'Read' ? 'reads' : 'writes'}; they are repeated, and slow.`,
    metric: tableMetric(table, `${kind}ThrottleEvents`, minute),
    from: {
      is: 10,
      because: 'single ones are repeated by the client within milliseconds while a partition is divided.',
    },
    datapoints: [2, 3],
  });
  return [
    {
      ...refusal,
      name: 'api-throttles',
      says: 'API Gateway answers 429: more requests than the stage lets in.',
      metric: tooMany,
      from: { is: 10, because: 'below the bound there is none; ten in a minute are more than the edge of one second.' },
    },
    {
      ...refusal,
      name: 'no-instance-free',
      says: 'Lambda had no instance free for a request, of ours or of anything else in this account and region.',
      // Of all functions: they share the account's instances, so whose request it was says nothing of who took them.
      metric: accountMetric('AWS/Lambda', 'Throttles', minute),
      from: {
        is: 1,
        because: 'it happens only at a bound: of the account, or of what the stage keeps for doors and staff.',
      },
    },
    units('Read'),
    units('Write'),
  ];
};

export const answerRules = (watched: Watched, metrics: AnswerMetrics): AlarmRule[] => [
  ...errors(watched, metrics),
  ...slowness(watched),
  ...throttles(watched, metrics),
];
