/**
 * Token keys for the life of an instance, which may be hours: a code of a key that was made since (`npm run admin -- rotate-keys token`) has
 * them read once more. A code's key is looked up in the middle of a request and without waiting; so the request is broken off before it has
 * written anything, and answered from its beginning with what was read. Of a door's batch the other entries may be written by then; they are
 * known again by their nonces.
 */
import { Problem } from '../platform/problem.ts';
import type { TokenKeys } from '../platform/signed-code.ts';

export interface FreshTokenKeys extends TokenKeys {
  /** After an answer: whether a key was missed for it. Then the keys were read again, and the request is to be answered again. */
  readAgain: () => Promise<boolean>;
}

/** Whoever sends codes of made-up keys makes an instance read them no more often: 60 calls an hour, which cost 0.0003 US dollars. */
const restMs = 60_000;

class Secrets extends Map<number, Uint8Array> {
  readonly #missed: () => void;
  constructor(secrets: ReadonlyMap<number, Uint8Array>, missed: () => void) {
    super(secrets);
    this.#missed = missed;
  }
  override get(id: number): Uint8Array | undefined {
    const secret = super.get(id);
    if (!secret) this.#missed();
    return secret;
  }
}

export const makeFreshTokenKeys = async (read: () => Promise<TokenKeys>, now: () => Date): Promise<FreshTokenKeys> => {
  let readAt = now().getTime();
  let isMissed = false;
  const missed = (): void => {
    if (now().getTime() - readAt < restMs) return;
    isMissed = true;
    throw new Problem('TOKEN_INVALID');
  };
  let keys = await read();
  let secrets = new Secrets(keys.secrets, missed);
  return {
    get current() {
      return keys.current;
    },
    get secrets() {
      return secrets;
    },
    readAgain: async () => {
      if (!isMissed) return false;
      isMissed = false;
      readAt = now().getTime();
      try {
        keys = await read();
        secrets = new Secrets(keys.secrets, missed);
      } catch {
        // What is known stays good; the code is refused by it, and the next one asks again after the rest.
      }
      return true;
    },
  };
};
