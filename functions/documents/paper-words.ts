/** How the papers say dates, times and classes: in Indonesian, in the session's zone (rule 8), with the regency's own labels. */
import type { GuestGroup } from '../invitations/answer-schema.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Zone } from '../platform/base-schema.ts';
import { ianaZone } from '../platform/time.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { labelOfClass } from '../regencies/usual-labels.ts';
import { type UnitClassCode, unitClassOf } from '../roster/unit-class.ts';
import type { Session } from '../sessions/session-schema.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter takes a millisecond, and a document asks for a thousand times. */
const formatted = (options: Intl.DateTimeFormatOptions, instant: string): string => {
  const key = JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('id-ID', options);
  formatters.set(key, formatter);
  return formatter.format(new Date(instant));
};

/** `20 Juni 2024` of a calendar day. */
export const longDay = (day: string): string =>
  formatted({ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }, `${day}T00:00:00Z`);

/** `Kamis, 27 Juni 2024` */
export const weekdayAndDate = (zone: Zone, instant: string): string =>
  formatted({ timeZone: ianaZone[zone], weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, instant);

const clock = (zone: Zone, instant: string): string =>
  formatted({ timeZone: ianaZone[zone], hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant).replace(
    ':',
    '.',
  );

interface Times {
  startsAt: string;
  endsAt: string;
}

/** When somebody is asked to come: the times of their wave where there are waves, otherwise the session's. */
export const timesOf = (session: Session, invitation?: Pick<Invitation, 'wave'>): Times & { label?: string } =>
  session.waves.find(({ id }) => id === invitation?.wave) ?? session;

/** `Kamis, 27 Juni 2024`; both days when it ends on another. */
export const daysOf = (zone: Zone, { startsAt, endsAt }: Times): string => {
  const [first, last] = [weekdayAndDate(zone, startsAt), weekdayAndDate(zone, endsAt)];
  return first === last ? first : `${first} s.d. ${last}`;
};

/** `08.00–12.00 WIB` */
export const hoursOf = (zone: Zone, { startsAt, endsAt }: Times): string =>
  `${clock(zone, startsAt)}–${clock(zone, endsAt)} ${zone}`;

export const kindWords: Record<Session['kind'], string> = {
  RAKOR: 'rapat koordinasi',
  SOSIALISASI: 'sosialisasi',
  SEMINAR: 'seminar',
  APEL: 'apel',
};

/** In the order in which guests are listed. */
export const guestGroups: Record<GuestGroup, string> = {
  FORKOPIMDA: 'Forkopimda',
  VERTICAL: 'Instansi vertikal',
  PROVINCE: 'Pemerintah provinsi',
  SPEAKER: 'Narasumber',
  COMMUNITY: 'Tokoh masyarakat',
  OTHER: 'Lainnya',
};

/** Guests from the register stand where their class says, unless the organiser said otherwise. */
export const guestGroupOf = ({
  guestGroup,
  class: unitClass,
}: Pick<Invitation, 'guestGroup' | 'class'>): GuestGroup => {
  if (guestGroup) return guestGroup;
  if (unitClass === 'VERTICAL') return 'VERTICAL';
  return unitClass === 'GUEST_BODY' ? 'FORKOPIMDA' : 'OTHER';
};

type Labels = Regency['labels'];

/** A class as it is called in the regency: `Pekon`, `Distrik`. */
export const classWord = (unitClass: UnitClassCode, labels: Labels): string =>
  labelOfClass(labels, unitClass) ?? unitClassOf(unitClass).id;

/** The unit's name, with its district where the name does not tell it: `SDN 1 Lahat, Kecamatan Lahat`. */
export const unitWithDistrict = (
  { name, districtName }: Pick<Invitation, 'name' | 'districtName'>,
  labels: Labels,
): string =>
  districtName === undefined || name.toLowerCase().endsWith(districtName.toLowerCase())
    ? name
    : `${name}, ${labels.district} ${districtName}`;
