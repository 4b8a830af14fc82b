/**
 * What the door knows of a session, kept in memory for a short time so that a check-in costs one request.
 *
 * Safe because of what the states allow: OPEN ends only in CLOSED, and a scan that a door makes in the seconds after
 * closing, while a process still believes in OPEN, is admitted with its time and stands in the record as later than
 * `closedAt`. Every other state is asked again at once, so that a door opens the moment the session does.
 */
import type { SessionGate } from './check-in-rules.ts';

export const gateSeconds = 30;

/** Answers the gate of a session, or undefined when there is no such session. */
export const makeSessionGates = <G extends SessionGate>(
  load: (session: string) => Promise<G | undefined>,
  now: () => Date,
) => {
  const known = new Map<string, { gate: G; until: number }>();
  return async (session: string): Promise<G | undefined> => {
    const entry = known.get(session);
    if (entry && now().getTime() < entry.until) return entry.gate;
    const gate = await load(session);
    known.delete(session);
    if (gate?.state === 'OPEN') known.set(session, { gate, until: now().getTime() + gateSeconds * 1000 });
    return gate;
  };
};
