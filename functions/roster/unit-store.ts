/** The register of units in the table. */
import { regencyPartition, unitKey } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { Unit } from './unit-schema.ts';

export interface UnitStore {
  get(regency: string, id: string): Promise<Unit | undefined>;
  page(regency: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<Unit>>;
  all(regency: string, options?: { consistent?: boolean }): Promise<Unit[]>;
  some(regency: string, ids: readonly string[]): Promise<Unit[]>;
  /** Writes the unit if what stands there is at `unit.version - 1` (0: nothing stands there). False: somebody was faster. */
  put(regency: string, unit: Unit): Promise<boolean>;
}

const parse = (item: unknown): Unit => Unit.parse(item);

export const makeUnitStore = (table: Table): UnitStore => ({
  get: async (regency, id) => {
    const item = await table.get(unitKey(regency, id), { consistent: true });
    return item && parse(item);
  },
  page: async (regency, page) => {
    const { items, next } = await table.queryPage({ pk: regencyPartition(regency), prefix: 'U#' }, page);
    return { items: items.map(parse), next };
  },
  all: async (regency, { consistent = false } = {}) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: 'U#', consistent })).map(parse),
  some: async (regency, ids) => (await table.batchGet(ids.map((id) => unitKey(regency, id)))).map(parse),
  put: (regency, unit) =>
    table.put(
      { ...unitKey(regency, unit.id), ...unit },
      unit.version === 1
        ? { expression: 'attribute_not_exists(pk)' }
        : { expression: 'version = :before', values: { ':before': unit.version - 1 } },
    ),
});
