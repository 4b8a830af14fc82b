/** The register of units in the table. */
import { regencyPartition, unitKey } from '../platform/keys.ts';
import { encodeCursor, type Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import type { UnitClassCode } from './unit-class.ts';
import { Unit } from './unit-schema.ts';

export interface UnitStore {
  get(regency: string, id: string): Promise<Unit | undefined>;
  /** A page of all units, or of those of a class or that are `wanted`: filled to its limit however rare they are. */
  page(
    regency: string,
    page: {
      limit: number;
      cursor?: string | undefined;
      class?: UnitClassCode | undefined;
      wanted?: ((unit: Unit) => boolean) | undefined;
    },
  ): Promise<Page<Unit>>;
  all(regency: string, options?: { consistent?: boolean }): Promise<Unit[]>;
  some(regency: string, ids: readonly string[]): Promise<Unit[]>;
  /** Writes the unit if what stands there is at `unit.version - 1` (0: nothing stands there). False: somebody was faster. */
  put(regency: string, unit: Unit): Promise<boolean>;
  /** Removes the unit if it is still at this version. False: somebody was faster, or it is not there. */
  removeIf(regency: string, id: string, version: number): Promise<boolean>;
}

/** Units read at a time while looking for some of them. */
const scanned = 500;

const parse = (item: unknown): Unit => Unit.parse(item);

export const makeUnitStore = (table: Table): UnitStore => ({
  get: async (regency, id) => {
    const item = await table.get(unitKey(regency, id), { consistent: true });
    return item && parse(item);
  },
  page: async (regency, { limit, cursor, class: ofClass, wanted = () => true }) => {
    const fits = (unit: Unit) => (ofClass === undefined || unit.class === ofClass) && wanted(unit);
    const found: Unit[] = [];
    let from = cursor;
    do {
      const read = { limit: ofClass ? scanned : limit, cursor: from };
      const { items, next } = await table.queryPage({ pk: regencyPartition(regency), prefix: 'U#' }, read);
      found.push(...items.map(parse).filter(fits));
      from = next ?? undefined;
    } while (from && found.length < limit);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const more = found.length > limit || from !== undefined;
    return { items: page, next: more && last ? encodeCursor(unitKey(regency, last.id).sk) : null };
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
  removeIf: (regency, id, version) =>
    table.remove(unitKey(regency, id), { expression: 'version = :version', values: { ':version': version } }),
});
