/** Units and the people who hold their offices. Invited are offices, not persons. */
import * as z from 'zod';
import { ActingStatus, line, RegionCode, UnitId } from '../platform/base-schema.ts';
import { isNip } from './nip.ts';
import { UnitClassCode } from './unit-class.ts';

/** 18 digits of a PNS or PPPK; see nip.ts. Never leaves the API unmasked, see {@link HolderShown}. */
export const Nip = z.string().refine(isNip, 'nip').meta({ id: 'Nip' });

/** E.164; phones are shared and optional. */
export const Phone = z
  .string()
  .regex(/^\+\d{8,15}$/)
  .meta({ id: 'Phone' });

/** Who holds an office now. Titles are kept apart from the name (rule 10). */
export const Holder = z
  .object({
    name: line(100),
    titlesBefore: line(40).optional(),
    titlesAfter: line(60).optional(),
    nip: Nip.optional(),
    rank: line(60).optional(),
    acting: ActingStatus.default('DEFINITIVE'),
    phone: Phone.optional(),
  })
  .meta({ id: 'Holder' });
export type Holder = z.infer<typeof Holder>;

/** A holder as screens show one: the NIP masked to its first four digits (rule 9), the phone left out. */
export const HolderShown = Holder.omit({ nip: true, phone: true })
  .extend({ nipMasked: z.string().optional() })
  .meta({ id: 'HolderShown' });
export type HolderShown = z.infer<typeof HolderShown>;

const unitFields = {
  class: UnitClassCode,
  name: line(120),
  /** The office of its head, e.g. `Camat Lahat`. */
  office: line(120),
  district: RegionCode.optional(),
  village: RegionCode.optional(),
  /** NPSN, puskesmas code and the like: opaque. */
  code: line(30).optional(),
};

/** What a person may change of a unit. A vacant office is a state: `holder` null. */
export const UnitInput = z.object({ ...unitFields, holder: Holder.nullable() }).meta({ id: 'UnitInput' });
export type UnitInput = z.infer<typeof UnitInput>;

export const Unit = UnitInput.extend({
  id: UnitId,
  version: z.number().int().positive(),
  /** What makes it this unit: its code, or its class, name and district. */
  naturalKey: z.string(),
}).meta({ id: 'StoredUnit' });
export type Unit = z.infer<typeof Unit>;

export const UnitShown = z
  .object({
    ...unitFields,
    id: UnitId,
    version: z.number().int(),
    districtName: z.string().optional(),
    holder: HolderShown.nullable(),
  })
  .meta({ id: 'Unit' });
export type UnitShown = z.infer<typeof UnitShown>;
