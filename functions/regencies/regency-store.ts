/** Tenants in the table: the settings, and a list entry so that all can be paged without a scan. */
import { regencyKey, tenantKey } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { Regency } from './regency-schema.ts';

export interface RegencyStore {
  get(code: string): Promise<Regency | undefined>;
  /** Naturally idempotent: the settings are what was last put. */
  put(regency: Regency): Promise<void>;
  /** The tenants under a code: `''` for all, `18` for a province with its regencies. */
  page(under: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Regency>>;
}

export const makeRegencyStore = (table: Table): RegencyStore => ({
  get: async (code) => {
    const item = await table.get(regencyKey(code));
    return item && Regency.parse(item);
  },
  put: async (regency) => {
    // The list entry first: a crash between the two leaves an entry that the repeated call completes.
    await table.put({ ...tenantKey(regency.code), ...regency });
    await table.put({ ...regencyKey(regency.code), ...regency });
  },
  page: async (under, page) => {
    const { items, next } = await table.queryPage({ pk: 'N', prefix: `R#${under}` }, page);
    return { items: items.map((item) => Regency.parse(item)), next };
  },
});
