/** A new key for codes, and one that is withdrawn. The others stay: what is printed is read as long as its key is there. */
import type { TokenKeys } from '../platform/signed-code.ts';
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

export interface RotatedTokenKeys {
  current: number;
  kept: number[];
}

type RandomBytes = (count: number) => Uint8Array;

const withNewKey = (keys: TokenKeys, randomBytes: RandomBytes): TokenKeys => {
  const id = nextKeyId(keys.current, new Set(keys.secrets.keys()));
  return { ...keys, current: id, secrets: new Map([...keys.secrets, [id, randomBytes(tokenKeyBytes)]]) };
};

const without = (keys: TokenKeys, id: number): TokenKeys => {
  const others = <T>(all: ReadonlyMap<number, T>) => new Map([...all].filter(([each]) => each !== id));
  // With its regencies: the number may be given to a key of this installation's own.
  return { ...keys, secrets: others(keys.secrets), regencies: keys.regencies && others(keys.regencies) };
};

const shown = ({ current, secrets }: TokenKeys): RotatedTokenKeys => ({
  current,
  kept: [...secrets.keys()].filter((id) => id !== current),
});

/** @throws Refusal NO_FREE_KEY after 254 rotations; SECRET_CHANGED */
export const rotateTokenKey = async (holder: TokenKeyHolder, randomBytes: RandomBytes): Promise<RotatedTokenKeys> =>
  shown(await holder.change((keys) => withNewKey(keys, randomBytes)));

/**
 * Takes a key away, so that nothing made with it is read any more: one that others have seen, or whose codes nobody uses. The one that
 * makes new codes is followed by a new one first, in the same write.
 *
 * @throws Refusal KEY_UNKNOWN with the numbers that are there; NO_FREE_KEY; SECRET_CHANGED
 */
export const withdrawTokenKey = async (
  holder: TokenKeyHolder,
  id: number,
  randomBytes: RandomBytes,
): Promise<RotatedTokenKeys> =>
  shown(
    await holder.change((keys) => {
      if (!keys.secrets.has(id)) throw new Refusal('KEY_UNKNOWN', id, [...keys.secrets.keys()].join(', '));
      return without(id === keys.current ? withNewKey(keys, randomBytes) : keys, id);
    }),
  );
