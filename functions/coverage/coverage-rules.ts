/**
 * The arithmetic of coverage: a pure function of a session, its frozen roster and its invitations. Running it again over the
 * same items gives the same record, so a repeated or a lost event cannot make a figure wrong.
 */

import type { HeadCount } from '../check-in/check-in-schema.ts';
import type { Conflict } from '../conflicts/conflict-schema.ts';
import { amendmentOf, pledgeStatus } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import type { Session } from '../sessions/session-schema.ts';
import { arrivalsOf } from './arrival-rules.ts';
import { type Cell, cellsOf, type UnitState } from './cell-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { SessionCoverage, UnitPresence } from './coverage-schema.ts';

/**
 * Rule 2: in person, by an acting head, by a delegate — apart. A Plt who comes as the holder is an acting head. Whoever takes
 * part by video is not there, whoever it is.
 */
export const presenceOf = (invitation: Invitation): UnitPresence => {
  const { checkIn, holder } = invitation;
  if (!checkIn) return 'MISSING';
  if (checkIn.mode === 'ONLINE') return 'ONLINE';
  if (checkIn.who === 'delegate') return 'DELEGATED';
  const acting = checkIn.who === 'acting' || (holder !== null && holder.acting !== 'DEFINITIVE');
  return acting ? 'ACTING' : 'IN_PERSON';
};

/**
 * The units that count: the frozen roster once the session has opened (rule 5); before that, what would be frozen now.
 * Guests never count (rule 4).
 */
export const countedUnits = (invitations: readonly Invitation[], frozen: ReadonlySet<string> | null): Invitation[] =>
  invitations.filter((invitation) =>
    // Membership alone: a class that is corrected while another call opens the session must not move the denominator.
    frozen ? frozen.has(invitation.id) : invitation.kind === 'unit' && invitation.revokedAt === undefined,
  );

const count = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length;

/** Uploaded after closing, or made in the seconds after it at a door that did not know yet. */
const isLate = ({ checkIn }: Invitation, closedAt: string | null): boolean =>
  checkIn !== undefined && (checkIn.late === true || (closedAt !== null && checkIn.at > closedAt));

/** What else stands in a session's partition and is a figure. */
export interface Besides {
  conflicts: readonly Pick<Conflict, 'decision'>[];
  headCounts: readonly Pick<HeadCount, 'count' | 'undone'>[];
  /** The last head; absent while nothing is sealed. */
  seal?: CoverageRecord['seal'];
}

const unitState = (unit: Invitation, { pledge }: Session): UnitState => ({
  unit: unit.id,
  class: unit.class as UnitClassCode,
  district: unit.district ?? null,
  presence: presenceOf(unit),
  pledge: pledgeStatus(unit, pledge),
});

/** Counts a session anew. `frozen` is null while it has not opened. `asOf` is when the reading of the data began. */
export const computeCoverage = (
  session: Session,
  invitations: readonly Invitation[],
  frozen: ReadonlySet<string> | null,
  asOf: string,
  { conflicts, headCounts, seal = null }: Besides = { conflicts: [], headCounts: [] },
): CoverageRecord => {
  const counted = countedUnits(invitations, frozen).sort((a, b) => (a.id < b.id ? -1 : 1));
  const units = counted.map((unit) => unitState(unit, session));
  const checkIns = invitations.flatMap(({ checkIn }) => checkIn ?? []);
  const amendments = invitations.map((invitation) => amendmentOf(invitation, frozen));
  return {
    session: session.id,
    kind: session.kind,
    title: session.title,
    state: session.state,
    startsAt: session.startsAt,
    asOf,
    frozenAt: session.frozen?.at ?? null,
    phase: session.phase ?? null,
    closedAt: session.closedAt,
    seal,
    checkedIn: checkIns.length,
    guests: count(invitations, (invitation) => invitation.kind === 'guest' && invitation.checkIn !== undefined),
    byDelegateOnly: count(
      counted,
      (unit) => pledgeStatus(unit, session.pledge) === 'NOT_YET' && unit.signedDelegate !== undefined,
    ),
    symbolic: count(invitations, (invitation) => invitation.signedSymbolic !== undefined),
    added: count(amendments, (amendment) => amendment === 'ADDED'),
    revoked: count(amendments, (amendment) => amendment === 'REVOKED'),
    late: count(invitations, (invitation) => isLate(invitation, session.closedAt)),
    openConflicts: count(conflicts, ({ decision }) => decision === undefined),
    grouped: headCounts.reduce((sum, { count, undone }) => sum + (undone ? 0 : count), 0),
    cells: cellsOf(units),
    units,
    arrivals: arrivalsOf(checkIns, asOf),
  };
};

type Figures = Omit<Cell, 'district' | 'class'>;

const sum = (cells: readonly Cell[]): Figures => {
  const total: Figures = { expected: 0, inPerson: 0, acting: 0, delegated: 0, online: 0, due: 0, signed: 0 };
  for (const cell of cells) for (const field of Object.keys(total) as (keyof Figures)[]) total[field] += cell[field];
  return total;
};

const figuresOf = (cells: readonly Cell[]) => {
  const { expected, inPerson, acting, delegated, online, due, signed } = sum(cells);
  const represented = inPerson + acting + delegated;
  return {
    units: { expected, inPerson, acting, delegated, online, missing: expected - represented - online },
    represented,
    pledge: { due, signed, notYet: due - signed },
  };
};

const grouped = <K>(cells: readonly Cell[], keyOf: (cell: Cell) => K): [K, Cell[]][] => {
  const groups = new Map<K, Cell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return [...groups];
};

/** The coverage that the API answers, every total summed from the cells. */
export const showCoverage = (
  record: CoverageRecord,
  districtName: (code: string) => string | undefined,
): SessionCoverage => {
  const total = figuresOf(record.cells);
  return {
    session: record.session,
    kind: record.kind,
    title: record.title,
    state: record.state,
    startsAt: record.startsAt,
    asOf: record.asOf,
    frozenAt: record.frozenAt,
    units: total.units,
    people: { checkedIn: record.checkedIn, guests: record.guests, grouped: record.grouped },
    pledge: { ...total.pledge, byDelegateOnly: record.byDelegateOnly, symbolic: record.symbolic },
    amendments: { added: record.added, revoked: record.revoked },
    late: record.late,
    conflicts: { open: record.openConflicts },
    classes: grouped(record.cells, (cell) => cell.class)
      .sort(([a], [b]) => classOrder(a) - classOrder(b))
      .map(([unitClass, cells]) => {
        const { units, represented, pledge } = figuresOf(cells);
        return { class: unitClass, ...units, represented, pledge };
      }),
    districts: grouped(record.cells, (cell) => cell.district).map(([district, cells]) => {
      const { units, represented, pledge } = figuresOf(cells);
      return {
        district,
        districtName: district === null ? null : (districtName(district) ?? district),
        ...units,
        represented,
        pledge,
      };
    }),
    cells: record.cells.map((cell) => ({
      district: cell.district,
      class: cell.class,
      expected: cell.expected,
      represented: cell.inPerson + cell.acting + cell.delegated,
      due: cell.due,
      signed: cell.signed,
    })),
  };
};
