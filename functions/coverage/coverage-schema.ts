/** Coverage: how much of the frozen roster was represented and has pledged. Always recomputed, never counted up. */
import * as z from 'zod';
import { Day, Instant, InviteId, RegencyCode, RegionCode, SessionId, UnitId } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Hash } from '../seals/leaf-schema.ts';
import { Phase } from '../sessions/arrangement-schema.ts';
import { SessionKind, SessionState } from '../sessions/session-schema.ts';

const count = z.number().int().nonnegative();

/**
 * Represented = inPerson + acting + delegated (rule 2 keeps them apart). Online is no presence and no absence; missing =
 * expected − represented − online.
 */
export const UnitFigures = z
  .object({ expected: count, inPerson: count, acting: count, delegated: count, online: count, missing: count })
  .meta({ id: 'UnitFigures' });
export const PledgeFigures = z.object({ due: count, signed: count, notYet: count }).meta({ id: 'PledgeFigures' });

export const ClassFigures = z
  .object({ class: UnitClassCode, ...UnitFigures.shape, represented: count, pledge: PledgeFigures })
  .meta({ id: 'ClassFigures' });
export const DistrictFigures = z
  .object({
    district: RegionCode.nullable(),
    districtName: z.string().nullable(),
    ...UnitFigures.shape,
    represented: count,
    pledge: PledgeFigures,
  })
  .meta({ id: 'DistrictFigures' });

export const SessionCoverage = z
  .object({
    session: SessionId,
    kind: SessionKind,
    title: z.string(),
    state: SessionState,
    startsAt: Instant,
    /** When the data was read. */
    asOf: Instant,
    /** The denominator's moment; null while the session has not opened and the figures are a forecast. */
    frozenAt: Instant.nullable(),
    units: UnitFigures,
    /** `grouped`: counted in groups, without names; outside every other figure. */
    people: z.object({ checkedIn: count, guests: count, grouped: count }),
    pledge: PledgeFigures.extend({ byDelegateOnly: count, symbolic: count }),
    /** Changes of the roster after the freeze; they do not move the denominator (rule 5). */
    amendments: z.object({ added: count, revoked: count }),
    /** Check-ins that came in after closing. */
    late: count,
    /** Disagreements between doors that nobody has settled; each can still move a figure by one. */
    conflicts: z.object({ open: count }),
    classes: z.array(ClassFigures),
    districts: z.array(DistrictFigures),
    /** The heat table: one cell per district and class that has units. */
    cells: z.array(
      z.object({
        district: RegionCode.nullable(),
        class: UnitClassCode,
        expected: count,
        represented: count,
        due: count,
        signed: count,
      }),
    ),
  })
  .meta({ id: 'SessionCoverage' });
export type SessionCoverage = z.infer<typeof SessionCoverage>;

/** What became of one unit of a frozen roster. */
export const UnitPresence = z
  .enum(['IN_PERSON', 'ACTING', 'DELEGATED', 'ONLINE', 'MISSING'])
  .meta({ id: 'UnitPresence' });
export type UnitPresence = z.infer<typeof UnitPresence>;

export const UnitCoverage = z
  .object({
    unit: InviteId,
    name: z.string(),
    office: z.string(),
    holderName: z.string().nullable(),
    class: UnitClassCode,
    district: RegionCode.nullable(),
    districtName: z.string().nullable(),
    presence: UnitPresence,
    pledge: z.enum(['SIGNED', 'NOT_YET', 'NOT_DUE']),
  })
  .meta({ id: 'UnitCoverage' });
export type UnitCoverage = z.infer<typeof UnitCoverage>;

/**
 * Over which sessions a report goes: those that started on one of these days in the regency's zone (both included), of this election
 * phase. Left out: all. Only sessions whose roster was frozen count.
 */
export const Period = z.object({ from: Day.optional(), to: Day.optional(), phase: Phase.optional() });
export type Period = z.infer<typeof Period>;

/**
 * Units over a period, each counted once: under the best of its presences (in person before acting before delegated).
 * covered = inPerson + acting + delegated; never = expected − covered.
 */
export const PeriodFigures = z
  .object({ expected: count, covered: count, never: count, inPerson: count, acting: count, delegated: count })
  .meta({ id: 'PeriodFigures' });
/** Each unit once: due if it owed a pledge in one of the sessions, signed if its head signed in one of them. */
const periodPledge = PledgeFigures;

