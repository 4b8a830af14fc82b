/** The order of signing as it was arranged by hand: one item a session. */
import { signingOrderKey } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { SigningOrder } from './pledge-schema.ts';

export interface OrderStore {
  /** Version 0 and empty while nobody has arranged it. */
  order(session: string): Promise<SigningOrder>;
  /** Replaces the version that it names, and answers the next; undefined when that is not the current one. Repeating it is harmless. */
  putOrder(session: string, order: SigningOrder): Promise<SigningOrder | undefined>;
}

const sameOrder = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

export const makeOrderStore = (table: Table): OrderStore => {
  const order: OrderStore['order'] = async (session) => {
    const item = await table.get(signingOrderKey(session), { consistent: true });
    return item ? SigningOrder.parse(item) : { version: 0, order: [] };
  };
  return {
    order,
    putOrder: async (session, { version, order: placed }) => {
      const next = { version: version + 1, order: placed };
      const written = await table.put(
        { ...signingOrderKey(session), ...next },
        version === 0
          ? { expression: 'attribute_not_exists(pk)' }
          : { expression: 'version = :version', values: { ':version': version } },
      );
      if (written) return next;
      // The answer to the same change may have been lost.
      const found = await order(session);
      return found.version === next.version && sameOrder(found.order, placed) ? found : undefined;
    },
  };
};
