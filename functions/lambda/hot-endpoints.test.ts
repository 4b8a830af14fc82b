import { expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import { documentRoutes } from '../documents/document-routes.ts';
import { documentEndpoints } from '../documents-app.ts';
import { hotEndpoints, hotRoutes } from '../hot-app.ts';

test('API Gateway sends the hot Lambda exactly the routes that it serves', () => {
  const served = hotRoutes({ stores: {} } as Deps, { forget: () => {} }).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(hotEndpoints));
});

test('and the documents Lambda exactly the papers', () => {
  const served = documentRoutes({ stores: {} } as Deps).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(documentEndpoints));
});
