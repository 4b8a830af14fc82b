/** What stands in the sealing key's place in functions that neither seal nor name keys: granted no call on it, and without a client for it. */
import { type Sealer, SealKeyUnavailable } from '../seals/sealer.ts';

const refuse = async (): Promise<never> => {
  throw new SealKeyUnavailable('this function has no sealing key');
};

export const withoutSealKey: Sealer = { keys: refuse, sign: refuse };
