/** Attendees, doors and signing: the paths of `hotEndpoints`, in a bundle of their own so that a cold door answers soon. */
import { createHotApp } from '../hot-app.ts';
import { makeApiDeps } from './api-deps.ts';
import { serve } from './serve.ts';
import { withoutSealKey } from './without-seal-key.ts';

export const handler = serve(createHotApp(await makeApiDeps(process.env, withoutSealKey)));
