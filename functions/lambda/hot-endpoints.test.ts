import { expect, test } from 'vitest';
import { attendeeAppRoutes, attendeeEndpoints, attendeeProblems } from '../attendee-app.ts';
import type { Deps } from '../deps.ts';
import { documentRoutes } from '../documents/document-routes.ts';
import { documentEndpoints } from '../documents-app.ts';
import { hotEndpoints, hotProblems, hotRoutes } from '../hot-app.ts';
import { impliedProblems } from '../platform/openapi.ts';

test('API Gateway sends the hot Lambda exactly the routes that it serves', () => {
  const served = hotRoutes({ stores: {} } as Deps, { forget: () => {} }).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(hotEndpoints));
});

test('and the attendees’ Lambda exactly the routes that it serves', () => {
  const served = attendeeAppRoutes({ stores: {} } as Deps).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(attendeeEndpoints));
});

test('and the documents Lambda exactly the papers', () => {
  const served = documentRoutes({ stores: {} } as Deps).map(({ endpoint }) => endpoint);
  expect(new Set(served)).toEqual(new Set(documentEndpoints));
});

test.each([
  ['the doors’', hotEndpoints, hotProblems],
  ['the attendees’', attendeeEndpoints, attendeeProblems],
] as const)('%s Lambda has a sentence for every problem that it may answer', (_, endpoints, texts) => {
  const codes = endpoints.flatMap((endpoint) => [...impliedProblems(endpoint), ...endpoint.problems]);
  // What the router answers where no endpoint is.
  expect(Object.keys(texts)).toEqual(expect.arrayContaining(['ROUTE_UNKNOWN', ...codes]));
});
