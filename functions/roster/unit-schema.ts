/** Units and the people who hold their offices. Invited are offices, not persons. */
import * as z from 'zod';
import { ActingStatus, Day, line, RegionCode, UnitId } from '../platform/base-schema.ts';
import { Email, Holder, HolderShown, Nip, Phone } from './holder-schema.ts';
import { UnitClassCode } from './unit-class.ts';

/** Somebody who held the office before. Ways to reach them are not kept. `to` is the first day without them. */
export const Tenure = z
  .object({ holder: Holder.omit({ phone: true, email: true }), from: Day.optional(), to: Day })
  .meta({ id: 'StoredTenure' });
export type Tenure = z.infer<typeof Tenure>;

export const TenureShown = Tenure.extend({ holder: HolderShown }).meta({ id: 'Tenure' });
export type TenureShown = z.infer<typeof TenureShown>;

const unitFields = {
  class: UnitClassCode,
  name: line(120),
  /** The office of its head, e.g. `Camat Lahat`. */
  office: line(120),
  district: RegionCode.optional(),
  village: RegionCode.optional(),
  /** NPSN, puskesmas code and the like: opaque. */
  code: line(30).optional(),
  /** The unit that it belongs to: a school's agency, a village's district. */
  parent: UnitId.optional(),
  /** The day from which it is no longer there (merged, closed). It is not invited any more; its past stays. */
  retiredOn: Day.optional(),
};

/** What may be changed of a unit without touching its holder. */
export const UnitFacts = z.object(unitFields).meta({ id: 'UnitFacts' });
export type UnitFacts = z.infer<typeof UnitFacts>;

/** What a person may say of a unit. A vacant office is a state: `holder` null. */
export const UnitInput = z.object({ ...unitFields, holder: Holder.nullable() }).meta({ id: 'UnitInput' });
export type UnitInput = z.infer<typeof UnitInput>;

export const Unit = UnitInput.extend({
  id: UnitId,
  version: z.number().int().positive(),
  /** What makes it this unit: its code, or its class, name and district. */
  naturalKey: z.string(),
  /** The first day on which the register had it: as far as it can say who held the office. */
  registeredOn: Day.optional(),
  /** Those who held its office before, oldest first. */
  past: z.array(Tenure).optional(),
}).meta({ id: 'StoredUnit' });
export type Unit = z.infer<typeof Unit>;

export const UnitShown = z
  .object({
    ...unitFields,
    id: UnitId,
    version: z.number().int(),
    districtName: z.string().optional(),
    villageName: z.string().optional(),
    holder: HolderShown.nullable(),
    /** The first day on which another holder may come: whoever came or left last did so then. */
    earliestChange: Day.optional(),
  })
  .meta({ id: 'Unit' });
export type UnitShown = z.infer<typeof UnitShown>;

/**
 * A change of an office's holder. REPLACE: another person came on `from` (today unless told; null: the office is vacant), and the
 * one before goes into the past. CORRECT: the same person; what is left out stays as it is known, null takes it away.
 */
export const HolderChange = z
  .discriminatedUnion('change', [
    z.object({ change: z.literal('REPLACE'), holder: Holder.nullable(), from: Day.optional() }),
    z.object({
      change: z.literal('CORRECT'),
      holder: z.object({
        name: line(100).optional(),
        titlesBefore: line(40).nullable().optional(),
        titlesAfter: line(60).nullable().optional(),
        nip: Nip.nullable().optional(),
        rank: line(60).nullable().optional(),
        acting: ActingStatus.optional(),
        phone: Phone.nullable().optional(),
        email: Email.nullable().optional(),
        letter: line(80).nullable().optional(),
        from: Day.nullable().optional(),
        until: Day.nullable().optional(),
      }),
    }),
  ])
  .meta({ id: 'HolderChange' });
export type HolderChange = z.infer<typeof HolderChange>;

/** An office's holders over time, newest first; `heldOn` where a day was asked for. */
export const UnitHistory = z
  .object({
    now: HolderShown.nullable(),
    past: z.array(TenureShown),
    /** The first day on which the register had the unit. */
    registeredOn: Day.optional(),
    /** Who held it on the day that was asked for; `known` false where the register does not reach back so far. */
    heldOn: z.object({ day: Day, known: z.boolean(), holder: HolderShown.nullable() }).optional(),
  })
  .meta({ id: 'UnitHistory' });
export type UnitHistory = z.infer<typeof UnitHistory>;

/** What the register lacks, told by the country's list of districts and villages. */
export const RegisterGaps = z
  .object({
    districts: z.array(
      z.object({
        code: RegionCode,
        name: z.string(),
        /** The district's own office: not in the register, there but vacant, or held. */
        head: z.enum(['MISSING', 'VACANT', 'ACTING', 'HELD']),
        unit: UnitId.optional(),
        /** Of its kelurahan and desa: how many the country's list has, how many the register has. */
        villages: z.object({ all: z.number().int(), registered: z.number().int() }),
      }),
    ),
    vacant: z.array(z.object({ id: UnitId, class: UnitClassCode, office: z.string() })),
    /** Held by an acting head whose appointment was valid until a day that has passed. */
    expired: z.array(
      z.object({ id: UnitId, class: UnitClassCode, office: z.string(), acting: ActingStatus, until: Day }),
    ),
    /** One person with several offices: more than one unit's holder by the same NIP, or the same name and phone. */
    severalOffices: z.array(
      z.object({ name: z.string(), units: z.array(z.object({ id: UnitId, office: z.string() })) }),
    ),
    attribution: z.string(),
  })
  .meta({ id: 'RegisterGaps' });
export type RegisterGaps = z.infer<typeof RegisterGaps>;
