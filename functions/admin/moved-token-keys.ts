/**
 * Keys of codes that move with regencies. Whoever ran the installation that they come from still has them; so here they speak for the regencies
 * that came, and for no others (signed-code.ts).
 */
import type { TokenKeys } from '../platform/signed-code.ts';
import { Refusal } from './refusal.ts';

/** Of these regencies, those that a key may speak for. */
const allowed = (keys: TokenKeys, id: number, asked: readonly string[]): string[] => {
  const bounds = keys.regencies?.get(id);
  return bounds ? asked.filter((regency) => bounds.has(regency)) : [...asked];
};

/** The keys that may speak for any of these regencies; those that came from elsewhere for these alone. */
export const keysFor = (keys: TokenKeys, asked: readonly string[]): TokenKeys => ({
  current: keys.current,
  secrets: new Map([...keys.secrets].filter(([id]) => allowed(keys, id, asked).length > 0)),
  regencies: new Map(
    [...(keys.regencies?.keys() ?? [])]
      .map((id) => [id, new Set(allowed(keys, id, asked))] as const)
      .filter(([, bounds]) => bounds.size > 0),
  ),
});

/**
 * Keys by their number, ours and theirs; theirs for the regencies that come, beside those that they came with before. A key that we made
 * speaks for all, wherever it was meanwhile. The same object where nothing is added.
 *
 * @throws Refusal KEY_COLLISION where both have another key under one number.
 */
export const mergeTokenKeys = (ours: TokenKeys, theirs: TokenKeys, coming: readonly string[]): TokenKeys => {
  const [secrets, regencies] = [new Map(ours.secrets), new Map(ours.regencies)];
  let isMore = false;
  for (const [id, secret] of keysFor(theirs, coming).secrets) {
    const held = ours.secrets.get(id);
    const bounds = ours.regencies?.get(id);
    if (held && !Buffer.from(held).equals(secret)) throw new Refusal('KEY_COLLISION', id);
    const added = allowed(theirs, id, coming).filter((regency) => !bounds?.has(regency));
    if ((held && !bounds) || added.length === 0) continue;
    secrets.set(id, secret);
    regencies.set(id, new Set([...(bounds ?? []), ...added]));
    isMore = true;
  }
  return isMore ? { ...ours, secrets, regencies } : ours;
};
