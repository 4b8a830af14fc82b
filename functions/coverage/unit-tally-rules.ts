/** What became of each unit over several sessions, each unit counted once. */
import type { UnitClassCode } from '../roster/unit-class.ts';
import type { SessionState } from '../sessions/session-schema.ts';
import { isRepresented, type UnitState } from './cell-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { UnitPresence } from './coverage-schema.ts';
import { heldRecords } from './period-rules.ts';

export interface UnitTally {
  unit: string;
  /** Class and district as of the latest session that it was invited to, and that session. */
  class: UnitClassCode;
  district: string | null;
  session: string;
  invited: number;
  represented: number;
  delegated: number;
  /** Closed sessions in which nobody stood there for it; by video is none of them. One that is open is still filling. */
  missed: number;
  /** How many of the latest closed sessions that it was invited to it missed, without another between. */
  missedInARow: number;
  pledgeDue: number;
  pledgeSigned: number;
  /** The best of its presences. */
  best: UnitPresence;
}

/** From nothing to the head in person. */
const worth: Record<UnitPresence, number> = { MISSING: 0, ONLINE: 1, DELEGATED: 2, ACTING: 3, IN_PERSON: 4 };

/** Of a unit that no session has said anything of yet. */
export const newTally = (
  { unit, class: unitClass, district }: Pick<UnitState, 'unit' | 'class' | 'district'>,
  session: string,
): UnitTally => ({
  unit,
  class: unitClass,
  district,
  session,
  invited: 0,
  represented: 0,
  delegated: 0,
  missed: 0,
  missedInARow: 0,
  pledgeDue: 0,
  pledgeSigned: 0,
  best: 'MISSING',
});

const addMissed = (tally: UnitTally, presence: UnitPresence, state: SessionState): void => {
  if (presence !== 'MISSING') {
    tally.missedInARow = 0;
    return;
  }
  // Whoever is not there yet may still come.
  if (state !== 'CLOSED') return;
  tally.missed += 1;
  tally.missedInARow += 1;
};

const addSession = (tally: UnitTally, unit: UnitState, { session, state }: CoverageRecord): void => {
  const { presence, pledge } = unit;
  tally.class = unit.class;
  tally.district = unit.district;
  tally.session = session;
  tally.invited += 1;
  if (isRepresented(presence)) tally.represented += 1;
  if (presence === 'DELEGATED') tally.delegated += 1;
  addMissed(tally, presence, state);
  if (pledge !== 'NOT_DUE') tally.pledgeDue += 1;
  if (pledge === 'SIGNED') tally.pledgeSigned += 1;
  if (worth[presence] > worth[tally.best]) tally.best = presence;
};

/** Of the sessions that were held, whatever their order: by unit, in the order of the units' ids. */
export const tallyUnits = (records: readonly CoverageRecord[]): Map<string, UnitTally> => {
  const tallies = new Map<string, UnitTally>();
  for (const record of heldRecords(records)) {
    for (const unit of record.units) {
      const tally = tallies.get(unit.unit) ?? newTally(unit, record.session);
      tallies.set(unit.unit, tally);
      addSession(tally, unit, record);
    }
  }
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** A unit did it again: what `repeated` counts. */
const again = 2;

/** Whom a list is about; what each means is written once, here. */
export const shows = {
  never: ({ represented }) => represented === 0,
  missed: ({ missed }) => missed >= again,
  delegated: ({ delegated }) => delegated >= again,
  notPledged: ({ pledgeDue, pledgeSigned }) => pledgeDue > 0 && pledgeSigned === 0,
} satisfies Record<string, (tally: UnitTally) => boolean>;

/** Each unit once, under the best of its presences. */
export const periodFigures = (tallies: readonly UnitTally[]) => {
  const having = (presence: UnitPresence): number => tallies.filter(({ best }) => best === presence).length;
  const [inPerson, acting, delegated] = [having('IN_PERSON'), having('ACTING'), having('DELEGATED')];
  const due = tallies.filter(({ pledgeDue }) => pledgeDue > 0).length;
  const notYet = tallies.filter(shows.notPledged).length;
  const [expected, covered] = [tallies.length, inPerson + acting + delegated];
  return {
    units: { expected, covered, never: expected - covered, inPerson, acting, delegated },
    pledge: { due, signed: due - notYet, notYet },
  };
};
