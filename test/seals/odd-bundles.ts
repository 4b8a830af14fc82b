/** Bundles that hold, and that a report has to say something about. */
import { makeBundle } from '../../functions/seals/bundle.ts';
import { canonical } from '../../functions/seals/canonical.ts';
import { firstKey, type Sealed, signRounds } from './a-bundle.ts';

/** One head, made at a moment. */
export const bundleSealedOn = async ({ leaves }: Sealed, at: string): Promise<Uint8Array> =>
  makeBundle({ leaves, ...(await signRounds(leaves, [{ size: leaves.length, key: firstKey, lie: { at } }])) });

/** Of a session of this title. */
export const titled = async ({ leaves: [first = '', ...rest] }: Sealed, title: string): Promise<Uint8Array> => {
  const leaves = [canonical({ ...JSON.parse(first), title }), ...rest];
  return makeBundle({ leaves, ...(await signRounds(leaves, [{ size: leaves.length, key: firstKey }])) });
};
