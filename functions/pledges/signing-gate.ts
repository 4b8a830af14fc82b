/**
 * What the signing table knows of a session, kept in memory for a short time so that a signature costs one request.
 *
 * Kept only while it lets people sign: an open or closed session whose reading has begun, or that needs none. Neither ends, except that
 * a reading can be voided; this process forgets at once then, another within half a minute, and the signatures in between bear their
 * time. Everything else is asked again at each try, so that signing begins the moment the reading does.
 */
import { signableStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Reading } from './pledge-schema.ts';
import { firstReading } from './signing-rules.ts';

export const gateSeconds = 30;

export interface SigningGate {
  session: Session;
  /** When the first reading that took place began; not asked for where nobody has to wait for it. */
  readSince: string | undefined;
}

export interface SigningGates {
  /** Undefined when there is no such session. */
  of(session: string): Promise<SigningGate | undefined>;
  forget(session: string): void;
}

interface Ports {
  session: (id: string) => Promise<Session | undefined>;
  readings: (session: string) => Promise<Reading[]>;
  now: () => Date;
}

const isLasting = ({ session, readSince }: SigningGate): boolean =>
  signableStates.includes(session.state) && (!session.pledge?.readFirst || readSince !== undefined);

export const makeSigningGates = ({ session: load, readings, now }: Ports): SigningGates => {
  const known = new Map<string, { gate: SigningGate; until: number }>();
  return {
    of: async (id) => {
      const entry = known.get(id);
      if (entry && now().getTime() < entry.until) return entry.gate;
      known.delete(id);
      const session = await load(id);
      if (!session) return undefined;
      const gate = { session, readSince: session.pledge?.readFirst ? firstReading(await readings(id)) : undefined };
      if (isLasting(gate)) known.set(id, { gate, until: now().getTime() + gateSeconds * 1000 });
      return gate;
    },
    forget: (id) => known.delete(id),
  };
};
