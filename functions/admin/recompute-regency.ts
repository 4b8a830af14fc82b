/**
 * Makes what is kept beside a regency's data again: the coverage of every session, the seals that are owed, the totals. For whoever mended what
 * the stream's function failed at. Nothing else is written, and running it again, or while people work, does no harm.
 */
import { isSealOutdated, makeRecompute } from '../coverage/recompute.ts';
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import { readSeal } from '../seals/seal-material.ts';
import { makeSealSession } from '../seals/seal-session.ts';
import type { Sealer } from '../seals/sealer.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { Refusal } from './refusal.ts';

export interface RecomputePorts {
  stores: Stores;
  /** Undefined where the key is not this command's to use: in AWS it signs for the product's functions alone. */
  sealer: Sealer | undefined;
  randomBytes: (count: number) => Uint8Array;
  now: () => Date;
}

export interface Recomputed {
  sessions: number;
  /** Closed, with records under no seal: somebody has to ask for it in the console. */
  unsealed: string[];
  /** Sessions whose figures or whose seal could not be made, each with the name of what was wrong. */
  failed: { session: string; why: string }[];
}

/** Never the message, which could quote what it was about. */
const whyOf = (error: unknown): string => {
  const { name, code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : String(name);
};

/** Heads where this command seals; else whether something is owed. */
const makeSeal = ({ stores, sealer, randomBytes, now }: RecomputePorts) => {
  const seal = sealer && makeSealSession({ stores, sealer, randomBytes, now });
  return async (session: Session) => {
    if (session.state !== 'CLOSED') return { heads: undefined, isOwed: false };
    if (seal) return { heads: await seal(session.id), isOwed: false };
    const { heads, fresh } = await readSeal(stores, session);
    return { heads, isOwed: fresh.length > 0 };
  };
};

/** @throws Refusal NOTHING_THERE where no such regency is registered */
export const recomputeRegency = async (ports: RecomputePorts, regency: string): Promise<Recomputed> => {
  const { stores, now } = ports;
  if (!(await stores.regencies.get(regency, { consistent: true }))) throw new Refusal('NOTHING_THERE', regency);
  const [recompute, seal] = [makeRecompute({ ...stores, now }), makeSeal(ports)];
  const sessions = await stores.sessions.all(regency);
  const done: Recomputed = { sessions: 0, unsealed: [], failed: [] };
  // One after the other, as an import does; and one that fails keeps nobody else's figures from being made.
  for (const session of sessions)
    try {
      const record = await recompute(session.id);
      done.sessions += 1;
      const { heads, isOwed } = await seal(session);
      if (isOwed) done.unsealed.push(session.id);
      if (isSealOutdated(record, heads)) await recompute(session.id);
    } catch (error) {
      done.failed.push({ session: session.id, why: whyOf(error) });
    }
  await makeRecomputeTotals({ ...stores, now })([regency]);
  return done;
};
