/** The field types that every capability's schema is built from. */
import * as z from 'zod';
import { fromBase32 } from './ids.ts';

/** Kemendagri code of a tenant: a province `18` or a regency / city `18.13`. */
export const RegencyCode = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/)
  .meta({ id: 'RegencyCode', example: '16.04' });

/** Kemendagri code of a province. */
export const ProvinceCode = z
  .string()
  .regex(/^\d{2}$/)
  .meta({ id: 'ProvinceCode', example: '16' });

/** Kemendagri code of any level: province, regency, district (kecamatan) or village. */
export const RegionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .meta({ id: 'RegionCode', example: '16.04.05' });

const isBase32 = (text: string): boolean => {
  try {
    return fromBase32(text).length > 0;
  } catch {
    return false;
  }
};

/** Either case is accepted; the stored form is lower case. Padding bits that no id has are refused here. */
export const SessionId = z
  .string()
  .regex(/^[a-zA-Z2-7]{10}$/)
  .refine(isBase32)
  .transform((id) => id.toLowerCase())
  .meta({ id: 'SessionId' });
/** The path of whatever belongs to a session. */
export const SessionParams = z.object({ session: SessionId });
const shortId = z
  .string()
  .regex(/^[a-zA-Z2-7]{8}$/)
  .transform((id) => id.toLowerCase());
export const InviteId = shortId.meta({ id: 'InviteId' });
/** A unit's invitation bears the unit's own id: in a session there is one of each. */
export const UnitId = shortId.meta({ id: 'UnitId' });

/** Indonesia's three zones; the data keeps UTC and this label. */
export const Zone = z.enum(['WIB', 'WITA', 'WIT']).meta({ id: 'Zone' });
export type Zone = z.infer<typeof Zone>;

/** An instant in UTC as the API answers it, e.g. `2024-06-27T01:00:00.000Z`. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' });

/** Years outside these are typing errors; beyond 0000–9999 ISO 8601 would also change its own form. */
const sensible = (text: string): boolean => text >= '1900' && text < '2200';

/** An instant as the API takes it: ISO 8601 with an offset or Z; kept as UTC with milliseconds. Every door's wrong clock fits. */
export const InstantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine(sensible, 'year')
  .meta({ id: 'InstantInput', example: '2024-06-27T08:00:00+07:00' });

/** A calendar day without a time, `2024-06-27`, in the regency's own zone. */
export const Day = z.iso.date().refine(sensible, 'year').meta({ id: 'Day' });

/** The year of such an instant in a zone of Indonesia, where the last evening of 2199 in UTC is 2200 already. */
export const Year = z.string().regex(/^(19\d\d|2[01]\d\d|2200)$/);

/** A text of this length after what is done to it. Made once for each length: making shapes is most of what loading a Lambda takes. */
const typed = (tidy: (text: string) => string) => {
  const tidied = z.string().transform(tidy);
  const make = (max: number, min: number) => tidied.pipe(z.string().check(z.minLength(min), z.maxLength(max)));
  const made = new Map<string, ReturnType<typeof make>>();
  return (max: number, min = 1) => {
    const name = `${min}-${max}`;
    const found = made.get(name) ?? make(max, min);
    made.set(name, found);
    return found;
  };
};

/** One line of text a person typed: trimmed, inner white space folded, no control characters. */
export const line = typed((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());

/** Several lines of text a person typed. */
export const paragraph = typed((text) => text.replace(/\r\n?/g, '\n').trim());

/** Pj, Pjs, Plt, Plh: how somebody holds an office without being its definitive head. */
export const ActingStatus = z.enum(['DEFINITIVE', 'PJ', 'PJS', 'PLT', 'PLH']).meta({ id: 'ActingStatus' });
export type ActingStatus = z.infer<typeof ActingStatus>;

export const Cursor = z.string().regex(/^[\w-]{1,200}$/);

/** The query of every list: how many (1 to 200, 50 unless told) and from where. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: Cursor.optional(),
});

/** The answer of every list: `next` is null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: Cursor.nullable() });
