/** The deployed product without a cloud: its bundles from a synthesis, the embedded engine, and stand-ins for the rest. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import type { APIGatewayProxyStructuredResultV2, DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import dynalite from 'dynalite';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { attendeeEndpoints } from '../../functions/attendee-app.ts';
import { documentEndpoints } from '../../functions/documents-app.ts';
import { ensureTable } from '../../functions/local/engine.ts';
import type { Role } from '../../functions/platform/caller.ts';
import type { Endpoint } from '../../functions/platform/endpoint.ts';
import { makeClient } from '../../functions/platform/table.ts';
import { addStacks } from '../../infra/stacks.ts';
import { originOf } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { type Answer, type Call, gatewayEvent, readAnswer } from './gateway-event.ts';
import { type Kms, sealKeyArn, startKms } from './kms-stand-in.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';
import { actionsOf, type Write } from './permissions.ts';
import { makeApp, merged, placeholderPages } from './synth.ts';
import { type KeyFilter, streamRecords, type Written } from './table-stream.ts';

export type FunctionName = 'Hot' | 'Attendee' | 'Staff' | 'Projector' | 'Documents';
const names: readonly FunctionName[] = ['Hot', 'Attendee', 'Staff', 'Projector', 'Documents'];

interface Template {
  Resources: Record<string, { Type: string; Properties: Record<string, never> }>;
}

/** What the synthesized API stack says: where each function's bundle is, which routes go to it, what wakes the projector. */
const readDeployment = (template: Template, outdir: string) => {
  const all = (type: string) => Object.entries(template.Resources).filter(([, { Type }]) => Type === type);
  const functionOf = (name: FunctionName) =>
    all('AWS::Lambda::Function').find(([id]) => id.startsWith(name))?.[1].Properties as
      | { Code: { S3Key: string }; Environment: { Variables: Record<string, unknown> } }
      | undefined;
  const each = <T>(of: (name: FunctionName) => T) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<FunctionName, T>;
  const bundles = each((name) =>
    join(outdir, `asset.${functionOf(name)?.Code.S3Key.replace('.zip', '')}`, 'index.mjs'),
  );
  const told = each((name) => new Set(Object.keys(functionOf(name)?.Environment.Variables ?? {})));
  const routes = all('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => String(Properties.RouteKey));
  const [[, mapping] = []] = all('AWS::Lambda::EventSourceMapping');
  const { Filters } = (mapping?.Properties.FilterCriteria ?? { Filters: [] }) as { Filters: { Pattern: string }[] };
  return { bundles, told, routes, filters: Filters.map(({ Pattern }): KeyFilter => JSON.parse(Pattern)) };
};

/** As API Gateway chooses: a route with this method and these path parts before the greedy one. */
const chooseRoute = (routes: readonly string[], method: string, path: string): string => {
  const fits = (route: string) => {
    const [verb = '', pattern = ''] = route.split(' ');
    return verb === method && new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  };
  const found = routes.find(fits) ?? routes.find((route) => route.includes('{proxy+}'));
  if (!found) throw new Error(`no route for ${method} ${path}`);
  return found;
};

const routeKeys = (endpoints: readonly Endpoint[]) =>
  new Set(endpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`));
const papers = routeKeys(documentEndpoints);
const attendees = routeKeys(attendeeEndpoints);

/** Which function a route leads to. */
const receiverOf = (route: string): FunctionName => {
  if (route.includes('{proxy+}')) return 'Staff';
  if (papers.has(route)) return 'Documents';
  return attendees.has(route) ? 'Attendee' : 'Hot';
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const close = (server: Server) =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

/** The user pool's key set, and Secrets Manager with one secret. */
const startStandIns = async (jwk: object, secretId: string) => {
  const SecretString = JSON.stringify({ current: 1, 1: randomBytes(32).toString('base64url') });
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/pool/.well-known/jwks.json') return answer(200, { keys: [jwk] });
    const asked = JSON.parse((await bodyOf(request)) || '{}').SecretId;
    const isKnown = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && asked === secretId;
    return isKnown
      ? answer(200, { ARN: secretId, SecretString })
      : answer(400, { __type: 'ResourceNotFoundException' });
  });
  return { url: await listen(server), stop: () => close(server) };
};

interface EngineRequest {
  Key?: Record<'pk' | 'sk', { S: string }>;
  Item?: Record<'pk' | 'sk', { S: string }>;
}

type Grants = Record<FunctionName, readonly string[]>;

/** Answers as DynamoDB does whoever is not granted an operation; what is granted goes on to the engine. */
const enforce = (engine: Server, senderOf: (request: IncomingMessage) => FunctionName | undefined, grants: Grants) => {
  const answers = engine.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  engine.removeAllListeners('request');
  engine.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const sender = senderOf(request);
    if (sender === undefined || grants[sender].includes(actionOf(request))) {
      for (const answer of answers) answer.call(engine, request, response);
      return;
    }
    request.resume();
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException' }));
  });
};

/** `dynamodb:GetItem` */
const actionOf = (request: IncomingMessage): string =>
  `dynamodb:${String(request.headers['x-amz-target']).replace(/^.*\./, '')}`;

/** The embedded engine with the deployed grants, noting which function sent it what; each signs with its own access key. */
const startRecordingEngine = async (grants: Grants) => {
  const calls = Object.fromEntries(names.map((name) => [name, new Set<string>()])) as Record<FunctionName, Set<string>>;
  const writes: Written[] = [];
  const removed: Written[] = [];
  const writesOf = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<FunctionName, Write[]>;
  const engine = dynalite({ createTableMs: 0 });
  const senderOf = ({ headers }: IncomingMessage) =>
    names.find((name) => headers.authorization?.includes(`Credential=${name}/`));
  enforce(engine, senderOf, grants);
  engine.on('request', (request: IncomingMessage) => {
    const action = actionOf(request);
    const sender = senderOf(request);
    if (!sender) return;
    calls[sender].add(action);
    if (/Get|Query/.test(action)) return;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { Key, Item } = JSON.parse(body) as EngineRequest;
      const [pk = '', sk = ''] = [(Key ?? Item)?.pk.S, (Key ?? Item)?.sk.S];
      writesOf[sender].push({ action, pk });
      (action === 'dynamodb:DeleteItem' ? removed : writes).push({ pk, sk });
    });
  });
  const url = await listen(engine);
  const client = makeClient({ endpoint: url, region: 'ap-southeast-3' });
  await ensureTable(client, 'hadir');
  client.destroy();
  return { url, calls, writes, writesOf, removed, stop: () => close(engine) };
};

export interface Cloud {
  origin: string;
  bundles: Record<FunctionName, string>;
  lambdas: Record<FunctionName, LambdaProcess>;
  /** The table operations that each function has sent. */
  calls: Record<FunctionName, Set<string>>;
  /** The writes that each function has sent. */
  writesOf: Record<FunctionName, Write[]>;
  /** What each function is, and may do. */
  template: Synthesized;
  /** The sealing key. */
  kms: Kms;
  /** Where the engine answers, for what no function would write. */
  engine: string;
  /** The items that somebody asked to remove. */
  removed: readonly Written[];
  token: (role: Role, region: string) => Promise<string>;
  /** Sends a call to the function that API Gateway would send it to. */
  call: (call: Omit<Call, 'requestId'> & { token?: string }) => Promise<Answer & { requestId: string }>;
  /** The records that the stream would hold since this was last asked for. */
  takeRecords: () => DynamoDBRecord[];
  project: (records: readonly DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>;
  stopEngine: () => Promise<unknown>;
  stop: () => Promise<void>;
}

export const startCloud = async ({ validated = false } = {}): Promise<Cloud> => {
  const outdir = mkdtempSync(join(tmpdir(), 'hadir-cdk-'));
  const app = makeApp({ outdir, bundled: true, validated });
  const { api, documents, projector } = addStacks(app, stages.prod, placeholderPages());
  const assembly = app.synth();
  const synthesized = merged(
    [api, documents, projector].map(({ stackName }) =>
      Synthesized.fromJSON(assembly.getStackByName(stackName).template),
    ),
  );
  const template = synthesized.toJSON() as Template;
  const { bundles, told, routes, filters } = readDeployment(template, outdir);

  const keys = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'pool', alg: 'ES256', use: 'sig' };
  const secretId = 'arn:aws:secretsmanager:ap-southeast-3:123456789012:secret:TokenKeys';
  const standIns = await startStandIns(jwk, secretId);
  const grantsOf = (service: string) =>
    Object.fromEntries(names.map((name) => [name, actionsOf(synthesized, name, service)])) as unknown as Grants;
  const engine = await startRecordingEngine(grantsOf('dynamodb'));
  const kms = await startKms(grantsOf('kms'));
  const issuer = `${standIns.url}/pool`;
  const clientId = 'hadir-web-client';
  const environment = {
    AWS_REGION: 'ap-southeast-3',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: engine.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: standIns.url,
    AWS_ENDPOINT_URL_KMS: kms.url,
    HADIR_TABLE: 'hadir',
    HADIR_ORIGIN: originOf(stages.prod),
    HADIR_ISSUER: issuer,
    HADIR_CLIENT_ID: clientId,
    HADIR_TOKEN_KEYS_SECRET: secretId,
    HADIR_SEAL_KEY: sealKeyArn,
  };
  /** Of ours, only what the synthesis gives to this function. */
  const environmentOf = (name: FunctionName) =>
    Object.fromEntries(Object.entries(environment).filter(([key]) => !key.startsWith('HADIR_') || told[name].has(key)));
  const started = await Promise.all(
    names.map(async (name) => [
      name,
      await startLambda(bundles[name], { ...environmentOf(name), AWS_ACCESS_KEY_ID: name }),
    ]),
  );
  const lambdas = Object.fromEntries(started) as Record<FunctionName, LambdaProcess>;

  let requests = 0;
  let taken = 0;
  return {
    origin: originOf(stages.prod),
    bundles,
    lambdas,
    calls: engine.calls,
    writesOf: engine.writesOf,
    template: synthesized,
    kms,
    engine: engine.url,
    removed: engine.removed,
    token: (role, region) =>
      new SignJWT({ client_id: clientId, token_use: 'access', role, region })
        .setProtectedHeader({ alg: 'ES256', kid: 'pool' })
        .setIssuer(issuer)
        .setSubject(`${role}-of-${region}`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(keys.privateKey),
    call: async ({ token, headers = {}, ...call }) => {
      requests += 1;
      const requestId = `JKJaXmPLvHcESHA${requests}=`;
      const route = chooseRoute(routes, call.method, call.path.split('?')[0] ?? '');
      const sent = { ...call, requestId, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } };
      const lambda = lambdas[receiverOf(route)];
      const result = await lambda.invoke<APIGatewayProxyStructuredResultV2>(gatewayEvent(route, sent));
      return { ...readAnswer(result), requestId };
    },
    takeRecords: () => {
      const records = streamRecords(engine.writes, filters).slice(taken);
      taken += records.length;
      return records;
    },
    project: (records) => lambdas.Projector.invoke({ Records: records }),
    stopEngine: engine.stop,
    stop: async () => {
      await Promise.all(names.map((name) => lambdas[name].stop()));
      await standIns.stop();
      await kms.stop();
      await engine.stop();
      rmSync(outdir, { recursive: true, force: true });
    },
  };
};
