import { type Answer, api } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';

export type SessionShown = Answer<'GET /api/sessions/:session'>;

export const useSession = (id: string): Loaded<SessionShown> =>
  useLoad(id, (signal) => api('GET /api/sessions/:session', { params: { session: id }, signal }));
