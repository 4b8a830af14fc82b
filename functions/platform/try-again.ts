/** For what is read, decided and then written on the condition that nothing has moved: tried on what stands there by then. */
import { EngineUnavailable } from './table.ts';

/** Somebody else is at the same item: read again this often, then ask the caller to come back. */
const attempts = 5;

/** What `work` answers; as often as it answers undefined, because its write found something else than it had read, it runs again. */
export const tryAgain = async <T>(work: () => Promise<T | undefined>): Promise<T> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await work();
    if (done !== undefined) return done;
  }
  throw new EngineUnavailable('an item kept changing while it was to be changed');
};
