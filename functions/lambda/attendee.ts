/** Attendees, readers and signing: the paths of `attendeeEndpoints`. */
import { createAttendeeApp } from '../attendee-app.ts';
import { makeAttendeeStores } from '../attendee-stores.ts';
import { makeAppDeps } from './app-deps.ts';
import { serve } from './serve.ts';

const { table, deps } = await makeAppDeps(process.env);
export const handler = serve(createAttendeeApp({ ...deps, stores: makeAttendeeStores(table) }), deps.tokenKeys);
