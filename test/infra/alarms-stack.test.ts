/** Who is told of what: that each thing that can go wrong has its alarm, and each alarm its mail and its runbook. */
import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { makeLogger } from '../../functions/platform/log.ts';
import { rehearsalAt } from '../../infra/stages/rehearsal.ts';
import { stages } from '../../infra/stages/stages.ts';
import { outputMeant } from './outputs.ts';
import { type Synthesized, synthesize } from './synth.ts';

const mailFrom = 'undangan@mail.lahatkab.example';
const full = synthesize({ ...stages.prod, mailFrom });
const alarms = full.template('alarms');

interface AlarmProperties {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  MetricName?: string;
  Namespace?: string;
  Metrics?: unknown[];
  Dimensions?: { Name: string; Value: unknown }[];
  Threshold: number;
  TreatMissingData: string;
}
const alarmsOf = (from: Synthesized): AlarmProperties[] =>
  Object.values(from.template('alarms').findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const namesOf = (from: Synthesized): string[] => alarmsOf(from).map(({ AlarmName }) => AlarmName);

/** `api Hot…` and so on: which resources have an alarm on this metric. */
const watchedBy = (metric: string): string[] =>
  alarmsOf(full)
    .filter(({ MetricName }) => MetricName === metric)
    .map(({ Dimensions: [dimension] = [] }) => outputMeant(full, dimension?.Value))
    .map(({ part, id }) => `${part} ${id}`)
    .sort();
const idsOf = (type: string): string[] =>
  full.parts
    .flatMap((part) => Object.keys(full.template(part).findResources(type)).map((id) => `${part} ${id}`))
    .sort();

describe('each thing that can go wrong rings', () => {
  test('by name', () => {
    const name = (each: string) => `hadir-prod-${each}`;
    const always = [
      ...['door-faults', 'api-errors', 'faults', 'door-p99', 'attendee-p99', 'api-p99'],
      ...['api-throttles', 'no-instance-free', 'table-read-throttles', 'table-write-throttles'],
      ...['hot', 'attendee', 'staff', 'documents', 'projector', 'pre-token'].map((each) => `${each}-dies`),
      ...['projector-failures', 'projector-late', 'seal-faults', 'token-keys-unread'],
      ...['sign-ins-refused', 'sign-in-keys-unread', 'failed-sign-ins'],
    ];
    const ofMails = ['mailer-dies', 'mailer-failures', 'mailer-late', 'reminders-dies', 'reminders-failures'];
    expect(namesOf(full).sort()).toEqual([...always, ...ofMails].map(name).sort());
    expect(namesOf(synthesize()).sort()).toEqual(always.map(name).sort());
  });

  test('the end of every function of ours', () => {
    // CDK's publisher runs at deployments only, which fail by themselves.
    const ours = idsOf('AWS::Lambda::Function').filter((id) => !id.includes('CustomCDKBucketDeployment'));
    expect(ours.length).toBeGreaterThanOrEqual(8);
    expect(watchedBy('Errors')).toEqual(ours);
  });

  test('every queue', () => {
    expect(idsOf('AWS::SQS::Queue').length).toBeGreaterThanOrEqual(3);
    expect(watchedBy('ApproximateNumberOfMessagesVisible')).toEqual(idsOf('AWS::SQS::Queue'));
  });

  test('the lag of everything behind the stream', () => {
    const followers = full.parts.flatMap((part) =>
      Object.values(full.template(part).findResources('AWS::Lambda::EventSourceMapping')).map(
        ({ Properties }) => `${part} ${Properties.FunctionName.Ref}`,
      ),
    );
    expect(watchedBy('IteratorAge')).toEqual(followers.sort());
  });

  test('refusals of the table that the functions use', () => {
    const table = idsOf('AWS::DynamoDB::GlobalTable');
    expect(watchedBy('ReadThrottleEvents')).toEqual(table);
    expect(watchedBy('WriteThrottleEvents')).toEqual(table);
  });

  test('the whole API answers later than held questions make it', () => {
    const api = (stage: typeof stages.prod) =>
      alarmsOf(synthesize(stage)).find(({ AlarmName }) => /api-p99/.test(AlarmName));
    expect(api(stages.prod)?.Threshold).toBeGreaterThan(stages.prod.liveHoldSeconds * 1000 + 5000);
    expect(api({ ...stages.prod, liveHoldSeconds: 20 })?.Threshold).toBeGreaterThan(25_000);
  });
});

describe('each alarm', () => {
  const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');

  test('is mailed when it begins and when it is over, and not for want of figures', () => {
    const [topic] = Object.keys(alarms.findResources('AWS::SNS::Topic'));
    for (const { AlarmActions, OKActions, TreatMissingData } of alarmsOf(full)) {
      expect(AlarmActions).toEqual([{ Ref: topic }]);
      expect(OKActions).toEqual([{ Ref: topic }]);
      expect(TreatMissingData).toBe('notBreaching');
    }
  });

  test('names a runbook that there is, and why it rings at its bound', () => {
    for (const { AlarmName, AlarmDescription, Threshold } of alarmsOf(full)) {
      const runbook = /Do: infra\/README\.md, "(.+?)"\./.exec(AlarmDescription)?.[1];
      expect(readme.split('\n'), AlarmName).toContain(`### ${runbook}`);
      expect(AlarmDescription).toMatch(new RegExp(`From ${Threshold}: .{30,}\\.$`));
      // CloudWatch takes no longer one.
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
    }
  });

  test('of a rehearsal is plain where the emulator takes no expressions', () => {
    const rehearsed = alarmsOf(synthesize(rehearsalAt('http://127.0.0.1:4566')));
    expect(rehearsed.filter(({ Metrics }) => Metrics)).toEqual([]);
    expect(alarmsOf(full).filter(({ Metrics }) => Metrics)).toHaveLength(1);
  });
});

describe('the topic', () => {
  test('mails the stage’s address', () => {
    alarms.resourceCountIs('AWS::SNS::Subscription', 1);
    alarms.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: stages.prod.alarmEmail });
  });

  const fromAlarms = { Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } };

  test('is encrypted by a key that alarms may use, and turned every year', () => {
    alarms.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TopicKey'), 'Arn'] },
    });
    alarms.hasResourceProperties('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ ...fromAlarms, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
        ]),
      },
    });
  });

  test('takes alarms of this stage, and nothing without TLS', () => {
    expect(JSON.stringify(alarms.findResources('AWS::SNS::TopicPolicy'))).toContain(':alarm:hadir-prod-*');
    alarms.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ ...fromAlarms, Action: 'sns:Publish', Condition: { ArnLike: Match.anyValue() } }),
        ]),
      },
    });
  });
});

