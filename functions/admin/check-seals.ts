/** Checks the seals of sessions as they lie in a table: as the sealer would before it signs on them, and as anybody does who has the bundle. */
import { EngineUnavailable } from '../platform/table.ts';
import { bundlePartsOf } from '../seals/bundle-parts.ts';
import { readBundlePart } from '../seals/bundle-source.ts';
import { standing } from '../seals/seal-rules.ts';
import { isSoundSeal } from '../seals/stored-seal.ts';
import { verifyBundle } from '../seals/verify-bundle.ts';
import type { Stores } from '../stores.ts';

export interface CheckedSeals {
  /** Sessions that have a seal. */
  sealed: number;
  /** Of these, those whose seal does not hold; ids. */
  broken: string[];
}

type Seals = Pick<Stores['seals'], 'heads' | 'hashes' | 'leaves'>;

/** Whether a session's seal holds; undefined where it has none. Whose keys they are is another question, and not asked. */
const holds = async (seals: Seals, session: string): Promise<boolean | undefined> => {
  const heads = await seals.heads(session);
  if (heads.length === 0) return undefined;
  const pieces = standing(heads, await seals.hashes(session));
  const keys = new Set(heads.map(({ publicKey }) => publicKey));
  if (!isSoundSeal({ heads, pieces }, { session, keys })) return false;
  const zips: Uint8Array[] = [];
  for (let part = 1; part <= bundlePartsOf(heads.at(-1)?.head.size ?? 0); part += 1) {
    const zip = await readBundlePart(seals, session, { heads, part, opened: true });
    if (zip) zips.push(zip);
  }
  return verifyBundle(zips).ok;
};

/** @throws EngineUnavailable where the seals cannot be read */
export const checkSeals = async (seals: Seals, sessions: readonly string[]): Promise<CheckedSeals> => {
  const checked: CheckedSeals = { sealed: 0, broken: [] };
  // One after the other: of a whole regency's leaves one tree is in memory at a time.
  for (const session of sessions) {
    const isHolding = await holds(seals, session).catch((error: unknown) => {
      // An engine that does not answer says nothing of a seal.
      if (error instanceof EngineUnavailable) throw error;
      // A run that is gone, or a piece that no schema reads, is a seal that does not hold.
      return false;
    });
    if (isHolding !== undefined) checked.sealed += 1;
    if (isHolding === false) checked.broken.push(session);
  }
  return checked;
};
