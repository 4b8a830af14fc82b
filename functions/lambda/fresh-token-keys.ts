/**
 * Token keys for the life of an instance, which may be hours, while an operator changes them (`npm run admin -- rotate-keys token`). They are
 * read again when they are as old as the caller lets them be, so that a key that was withdrawn is nowhere used longer; and at once, where a code
 * of a key shows that was made since. A code's key is looked up in the middle of a request and without waiting; so that request is broken off
 * before it has written anything, and answered from its beginning with what was read. Of a door's batch the other entries may be written by then;
 * they are known again by their nonces.
 */
import { Problem } from '../platform/problem.ts';
import type { TokenKeys } from '../platform/signed-code.ts';

export interface FreshTokenKeys extends TokenKeys {
  readAt: Date;
  /** Before work: reads the keys again where they were read long ago. What is known stays good while they cannot be read. */
  keepFresh: () => Promise<void>;
  /** After an answer: whether a key was missed for it. Then the keys were read again, and the request is to be answered again. */
  readAgain: () => Promise<boolean>;
}

/**
 * How old keys may be where codes are read (doors, attendees). 1,500 instances, as many as the whole nation needs at once, then read 6,000 times an
 * hour, which costs 0.03 US dollars.
 */
export const readersKeysMs = 15 * 60_000;
/**
 * And where codes are made that leave the house (mails, papers, the links that staff copy): what is made with a key that was withdrawn is dead
 * when it arrives. At most 60 calls an hour of an instance, which cost 0.0003 US dollars.
 */
export const makersKeysMs = 60_000;
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

/**
 * Keys are `oldMs` old at most, while they can be read. `read` is told whether somebody waits for a request of theirs meanwhile, who should not
 * wait long; `failed` of each reading that failed since the first, which throws.
 */
export const makeFreshTokenKeys = async (
  read: (isAgain: boolean) => Promise<TokenKeys>,
  now: () => Date,
  failed: (error: unknown) => void,
  oldMs: number,
): Promise<FreshTokenKeys> => {
  let isMissed = false;
  const missed = (): void => {
    if (now().getTime() < restsUntil) return;
    isMissed = true;
    throw new Problem('TOKEN_INVALID');
  };
  // Before the answer: of what is changed in between nobody knows whether it is in it.
  let readAt = now();
  let keys = await read(false);
  let secrets = new Secrets(keys.secrets, missed);
  let restsUntil = now().getTime() + restMs;
  let oldFrom = readAt.getTime() + oldMs;
  const readOnceMore = async (): Promise<void> => {
    restsUntil = now().getTime() + restMs;
    oldFrom = restsUntil;
    const asked = now();
    try {
      keys = await read(true);
      secrets = new Secrets(keys.secrets, missed);
      readAt = asked;
      oldFrom = asked.getTime() + oldMs;
    } catch (error) {
      failed(error);
      // What is known stays good; the next request asks again after the rest.
    }
  };
  return {
    get current() {
      return keys.current;
    },
    get secrets() {
      return secrets;
    },
    get regencies() {
      return keys.regencies;
    },
    get readAt() {
      return readAt;
    },
    keepFresh: async () => {
      if (now().getTime() >= oldFrom) await readOnceMore();
    },
    readAgain: async () => {
      if (!isMissed) return false;
      isMissed = false;
      await readOnceMore();
      return true;
    },
  };
};
