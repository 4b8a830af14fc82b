/** The pairing code in this page's address. It stands in the fragment, which never reaches a server. */
import { pairingCodeIn } from '../core/pairing.ts';

/** Takes the code out of the address, so that neither the history nor a shared screen keeps it. */
export const takeCodeFromAddress = (): string | undefined => {
  if (!location.hash) return undefined;
  const code = pairingCodeIn(location.href);
  if (code) history.replaceState(null, '', '/pintu/');
  return code;
};
