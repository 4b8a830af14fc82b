/** A new key for codes. The ones before it stay: what is printed is read as long as its key is there. */
import { tokenKeyBytes } from '../platform/token-key-text.ts';
import { Refusal } from './refusal.ts';
import type { TokenKeyHolder } from './token-key-holders.ts';

/** Codes name their key by one byte; 0 and 1 are left to what was made first. */
const [lowest, highest] = [2, 255];

/** The next number after `current` that no key has, from the lowest again after the highest. */
export const nextKeyId = (current: number, taken: ReadonlySet<number>): number => {
  const span = highest - lowest + 1;
  for (let step = 1; step <= span; step += 1) {
    const id = lowest + ((((current - lowest + step) % span) + span) % span);
    if (!taken.has(id)) return id;
  }
  throw new Refusal('NO_FREE_KEY');
};

/** @throws Refusal NO_FREE_KEY after 254 rotations; SECRET_CHANGED */
export const rotateTokenKey = async (
  holder: TokenKeyHolder,
  randomBytes: (count: number) => Uint8Array,
): Promise<{ current: number; kept: number[] }> => {
  const { current, secrets } = await holder.change((keys) => {
    const id = nextKeyId(keys.current, new Set(keys.secrets.keys()));
    return { current: id, secrets: new Map([...keys.secrets, [id, randomBytes(tokenKeyBytes)]]) };
  });
  return { current, kept: [...secrets.keys()].filter((id) => id !== current) };
};
