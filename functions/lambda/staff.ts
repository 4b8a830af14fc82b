/** Everything under /api that the hot path does not serve: the staff console, the reports, the API's own documentation. */
import { createApp } from '../app.ts';
import { makeApiDeps } from './api-deps.ts';
import { sealerOf } from './seal-key-kms.ts';
import { serve } from './serve.ts';

const deps = await makeApiDeps(process.env, sealerOf(process.env));
export const handler = serve(createApp(deps), deps.tokenKeys);
