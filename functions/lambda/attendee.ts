/** Attendees, readers and signing: the paths of `attendeeEndpoints`. */
import { createAttendeeApp } from '../attendee-app.ts';
import { makeAttendeeStores } from '../attendee-stores.ts';
import { makeAppDeps } from './app-deps.ts';
import { readersKeysMs } from './fresh-token-keys.ts';
import { serve } from './serve.ts';

const { table, deps } = await makeAppDeps(process.env, readersKeysMs);
export const handler = serve(createAttendeeApp({ ...deps, stores: makeAttendeeStores(table) }), deps.tokenKeys);
