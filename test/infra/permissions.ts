/** What the roles of a template may do. */
import type { Template } from 'aws-cdk-lib/assertions';

export interface Permission {
  policy: string;
  actions: string[];
  /** Each as text; intrinsic functions as JSON. */
  resources: string[];
  /** What the partition keys have to be like; absent: anything. */
  partitions?: string[];
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: { 'ForAllValues:StringLike'?: { 'dynamodb:LeadingKeys'?: string[] } };
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const allowed = (policy: string, statements: readonly Statement[]): Permission[] =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource, Condition }) => {
      const partitions = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
      return { policy, actions: list(Action), resources: list(Resource).map(text), ...(partitions && { partitions }) };
    });

/** Also those that a role bears in itself. */
export const permissionsIn = (template: Template): Permission[] => [
  ...Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(([policy, { Properties }]) =>
    allowed(policy, Properties.PolicyDocument.Statement),
  ),
  ...Object.entries(template.findResources('AWS::IAM::Role')).flatMap(([role, { Properties }]) =>
    (Properties.Policies ?? []).flatMap(({ PolicyDocument }: { PolicyDocument: { Statement: Statement[] } }) =>
      allowed(role, PolicyDocument.Statement),
    ),
  ),
];

/** The permissions of one function, by the name of its construct. */
export const permissionsOf = (template: Template, name: string): Permission[] =>
  permissionsIn(template).filter(({ policy }) => policy.startsWith(`${name}RoleDefaultPolicy`));

/** `dynamodb:GetItem` and the like of one function. */
export const actionsOf = (template: Template, name: string, service: string): string[] =>
  permissionsOf(template, name)
    .flatMap(({ actions }) => actions)
    .filter((action) => action.startsWith(`${service}:`))
    .sort();

/** One write of an item, as it was sent to the engine. */
export interface Write {
  /** `dynamodb:PutItem` */
  action: string;
  pk: string;
}

/** What the keys of partitions have to be like that a function may write by this call; `*` where nothing is said of them. */
export const partitionsOf = (template: Template, name: string, action: string): string[] =>
  permissionsOf(template, name)
    .filter(({ actions }) => actions.includes(action))
    .flatMap(({ partitions = ['*'] }) => partitions);

/** IAM's StringLike, as far as ours use it. */
const isLike = (pattern: string, pk: string): boolean =>
  pattern.endsWith('*') ? pk.startsWith(pattern.slice(0, -1)) : pk === pattern;

/** Of the writes of a function those that IAM would refuse it, which no engine here does; and the partitions that it may write, and never did. */
export const compareWrites = (template: Template, name: string, writes: readonly Write[]) => {
  const refused = writes.filter(
    ({ action, pk }) => !partitionsOf(template, name, action).some((pattern) => isLike(pattern, pk)),
  );
  const allowed = permissionsOf(template, name).flatMap(({ partitions = [] }) => partitions);
  const idle = [...new Set(allowed)].filter((pattern) => !writes.some(({ pk }) => isLike(pattern, pk)));
  return { refused, idle };
};
