/** What the roles of a template may do. */
import type { Template } from 'aws-cdk-lib/assertions';

export interface Permission {
  policy: string;
  actions: string[];
  /** Each as text; intrinsic functions as JSON. */
  resources: string[];
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const allowed = (policy: string, statements: readonly Statement[]): Permission[] =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource }) => ({ policy, actions: list(Action), resources: list(Resource).map(text) }));

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
