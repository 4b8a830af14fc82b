import { expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import { hotEndpoints, hotRoutes } from '../hot-app.ts';

test('API Gateway sends the hot Lambda exactly the routes that it serves', () => {
  const served = hotRoutes({ stores: {} } as Deps, { forget: () => {} }).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(hotEndpoints));
});
