/** Letters, lists, reports and certificates as PDF, XLSX and CSV: the paths of `documentEndpoints`, apart from the API that has to start soon. */
import { createDocumentsApp } from '../documents-app.ts';
import { makeApiDeps } from './api-deps.ts';
import { serve } from './serve.ts';
import { withoutSealKey } from './without-seal-key.ts';

const deps = await makeApiDeps(process.env, withoutSealKey);
export const handler = serve(createDocumentsApp(deps), deps.tokenKeys);
