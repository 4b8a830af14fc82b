/**
 * The stored coverage of one session, small enough that a regency's report over 50 sessions is one Query: eleven characters a
 * unit (8 of its id, one for its class on the day, one for presence, one for the pledge) and one short row a cell.
 */
import * as z from 'zod';
import type { PledgeStatus } from '../invitations/invitation-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { SessionKind, SessionState } from '../sessions/session-schema.ts';
import type { UnitPresence } from './coverage-schema.ts';

/** The figures of the units of one class in one district (null: in none). */
export interface Cell {
  district: string | null;
  class: UnitClassCode;
  expected: number;
  inPerson: number;
  acting: number;
  delegated: number;
  /** By video: apart from presence. */
  online: number;
  due: number;
  signed: number;
}

export interface UnitState {
  unit: string;
  /** As it was on the day; the register may say otherwise by now. */
  class: UnitClassCode;
  presence: UnitPresence;
  pledge: PledgeStatus;
}

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
  // Rows stored before these were counted hold none.
  openConflicts: z.number().default(0),
  grouped: z.number().default(0),
});

export interface CoverageRecord extends z.infer<typeof facts> {
  cells: Cell[];
  /** In the order of ids. */
  units: UnitState[];
}

const presenceLetters: Record<UnitPresence, string> = {
  IN_PERSON: 'P',
  ACTING: 'A',
  DELEGATED: 'D',
  ONLINE: 'O',
  MISSING: '-',
};
const pledgeLetters: Record<PledgeStatus, string> = { SIGNED: 'S', NOT_YET: 'N', NOT_DUE: '-' };
/** Never reuse a letter: stored records would change their meaning. */
const classLetters: Record<UnitClassCode, string> = {
  OPD: 'O',
  KECAMATAN: 'K',
  KELURAHAN: 'L',
  DESA: 'D',
  PUSKESMAS: 'P',
  TK: 'T',
  SD: 'S',
  SMP: 'M',
  SMA: 'A',
  BUMD: 'B',
  VERTICAL: 'V',
  GUEST_BODY: 'G',
};
const inverse = <T extends string>(letters: Record<T, string>) =>
  Object.fromEntries(Object.entries(letters).map(([value, letter]) => [letter, value])) as Record<string, T>;
const presences = inverse(presenceLetters);
const pledges = inverse(pledgeLetters);
const classes = inverse(classLetters);

const rowWidth = 11;
const CellRow = z.tuple([
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
const Packed = facts.extend({ cells: z.string(), units: z.string() });

export const packCoverage = (record: CoverageRecord): z.infer<typeof Packed> => ({
  ...facts.parse(record),
  cells: JSON.stringify(
    record.cells.map((c) => [
      c.district ?? '',
      c.class,
      c.expected,
      c.inPerson,
      c.acting,
      c.delegated,
      c.due,
      c.signed,
      c.online,
    ]),
  ),
  units: record.units
    .map((u) => `${u.unit}${classLetters[u.class]}${presenceLetters[u.presence]}${pledgeLetters[u.pledge]}`)
    .join(''),
});

const letter = <T extends string>(meanings: Record<string, T>, text: string, at: number): T => {
  const meaning = meanings[text.charAt(at)];
  if (meaning === undefined) throw new Error('a stored coverage row cannot be read');
  return meaning;
};

const unpackUnits = (packed: string): UnitState[] =>
  Array.from({ length: packed.length / rowWidth }, (_, index) => {
    const row = packed.slice(index * rowWidth, (index + 1) * rowWidth);
    return {
      unit: row.slice(0, 8),
      class: letter(classes, row, 8),
      presence: letter(presences, row, 9),
      pledge: letter(pledges, row, 10),
    };
  });

export const unpackCoverage = (item: unknown): CoverageRecord => {
  const { cells, units, ...rest } = Packed.parse(item);
  return {
    ...rest,
    cells: z
      .array(CellRow)
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
      })),
    units: unpackUnits(units),
  };
};
