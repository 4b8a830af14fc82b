/** The papers: routes of the API that lead into a function of their own, which reads and writes nothing. */
import { expect, test } from 'vitest';
import { documentEndpoints } from '../../functions/documents-app.ts';
import { gatewayPath } from '../../infra/api-stack.ts';
import { permissionsIn } from './permissions.ts';
import { synthesize } from './synth.ts';

const documents = synthesize().template('documents');

test('every paper has its route, and all lead into the one function', () => {
  const routes = Object.values(documents.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
  const expected = documentEndpoints.map(({ method, path }) => `${method} ${gatewayPath(path)}`);
  expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(expected.sort());
  expect(new Set(routes.map(({ Target }) => JSON.stringify(Target))).size).toBe(1);
  documents.resourceCountIs('AWS::Lambda::Function', 1);
});

test('it reads the table and the codes’ keys, and writes its log only', () => {
  const calls = permissionsIn(documents).flatMap(({ actions }) => actions);
  expect(calls.sort()).toEqual([
    'dynamodb:GetItem',
    'dynamodb:Query',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'secretsmanager:GetSecretValue',
  ]);
});