describe('lines are counted', () => {
  /** `{ ($.code = "A") || ($.problem = "B") }`, as CloudWatch Logs would read it. */
  const matches = (pattern: string, line: string): boolean =>
    [...pattern.matchAll(/\$\.(\w+) = "([^"]*)"/g)].some(([, field = '', value]) => JSON.parse(line)[field] === value);
  const countedAs = (line: string): string[] =>
    Object.values(alarms.findResources('AWS::Logs::MetricFilter'))
      .filter(({ Properties }) => matches(Properties.FilterPattern, line))
      .map(
        ({ Properties }) =>
          `${outputMeant(full, Properties.LogGroupName).id.replace(/Logs.*/, '')} ${Properties.MetricTransformations[0].MetricName}`,
      )
      .sort();
  const lineOf = (write: (log: ReturnType<typeof makeLogger>) => void): string => {
    const lines: string[] = [];
    write(
      makeLogger(
        (line) => lines.push(line),
        () => new Date(0),
      ),
    );
    return lines.join('');
  };
  const request = { requestId: 'r', route: 'GET /api/c/:token', ms: 1 };

  test('a request that we answered with an error', () => {
    const line = lineOf((log) =>
      log.fault('REQUEST_FAULT', 'r', new Error('x'), { ...request, status: 500, problem: 'INTERNAL' }),
    );
    expect(countedAs(line)).toEqual(['Attendee Faults', 'Documents Faults', 'Hot DoorFaults', 'Staff Faults']);
  });

  test('an entry of a door’s batch', () => {
    expect(countedAs(lineOf((log) => log.fault('BATCH_ENTRY_FAILED', 'r', new Error('x'))))).toEqual([
      'Hot DoorFaults',
    ]);
  });

  test('a seal that was not made behind the stream, or that the console could not make', () => {
    // Not the closing's own: the projector, which is told of the closing too, comes after it.
    expect(countedAs(lineOf((log) => log.fault('SEAL_FAILED', 'r', new Error('x'))))).toEqual(['Projector SealFaults']);
    // One late change without a key writes one line, and nothing tries again.
    expect(alarmsOf(full).find(({ AlarmName }) => /seal-faults/.test(AlarmName))?.Threshold).toBe(1);
    expect(countedAs(lineOf((log) => log.info('SEAL_AWAITED', { session: 's' })))).toEqual([]);
    const answered = { ...request, status: 503, problem: 'SEAL_KEY_UNAVAILABLE' } as const;
    expect(countedAs(lineOf((log) => log.fault('REQUEST_FAULT', 'r', new Error('x'), answered)))).toContain(
      'Staff SealFaults',
    );
  });

  test('keys of codes that could not be read again, by whoever reads or makes codes', () => {
    expect(countedAs(lineOf((log) => log.fault('TOKEN_KEYS_UNREAD', 'r', new Error('x'))))).toEqual(
      ['Attendee', 'Documents', 'Hot', 'Mailer', 'Staff'].map((each) => `${each} TokenKeysUnread`),
    );
  });

  test('keys of sign-ins that could not be read, by whoever answers staff', () => {
    expect(countedAs(lineOf((log) => log.fault('SIGN_IN_KEYS_UNREAD', 'r', new Error('x'))))).toEqual(
      ['Attendee', 'Documents', 'Hot', 'Staff'].map((each) => `${each} SignInKeysUnread`),
    );
  });

  test('sign-ins and doors’ credentials that were refused', () => {
    const warned = (code: 'SIGN_IN_REFUSED' | 'DOOR_REFUSED') =>
      countedAs(lineOf((log) => log.warn(code, { ...request, status: 401 })));
    expect(warned('SIGN_IN_REFUSED')).toEqual(
      ['Attendee', 'Documents', 'Hot', 'Staff'].map((each) => `${each} SignInsRefused`),
    );
    expect(warned('DOOR_REFUSED')).toEqual(['Hot DoorsRefused']);
  });

  test('what API Gateway refused for its number, by its own log', () => {
    const [stage] = Object.values(full.template('api').findResources('AWS::ApiGatewayV2::Stage'));
    const format: string = stage?.Properties.AccessLogSettings.Format;
    expect(countedAs(format.replace('$context.status', '429'))).toEqual(['Access TooManyRequests']);
    expect(countedAs(format.replace('$context.status', '409'))).toEqual([]);
  });
});

test('the page for eight in the morning shows alarms first, then doors, capacity, and what lies behind', () => {
  const [dashboard] = Object.values(alarms.findResources('AWS::CloudWatch::Dashboard'));
  expect(dashboard?.Properties.DashboardName).toBe('hadir-prod');
  const body: string = dashboard?.Properties.DashboardBody['Fn::Join'][1]
    .map((piece: unknown) => (typeof piece === 'string' ? piece : 'x'))
    .join('');
  const widgets: { type: string; properties: { title?: string; alarms?: string[] } }[] = JSON.parse(body).widgets;
  expect(widgets.map(({ type, properties }) => properties.title ?? type)).toEqual([
    ...['text', 'Alarms', 'Requests', 'Answers take', 'Errors'],
    ...['Instances at once', 'No instance free; a function ended', 'Table'],
    ...['Behind the stream', 'Queues of failures', 'Seals, keys and sign-ins'],
  ]);
  expect(widgets[1]?.properties.alarms).toHaveLength(alarmsOf(full).length);
});