/** A unit's record over the sessions of a period. */
export const UnitRecord = z
  .object({
    unit: UnitId,
    name: z.string(),
    class: UnitClassCode,
    district: RegionCode.nullable(),
    districtName: z.string().nullable(),
    invited: count,
    represented: count,
    delegated: count,
    /** Closed sessions in which nobody stood there for it; online is none of them, and one that is open is still filling. */
    missed: count,
    /** How many of the latest closed sessions in a row it missed. */
    missedInARow: count,
    pledgeDue: count,
    pledgeSigned: count,
  })
  .meta({ id: 'UnitRecord' });

/** One unit and what became of it in each session of the period, newest first. */
export const UnitOverTime = UnitRecord.extend({
  sessions: z.array(
    z.object({
      session: SessionId,
      kind: SessionKind,
      title: z.string(),
      startsAt: Instant,
      phase: Phase.nullable(),
      state: SessionState,
      presence: UnitPresence,
      pledge: z.enum(['SIGNED', 'NOT_YET', 'NOT_DUE']),
    }),
  ),
}).meta({ id: 'UnitOverTime' });

const group = { ...PeriodFigures.shape, pledge: periodPledge };

/** A unit is covered over the period if it was represented at least once. */
export const RegencyCoverage = z
  .object({
    regency: RegencyCode,
    name: z.string(),
    /** When the data of the youngest session was read. */
    asOf: Instant,
    period: z.object({ from: Day.nullable(), to: Day.nullable(), phase: Phase.nullable() }),
    units: PeriodFigures,
    pledge: periodPledge,
    /** Disagreements between doors that nobody has settled, over the sessions of the period. */
    conflicts: z.object({ open: count }),
    /** Doors that said at their last contact that they hold scans, of sessions that are open or closed less than seven days ago. */
    doors: z.object({
      unsent: count,
      scans: count,
      /** The one whose doors hold most of them; left out where no door holds any. */
      session: SessionId.optional(),
    }),
    /** Changes of rosters after their freeze, summed; they moved no denominator (rule 5). */
    amendments: z.object({ added: count, revoked: count }),
    /** Units that missed at least two closed sessions of the period; units that sent a delegate to at least two sessions. */
    repeated: z.object({ missed: count, delegated: count }),
    classes: z.array(z.object({ class: UnitClassCode, ...group })),
    districts: z.array(z.object({ district: RegionCode.nullable(), districtName: z.string().nullable(), ...group })),
    /** The heat table over the period: classes and districts as of each unit's latest session. */
    cells: z.array(
      z.object({
        district: RegionCode.nullable(),
        class: UnitClassCode,
        expected: count,
        covered: count,
        due: count,
        signed: count,
      }),
    ),
    /** The groups (a class in a district) that most units are missing from, at most ten; most missing first, then the lower share. */
    worst: z
      .array(
        z.object({
          district: RegionCode.nullable(),
          districtName: z.string().nullable(),
          class: UnitClassCode,
          expected: count,
          covered: count,
          never: count,
        }),
      )
      .max(10),
    /** Newest first; the trend. */
    sessions: z.array(
      SessionCoverage.omit({ districts: true, cells: true }).extend({
        phase: Phase.nullable(),
        /** The last head of a closed session; null while it is not sealed. */
        seal: z.object({ number: count.positive(), root: Hash }).nullable(),
      }),
    ),
  })
  .meta({ id: 'RegencyCoverage' });
export type RegencyCoverage = z.infer<typeof RegencyCoverage>;

/** A unit whose state became another one. */
const ChangedUnit = z.object({
  unit: UnitId,
  name: z.string(),
  class: UnitClassCode,
  districtName: z.string().nullable(),
  session: SessionId,
});
/** At most this many units of each kind are named; `count` says how many there are. */
export const namedChanges = 100;
const changed = z.object({ count, units: z.array(ChangedUnit).max(namedChanges) });

/** What is different now from the end of the day before, in the regency's zone. */
export const CoverageChanges = z
  .object({
    regency: RegencyCode,
    asOf: Instant,
    /** The beginning of today in the regency's zone: everything before it is "yesterday". */
    since: Instant,
    represented: changed,
    /** Represented yesterday, not any more: a check-in that was taken back. */
    noLongerRepresented: changed,
    signed: changed,
    noLongerSigned: changed,
    /** The sessions that anything changed in; `before` is null for one that opened today. */
    sessions: z.array(
      z.object({
        session: SessionId,
        title: z.string(),
        state: SessionState,
        before: z.object({ represented: count, signed: count, asOf: Instant }).nullable(),
        now: z.object({ expected: count, represented: count, due: count, signed: count }),
      }),
    ),
  })
  .meta({ id: 'CoverageChanges' });
export type CoverageChanges = z.infer<typeof CoverageChanges>;
