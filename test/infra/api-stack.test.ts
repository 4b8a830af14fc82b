import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { attendeeEndpoints } from '../../functions/attendee-app.ts';
import { documentEndpoints } from '../../functions/documents-app.ts';
import { hotEndpoints } from '../../functions/hot-app.ts';
import { stages } from '../../infra/stages/stages.ts';
import { actionsOf, partitionsOf, permissionsIn } from './permissions.ts';
import { synthesize } from './synth.ts';

const api = synthesize().work();
const functions = () => Object.entries(api.findResources('AWS::Lambda::Function'));

test('five Lambdas run Node.js 24 on arm64', () => {
  expect(
    functions()
      .map(([name]) => name.replace(/[0-9A-F]{8}$/, ''))
      .sort(),
  ).toEqual(['Attendee', 'Documents', 'Hot', 'Projector', 'Staff']);
  for (const [, { Properties }] of functions()) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
  }
});

test('no environment holds a secret, only the ARN of one', () => {
  for (const [, { Properties }] of functions()) {
    expect(JSON.stringify(Properties.Environment)).not.toMatch(/resolve:|SecretString/);
  }
  api.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ HADIR_ORIGIN: 'https://hadir.example' }) },
  });
});

test.each([
  ['Hot', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']],
  [
    'Attendee',
    ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  ],
  [
    'Staff',
    [
      'dynamodb:BatchGetItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ],
  ],
  [
    'Projector',
    [
      'dynamodb:DescribeStream',
      'dynamodb:GetItem',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ],
  ],
  ['Documents', ['dynamodb:GetItem', 'dynamodb:Query']],
])('%s is granted exactly its calls', (name, calls) => {
  expect(actionsOf(api, name, 'dynamodb')).toEqual(calls);
});

test('nothing may scan the table or change it, and units only may be deleted, by the staff API', () => {
  const actions = permissionsIn(api).flatMap((permission) => permission.actions);
  const deleting = permissionsIn(api).filter((permission) => permission.actions.includes('dynamodb:DeleteItem'));
  expect(deleting).toMatchObject([{ policy: expect.stringMatching(/^Staff/), actions: ['dynamodb:DeleteItem'] }]);
  api.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'dynamodb:DeleteItem',
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['R#*'] } },
        }),
      ]),
    },
  });
  for (const action of ['Scan', 'BatchWriteItem', 'UpdateTable', 'DeleteTable']) {
    expect(actions).not.toContain(`dynamodb:${action}`);
  }
});

test.each([
  // Whoever anybody reaches writes in sessions alone: no roster, no settings, no figures, no seals.
  ['Hot', ['S#*']],
  ['Attendee', ['S#*']],
  // Figures, totals and seals; never what they are made of.
  ['Projector', ['N', 'P#*', 'R#*', 'SEAL#*']],
  ['Documents', []],
])('%s writes nowhere but in its partitions', (name, partitions) => {
  const writing = actionsOf(api, name, 'dynamodb').filter((action) => /(Put|Update|Delete|Write)/.test(action));
  expect(writing.length > 0).toBe(partitions.length > 0);
  for (const action of writing) expect([action, partitionsOf(api, name, action)]).toEqual([action, partitions]);
});

test('who makes or checks codes may read their keys, and the projector may not', () => {
  expect(actionsOf(api, 'Hot', 'secretsmanager')).toEqual(['secretsmanager:GetSecretValue']);
  expect(actionsOf(api, 'Attendee', 'secretsmanager')).toEqual(['secretsmanager:GetSecretValue']);
  expect(actionsOf(api, 'Staff', 'secretsmanager')).toEqual(['secretsmanager:GetSecretValue']);
  expect(actionsOf(api, 'Documents', 'secretsmanager')).toEqual(['secretsmanager:GetSecretValue']);
  expect(actionsOf(api, 'Projector', 'secretsmanager')).toEqual([]);
});

