/**
 * The stored coverage of one session, small enough that a regency's report over 50 sessions is one Query: see {@link packUnits}. What can
 * be counted from the units is not kept beside them.
 */
import * as z from 'zod';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Phase } from '../sessions/arrangement-schema.ts';
import { SessionKind, SessionState } from '../sessions/session-schema.ts';
import { type Arrivals, noArrivals } from './arrival-rules.ts';
import { type Cell, cellsOf, type UnitState } from './cell-rules.ts';
import { packUnits, unpackUnits } from './unit-rows.ts';

const facts = z.object({
  session: z.string(),
  kind: SessionKind,
  title: z.string(),
  state: SessionState,
  startsAt: z.string(),
  asOf: z.string(),
  frozenAt: z.string().nullable(),
  checkedIn: z.number(),
  guests: z.number(),
  byDelegateOnly: z.number(),
  symbolic: z.number(),
  added: z.number(),
  revoked: z.number(),
  late: z.number(),
  // Records stored before these were kept hold none.
  openConflicts: z.number().default(0),
  grouped: z.number().default(0),
  phase: Phase.nullable().default(null),
  closedAt: z.string().nullable().default(null),
  /** The last head that stood when this was computed. */
  seal: z.object({ number: z.number(), root: z.string() }).nullable().default(null),
});

export interface CoverageRecord extends z.infer<typeof facts> {
  cells: Cell[];
  /** In the order of ids. */
  units: UnitState[];
  arrivals: Arrivals;
}

const Packed = facts.extend({
  units: z.string(),
  districts: z.array(z.string()),
  arrivals: z.string().optional(),
  /** Of records stored before their units' rows told districts. */
  cells: z.string().optional(),
});

/** Counts in base 36 between commas: most minutes are one character, an empty one is none. */
const packCounts = (counts: readonly number[]): string =>
  counts.map((count) => (count === 0 ? '' : count.toString(36))).join();
const unpackCounts = (text: string): number[] => text.split(',').map((count) => Number.parseInt(count || '0', 36));

const PackedArrivals = z.tuple([z.string(), z.string(), z.array(z.tuple([z.string().nullable(), z.string()]))]);

const packArrivals = ({ from, perMinute, lately }: Arrivals): string | undefined =>
  from === null
    ? undefined
    : JSON.stringify([from, packCounts(perMinute), lately.map((row) => [row.door, packCounts(row.perMinute)])]);

const unpackArrivals = (packed: string | undefined): Arrivals => {
  if (packed === undefined) return noArrivals;
  const [from, perMinute, lately] = PackedArrivals.parse(JSON.parse(packed));
  return {
    from,
    perMinute: unpackCounts(perMinute),
    lately: lately.map(([door, counts]) => ({ door, perMinute: unpackCounts(counts) })),
  };
};

const StoredCell = z.tuple([
  z.string(),
  UnitClassCode,
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number().default(0),
]);

const unpackCells = (cells: string): Cell[] =>
  z
    .array(StoredCell)
    .parse(JSON.parse(cells))
    .map(([district, unitClass, expected, inPerson, acting, delegated, due, signed, online]) => ({
      district: district || null,
      class: unitClass,
      expected,
      inPerson,
      acting,
      delegated,
      online,
      due,
      signed,
    }));

export const packCoverage = (record: CoverageRecord): z.infer<typeof Packed> => {
  const arrivals = packArrivals(record.arrivals);
  return { ...facts.parse(record), ...packUnits(record.units), ...(arrivals !== undefined && { arrivals }) };
};

export const unpackCoverage = (item: unknown): CoverageRecord => {
  const { cells, units: packed, districts, arrivals, ...rest } = Packed.parse(item);
  const units = unpackUnits({ units: packed, districts });
  return {
    ...rest,
    // Records stored before a unit's row held its district kept the cells beside the units.
    cells: cells === undefined ? cellsOf(units) : unpackCells(cells),
    units,
    arrivals: unpackArrivals(arrivals),
  };
};
