import { apiAll } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import type { DoorShown } from './door-rules.ts';

/** The doors of a session, asked for again every `everyMs` while the page is visible. */
export const useDoors = (session: string, everyMs: number): Loaded<DoorShown[]> =>
  useLoad(
    session,
    (signal) => apiAll('GET /api/sessions/:session/doors', { params: { session }, query: {}, signal }),
    everyMs,
  );
