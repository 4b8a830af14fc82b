/** The session of a route, or the problem that it does not exist. */
import { Problem } from '../platform/problem.ts';
import type { Session } from './session-schema.ts';
import type { SessionStore } from './session-store.ts';

export const findSession = async (sessions: Pick<SessionStore, 'get'>, id: string): Promise<Session> => {
  const session = await sessions.get(id, { consistent: true });
  if (!session) throw new Problem('SESSION_UNKNOWN');
  return session;
};
