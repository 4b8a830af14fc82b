/** How the papers say dates, times and classes: in Indonesian, in the session's zone (rule 8), with the regency's own labels. */
import type { GuestGroup } from '../invitations/answer-schema.ts';
import type { Invitation, PledgeStatus, Signature } from '../invitations/invitation-schema.ts';
import type { Zone } from '../platform/base-schema.ts';
import { sayShare } from '../platform/share.ts';
import { ianaZone } from '../platform/time.ts';
import type { PledgeText } from '../pledges/pledge-schema.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { labelOfClass } from '../regencies/usual-labels.ts';
import { type UnitClassCode, unitClassOf } from '../roster/unit-class.ts';
import type { Phase } from '../sessions/arrangement-schema.ts';
import type { Session } from '../sessions/session-schema.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter takes a millisecond, and a document asks for a thousand times. */
const formatted = (options: Intl.DateTimeFormatOptions, instant: string): string => {
  const key = JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('id-ID', options);
  formatters.set(key, formatter);
  return formatter.format(new Date(instant));
};

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

/** `09.42 WIB` */
export const clockOf = (zone: Zone, instant: string): string => `${clock(zone, instant)} ${zone}`;

/** `Kamis, 27 Juni 2024, pukul 09.42 WIB` */
export const momentOf = (zone: Zone, instant: string): string =>
  `${weekdayAndDate(zone, instant)}, pukul ${clockOf(zone, instant)}`;

/** `08.00–12.00 WIB` */
export const hoursOf = (zone: Zone, { startsAt, endsAt }: Times): string =>
  `${clock(zone, startsAt)}–${clock(zone, endsAt)} ${zone}`;

export const kindWords: Record<Session['kind'], string> = {
  RAKOR: 'rapat koordinasi',
  SOSIALISASI: 'sosialisasi',
  SEMINAR: 'seminar',
  APEL: 'apel',
};

/** The states of a pledge (rule 6), by the words of the pages; see web/shared/words.ts. */
export const pledgeWords: Record<PledgeStatus, string> = {
  SIGNED: 'Sudah ikrar',
  NOT_YET: 'Belum ikrar',
  NOT_DUE: 'Tidak wajib ikrar',
};

/** What a text is called by its form. */
export const formWords: Record<PledgeText['form'], string> = { IKRAR: 'ikrar', PAKTA: 'pakta integritas' };

/** How somebody signed: `tablet`, `ponsel`, `lembar 12`. */
export const methodWord = ({ method, sheet }: Pick<Signature, 'method' | 'sheet'>): string => {
  if (method === 'PAPER') return sheet === undefined ? 'kertas' : `lembar ${sheet}`;
  return method === 'TABLET' ? 'tablet' : 'ponsel';
};

/** Hashes in groups of eight that an eye can compare, four to a line: `a1b2c3d4 e5f60718 …`. */
export const inGroups = (hex: string): string =>
  hex.replace(/.{8}(?=.)/g, '$& ').replace(/(?:\S+ ){4}(?=.)/g, (line) => `${line.trim()}\n`);

/** `11.000` */
export const figure = (count: number): string => count.toLocaleString('id-ID');

/** `87,5%`, as the pages say it. */
export const percent = (part: number, whole: number): string => sayShare('id-ID', part, whole);

/** While people still come, nobody is absent. */
export const absentWord = ({ state }: Pick<Session, 'state'>): string =>
  state === 'CLOSED' ? 'Tidak hadir' : 'Belum hadir';

export const phaseWords: Record<Phase, string> = {
  BEFORE: 'sebelum kampanye',
  DURING: 'selama kampanye',
  AFTER: 'sesudah kampanye',
};

/** In the order of names, and of the numbers in them. */
export const byName = new Intl.Collator('id', { numeric: true }).compare;

/** Where a session is held, as one line. */
export const venueLine = ({ venue }: Pick<Session, 'venue'>): string => {
  const { name, address, regionName } = venue;
  const isTold = `${name} ${address ?? ''}`.toLowerCase().includes(regionName.toLowerCase());
  return [name, address, isTold ? undefined : regionName].filter((part) => part !== undefined).join(', ');
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

/** `Kabupaten Lahat` -> `Lahat`: papers are dated at a place, not at a government. */
export const placeOf = (regency: string): string => regency.replace(/^(Pemerintah )?(Kabupaten|Kota|Provinsi) /i, '');

type Labels = Regency['labels'];

/** A class as it is called in the regency: `Pekon`, `Distrik`. */
export const classWord = (unitClass: UnitClassCode, labels: Labels): string =>
  labelOfClass(labels, unitClass) ?? unitClassOf(unitClass).id;

/** What lies in no district, by the words of the pages. */
export const noDistrict = 'Tingkat daerah';

/** The unit's name, with its district where the name does not tell it: `SDN 1 Lahat, Kecamatan Lahat`. */
export const unitWithDistrict = (
  { name, districtName }: Pick<Invitation, 'name' | 'districtName'>,
  labels: Labels,
): string =>
  districtName === undefined || name.toLowerCase().endsWith(districtName.toLowerCase())
    ? name
    : `${name}, ${labels.district} ${districtName}`;
