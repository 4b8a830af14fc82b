/** Doors and the venue's code: the paths of `hotEndpoints`, in a bundle of their own so that a cold door answers soon. */
import { createHotApp } from '../hot-app.ts';
import { makeHotStores } from '../hot-stores.ts';
import { makeAppDeps } from './app-deps.ts';
import { readersKeysMs } from './fresh-token-keys.ts';
import { serve } from './serve.ts';

const { table, deps } = await makeAppDeps(process.env, readersKeysMs);
export const handler = serve(createHotApp({ ...deps, stores: makeHotStores(table) }), deps.tokenKeys);
