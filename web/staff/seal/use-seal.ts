import { type Answer, api } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';

export type SealShown = Answer<'GET /api/sessions/:session/seal'>;
export type HeadShown = SealShown['heads'][number];

/** Asked for again every `everyMs`, where that is given: the server looks through every record of the session for it. */
export const useSeal = (session: string, everyMs?: number): Loaded<SealShown> =>
  useLoad(session, (signal) => api('GET /api/sessions/:session/seal', { params: { session }, signal }), everyMs);
