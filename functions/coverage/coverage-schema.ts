/** Coverage: how much of the frozen roster was represented and has pledged. Always recomputed, never counted up. */
import * as z from 'zod';
import { Instant, InviteId, RegencyCode, RegionCode, SessionId } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
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

/** A unit's record over the sessions of a regency. */
export const UnitRecord = z
  .object({
    unit: InviteId,
    name: z.string(),
    class: UnitClassCode,
    district: RegionCode.nullable(),
    districtName: z.string().nullable(),
    invited: count,
    represented: count,
    delegated: count,
    pledgeDue: count,
    pledgeSigned: count,
  })
  .meta({ id: 'UnitRecord' });

/** A unit is covered over the period if it was represented at least once. */
export const RegencyCoverage = z
  .object({
    regency: RegencyCode,
    name: z.string(),
    asOf: Instant,
    units: z.object({ expected: count, covered: count, never: count }),
    pledge: z.object({ due: count, signed: count, notYet: count }),
    classes: z.array(
      z.object({ class: UnitClassCode, expected: count, covered: count, pledgeDue: count, pledgeSigned: count }),
    ),
    sessions: z.array(SessionCoverage.omit({ districts: true, cells: true })),
  })
  .meta({ id: 'RegencyCoverage' });
export type RegencyCoverage = z.infer<typeof RegencyCoverage>;
