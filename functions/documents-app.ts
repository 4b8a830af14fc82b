/** The papers: fonts, and what draws with them, in a bundle of their own. */
import type { Hono } from 'hono';
import type { Deps } from './deps.ts';
import * as documents from './documents/document-endpoints.ts';
import { documentRoutes } from './documents/document-routes.ts';
import type { Endpoint } from './platform/endpoint.ts';
import { Problem } from './platform/problem.ts';
import { problemCodes } from './platform/problem-codes.ts';
import { makeRouter } from './platform/router.ts';

/** Which paths this app serves; API Gateway routes by them. */
export const documentEndpoints: readonly Endpoint[] = Object.values(documents);

/** No door may ask for a paper, and the router turns one away before it would be verified. */
const verifyDoor = async (): Promise<never> => {
  throw new Problem('NOT_ALLOWED');
};

export const createDocumentsApp = (deps: Deps): Hono =>
  makeRouter(documentRoutes(deps), { ...deps, verifyDoor, problems: problemCodes });
