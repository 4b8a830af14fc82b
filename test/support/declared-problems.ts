/** Holds every answer of an API under test against its OpenAPI document: the status, the media type, and a problem's code. */
import type { Reply, TestApi } from './api.ts';

interface Answer {
  content?: Record<string, { schema: { allOf?: { properties?: { code?: { enum: string[] } } }[] } }>;
}
type Paths = Record<string, Record<string, { responses: Record<string, Answer> }>>;

const problemType = 'application/problem+json';

/** What a response of that media type is declared to be; a charset beside it makes no other type. */
const declaredContent = (answer: Answer | undefined, type: string) =>
  Object.entries(answer?.content ?? {}).find(([key]) => key.split(';')[0] === type)?.[1];

/** The codes that a declared response names. */
const codesOf = (answer: Answer | undefined): string[] =>
  (answer?.content?.[problemType]?.schema.allOf ?? []).flatMap(({ properties }) => properties?.code?.enum ?? []);

const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** What is wrong with the answer by the document; undefined when it is declared, or when the address is in no document. */
const undeclared = (paths: Paths, method: string, address: string, reply: Reply): string | undefined => {
  const [pathname = ''] = address.split('?');
  const [path, methods] = Object.entries(paths).find(([candidate]) => pathPattern(candidate).test(pathname)) ?? [];
  const operation = methods?.[method.toLowerCase()];
  if (!operation) return undefined;
  const answer = operation.responses[reply.status];
  const [type = ''] = (reply.headers.get('content-type') ?? '').split(';');
  const code: string = type === problemType ? reply.body.code : '';
  const declared = declaredContent(answer, type) !== undefined && (code === '' || codesOf(answer).includes(code));
  return declared ? undefined : `${method} ${path} answered ${reply.status} ${type} ${code}`.trim();
};

export interface CheckedApi extends TestApi {
  /** Codes that were answered, of any route. */
  answered: Set<string>;
  /** Answers that the document does not declare, each once. */
  undeclared: Set<string>;
}

/** The same API; whatever is called through it is checked. */
export const checkDeclared = async (api: TestApi): Promise<CheckedApi> => {
  const { paths } = (await api.call(null, 'GET', '/api/openapi.json')).body;
  const answered = new Set<string>();
  const found = new Set<string>();
  const call: TestApi['call'] = async (as, method, path, body, headers) => {
    const reply = await api.call(as, method, path, body, headers);
    if (reply.headers.get('content-type')?.startsWith(problemType)) answered.add(reply.body.code);
    const wrong = undeclared(paths, method, path, reply);
    if (wrong) found.add(wrong);
    return reply;
  };
  return { ...api, call, answered, undeclared: found };
};
