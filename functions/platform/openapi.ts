/** The OpenAPI 3.1 document, made from the very schemas that validate. */
import * as z from 'zod';
import { type Answer, type Endpoint, isRaw } from './endpoint.ts';
import { type ProblemCode, problemCodes } from './problem-codes.ts';
import { ProblemDocument } from './problem-document.ts';

type Json = Record<string, unknown>;

/** Moves named schemas into components, as zod hands them out under $defs. */
const collect = (schema: z.ZodType, io: 'input' | 'output', components: Json): Json => {
  const {
    $defs = {},
    $schema: _,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  }) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs)) components[name] ??= definition;
  return rewrite(json) as Json;
};

const rewrite = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewrite);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : rewrite(inner),
    ]),
  );
};

const content = (answer: Answer, components: Json): Json =>
  isRaw(answer)
    ? { [answer.contentType]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: collect(answer, 'output', components) } };

const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query', components: Json): Json[] => {
  if (!schema) return [];
  const object = collect(schema, 'input', components) as { properties?: Json; required?: string[] };
  return Object.entries(object.properties ?? {}).map(([name, inner]) => ({
    name,
    in: where,
    required: where === 'path' || (object.required ?? []).includes(name),
    schema: inner,
  }));
};

const idempotencyHeader: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the client, once for each intended write; repeating the call with it repeats nothing.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,80}$' },
};

const phoneHeader: Json = {
  name: 'Hadir-Phone',
  in: 'header',
  required: false,
  description:
    'A random name that the phone gave itself and keeps. The first answer ties the link to it; without one, or with one of another form, nothing is tied, and a link that is tied shows the neutral page.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,60}$' },
};

const takesCursor = ({ query }: Endpoint): boolean => query instanceof z.ZodObject && 'cursor' in query.shape;

/** The problems that follow from what the router does with a definition; an endpoint lists only its own. */
export const impliedProblems = (definition: Endpoint): ProblemCode[] => {
  const { access, path, params, query, body, rawBody, idempotencyKey } = definition;
  const staff = Array.isArray(access);
  const implied: [boolean, ...ProblemCode[]][] = [
    [staff, 'NOT_SIGNED_IN', 'SIGN_IN_EXPIRED', 'SIGN_IN_UNAVAILABLE', 'NOT_ALLOWED'],
    [staff && /:(regency|session|province)\b/.test(path), 'OTHER_REGENCY'],
    [staff && access.includes('door'), 'DOOR_CREDENTIAL_INVALID', 'DOOR_CUT_OFF', 'DOOR_OTHER_SESSION'],
    [body !== undefined, 'BODY_NOT_JSON'],
    [body !== undefined || rawBody !== undefined, 'BODY_TOO_LARGE'],
    [idempotencyKey === true, 'IDEMPOTENCY_KEY_MISSING'],
    [params !== undefined || query !== undefined || body !== undefined, 'INPUT_INVALID'],
    [takesCursor(definition), 'CURSOR_INVALID'],
    [true, 'INTERNAL', 'ENGINE_UNAVAILABLE', 'ITEM_NEWER'],
  ];
  return implied.flatMap(([applies, ...codes]) => (applies ? codes : []));
};

/** The codes by the status they are answered with. */
const problemsOf = (definition: Endpoint): Map<number, ProblemCode[]> => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...impliedProblems(definition), ...definition.problems])) {
    const { status } = problemCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
};

const problemContent = (codes: readonly ProblemCode[]): Json => ({
  'application/problem+json': {
    schema: {
      allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
    },
  },
});

/** One response a status. A status that is an answer as well as a problem (a refused scan is 422) has both, told apart by media type. */
const responsesOf = (definition: Endpoint, components: Json): Json => {
  const problems = problemsOf(definition);
  const statuses = new Set([...Object.keys(definition.responses).map(Number), ...problems.keys()]);
  return Object.fromEntries(
    [...statuses].map((status) => {
      const answer = definition.responses[status];
      const codes = problems.get(status);
      const done = status < 300 ? 'Done' : 'Answered, not done';
      return [
        String(status),
        {
          description: [...(answer ? [done] : []), ...(codes ? [codes.join(', ')] : [])].join('; or a problem: '),
          content: { ...(answer && content(answer, components)), ...(codes && problemContent(codes)) },
        },
      ];
    }),
  );
};

const requestBody = (definition: Endpoint, components: Json): Json => {
  if (definition.rawBody) {
    const binary = { schema: { type: 'string', format: 'binary' } };
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(definition.rawBody.contentTypes.map((t) => [t, binary])),
      },
    };
  }
  if (!definition.body) return {};
  const schema = collect(definition.body, 'input', components);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
};

const operationId = (definition: Endpoint): string =>
  definition.method.toLowerCase() +
  definition.path
    .replace(/^\/api/, '')
    .split('/')
    .map((part) => part.replace(/^:/, 'by-').replace(/(^|[-.])(\w)/g, (_, __, letter: string) => letter.toUpperCase()))
    .join('');

/** One of these is enough. */
const securityOf = ({ access }: Endpoint): Json[] => {
  if (access === 'public' || access === 'attendee') return [];
  return [
    ...(access.some((who) => who !== 'door') ? [{ staff: [] }] : []),
    ...(access.includes('door') ? [{ door: [] }] : []),
  ];
};

const securitySchemes: Json = {
  staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  door: {
    type: 'http',
    scheme: 'Door',
    description:
      'Authorization: Door <session>.<door>.<secret> — a paired device, for its own session. The secret is 32 random bytes in base64url that the device made.',
  },
};

const operation = (definition: Endpoint, components: Json): Json => ({
  operationId: operationId(definition),
  summary: definition.summary,
  tags: [definition.tag],
  'x-access': definition.access,
  security: securityOf(definition),
  parameters: [
    ...parametersOf(definition.params, 'path', components),
    ...parametersOf(definition.query, 'query', components),
    ...(definition.idempotencyKey ? [idempotencyHeader] : []),
    ...(definition.phone ? [phoneHeader] : []),
  ],
  ...requestBody(definition, components),
  responses: responsesOf(definition, components),
});

/** The whole document; `server` is the address it is served at. */
export const openApiDocument = (endpoints: readonly Endpoint[], server: string): Json => {
  const components: Json = {};
  collect(z.object({ problem: ProblemDocument }), 'output', components);
  const paths: Record<string, Json> = {};
  for (const definition of endpoints) {
    const path = definition.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operation(definition, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hadir',
      version: '1.0.0',
      description: 'Sessions, invitations, check-in, pledges and coverage of regency governments.',
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, rewrite(schema)])),
      securitySchemes,
    },
  };
};
