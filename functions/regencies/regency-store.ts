/** Tenants in the table: the settings, and a list entry so that all can be paged without a scan. */
import { isDeepStrictEqual } from 'node:util';
import { emblemKey, nationPartition, regencyKey, tenantKey } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { Regency } from './regency-schema.ts';

export interface RegencyStore {
  get(code: string, options?: { consistent?: boolean }): Promise<Regency | undefined>;
  /**
   * Writes the settings if what stands there is at `version - 1` (0: nothing stands there), and answers what stands there then.
   * The same settings put again are done already. Undefined: somebody else has written others.
   */
  put(regency: Regency): Promise<Regency | undefined>;
  /** The tenants under a code: `''` for all, `18` for a province with its regencies. */
  page(under: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Regency>>;
  /** All of them, in the order of codes. */
  all(under: string, options?: { consistent?: boolean }): Promise<Regency[]>;
  /** The picture of its emblem (PNG or JPEG), where one was uploaded. */
  emblem(code: string, options?: { consistent?: boolean }): Promise<Uint8Array | undefined>;
  /** In place of the one before. */
  putEmblem(code: string, picture: Uint8Array): Promise<void>;
  removeEmblem(code: string): Promise<void>;
}

/** What stands there must be of the version before; settings without one were kept before there were versions. */
const over = (before: number) => {
  if (before === 0) return { expression: 'attribute_not_exists(pk)' };
  const unversioned = before === 1 ? ' OR (attribute_exists(pk) AND attribute_not_exists(version))' : '';
  return { expression: `version = :before${unversioned}`, values: { ':before': before } };
};

const isSame = (a: Regency, b: Regency): boolean => isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });

export const makeRegencyStore = (table: Table): RegencyStore => {
  const get: RegencyStore['get'] = async (code, options) => {
    const item = await table.get(regencyKey(code), options);
    return item && Regency.parse(item);
  };
  /** Never an older one over a newer one, however late it comes. */
  const putInList = (regency: Regency) =>
    table.put(
      { ...tenantKey(regency.code), ...regency },
      {
        expression: 'attribute_not_exists(version) OR version < :version',
        values: { ':version': regency.version },
      },
    );
  return {
    get,
    put: async (regency) => {
      const isWritten = await table.put({ ...regencyKey(regency.code), ...regency }, over(regency.version - 1));
      const stands = isWritten ? regency : await get(regency.code, { consistent: true });
      if (!stands || !isSame(stands, regency)) return undefined;
      // A crash before this leaves a list without the change: the same call sent again completes it.
      await putInList(stands);
      return stands;
    },
    page: async (under, page) => {
      const { items, next } = await table.queryPage({ pk: nationPartition, prefix: `R#${under}` }, page);
      return { items: items.map((item) => Regency.parse(item)), next };
    },
    all: async (under, { consistent = false } = {}) =>
      (await table.queryAll({ pk: nationPartition, prefix: `R#${under}`, consistent })).map((item) =>
        Regency.parse(item),
      ),
    emblem: async (code, options) => {
      const item = await table.get(emblemKey(code), options);
      return item && Uint8Array.from(item.picture as Uint8Array);
    },
    putEmblem: async (code, picture) => {
      await table.put({ ...emblemKey(code), picture });
    },
    removeEmblem: async (code) => {
      await table.remove(emblemKey(code));
    },
  };
};