test('beside table, stream, codes’ keys, sealing key and queue there are only their own logs', () => {
  for (const name of ['Hot', 'Attendee', 'Staff', 'Projector', 'Documents']) {
    expect(actionsOf(api, name, 'logs')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  }
  const services = permissionsIn(api).flatMap(({ actions }) => actions.map((action) => action.split(':')[0]));
  expect(new Set(services)).toEqual(new Set(['logs', 'dynamodb', 'secretsmanager', 'sqs', 'kms']));
  expect(JSON.stringify(api.findResources('AWS::IAM::Role'))).not.toContain('ManagedPolicyArns');
});

test('doors, attendees and documents get exactly their endpoints, the staff Lambda the rest under /api', () => {
  const routes = Object.values(api.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => ({
    key: Properties.RouteKey as string,
    target: JSON.stringify(Properties.Target),
  }));
  const staff = routes.filter(({ key }) => key === 'ANY /api/{proxy+}');
  const keysOf = (endpoints: typeof hotEndpoints) =>
    endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const documents = routes.filter(({ key }) => keysOf(documentEndpoints).includes(key));
  expect(documents.map(({ key }) => key)).toContain('GET /api/sessions/{session}/documents/letters.pdf');
  expect(documents).toHaveLength(documentEndpoints.length);
  const attendee = routes.filter(({ key }) => keysOf(attendeeEndpoints).includes(key));
  expect(attendee.map(({ key }) => key)).toContain('GET /api/c/{token}/qr.svg');
  expect(attendee).toHaveLength(attendeeEndpoints.length);
  const others = new Set([...documents, ...attendee, ...staff]);
  const hot = routes.filter((route) => !others.has(route));
  const expected = keysOf(hotEndpoints);
  expect(hot.map(({ key }) => key).sort()).toEqual(expected.sort());
  for (const key of [
    'POST /api/sessions/{session}/check-ins',
    'POST /api/doors/pair',
    'POST /api/sessions/{session}/door/contact',
    'GET /api/sessions/{session}/door-list',
    'PUT /api/sessions/{session}/letters/{nonce}',
    'POST /api/venue/{code}',
  ]) {
    expect(expected).toContain(key);
  }
  // Staff's: making and cutting off doors, their files, the photos of letters.
  expect(
    expected.filter((key) => / \/api\/sessions\/\{session\}\/(doors|door-files|conflicts)|GET .*letters/.test(key)),
  ).toEqual([]);
  expect(staff).toHaveLength(1);
  for (const group of [hot, attendee, documents]) expect(new Set(group.map(({ target }) => target)).size).toBe(1);
  expect(new Set([hot, attendee, documents, staff].map(([first]) => first?.target)).size).toBe(4);
});

test('the staff Lambda holds questions for live figures as long as the stage says, and less than it may run', () => {
  const [, staff] = functions().find(([name]) => name.startsWith('Staff')) ?? [];
  expect(staff?.Properties.Environment.Variables.HADIR_LIVE_HOLD_SECONDS).toBe(String(stages.prod.liveHoldSeconds));
  for (const { liveHoldSeconds } of Object.values(stages))
    expect(liveHoldSeconds).toBeLessThan(staff?.Properties.Timeout - 5);
});

test('held questions leave instances to doors and attendees', () => {
  const bounds = functions().map(([name, { Properties }]) => [
    name.replace(/[0-9A-F]{8}$/, ''),
    Properties.ReservedConcurrentExecutions,
  ]);
  const { hotInstances = 0, attendeeInstances = 0, staffInstances = 0 } = stages.prod;
  expect(Object.fromEntries(bounds.filter(([, bound]) => bound !== undefined))).toEqual({
    Attendee: attendeeInstances,
    Hot: hotInstances,
    Staff: staffInstances,
  });
  // Of an account's 1,000, AWS keeps 100 for what nothing is kept for; papers, projection and mails share them and what is left.
  expect(hotInstances + attendeeInstances + staffInstances).toBeLessThanOrEqual(1000 - 100 - 150);
});

test('requests are throttled', () => {
  const { requestsPerSecond, burst } = stages.prod;
  api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingRateLimit: requestsPerSecond, ThrottlingBurstLimit: burst },
  });
});

test('the access log holds no path, address or header: an attendee’s path is their capability', () => {
  const [stage] = Object.values(api.findResources('AWS::ApiGatewayV2::Stage'));
  const format: string = stage?.Properties.AccessLogSettings.Format;
  expect(format).toContain('$context.requestId');
  expect(format).not.toMatch(/path|sourceIp|userAgent|identity|authorizer/i);
});
