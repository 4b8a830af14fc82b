/**
 * The attendance sheet (daftar hadir) as rows, the same for PDF, XLSX and CSV: units by class, guests by group, both numbered on; people who
 * were counted in groups, who have no names; and whoever took part by video, who is not counted among them.
 */
import type { HeadCount } from '../check-in/check-in-schema.ts';
import { countedUnits, presenceOf } from '../coverage/coverage-rules.ts';
import type { UnitPresence } from '../coverage/coverage-schema.ts';
import { isInvited } from '../invitations/invitation-rules.ts';
import type { CheckIn, Evidence, Invitation } from '../invitations/invitation-schema.ts';
import { dayIn } from '../platform/time.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type LinePerson, type Register, whoCame, whoIsExpected } from './attendance-people.ts';
import type { AttendanceQuery } from './document-schema.ts';
import { classWord, clockOf, figure, guestGroupOf, guestGroups, unitWithDistrict } from './paper-words.ts';
import { inProtocolOrder } from './recipients.ts';

export type AttendanceSection = 'UNITS' | 'GUESTS' | 'GROUPS' | 'ONLINE';

export interface AttendanceRow extends LinePerson {
  section: AttendanceSection;
  /** The class of units or the group of guests. */
  group: string;
  /** A unit of the frozen roster; one that was invited afterwards is on the sheet, but in no figure of coverage (rule 5). */
  counted: boolean;
  /** Counts on over units and guests, and anew from one over those by video; a group of people has none. */
  number: number | undefined;
  institution: string;
  /** One, or as many as were counted. */
  people: number;
  /** Undefined on a blank sheet. */
  presence: UnitPresence | 'GROUP' | undefined;
  /** `08.41 WIB`, with the day where it is not the session's; empty where nobody came. */
  time: string;
  door: string;
  evidence: string;
  /** What it rests on where it was not scanned; that it came late. */
  note: string;
}

export interface AttendanceSource {
  session: Session;
  regency: Pick<Regency, 'labels'>;
  invitations: readonly Invitation[];
  /** Null while the session has not opened. */
  frozen: ReadonlySet<string> | null;
  headCounts: readonly HeadCount[];
  register: Register;
}

const evidenceWords: Record<Evidence, string> = {
  CODE: 'kode',
  NAME: 'nama',
  SAME_PERSON: 'jabatan rangkap',
  VENUE_SCREEN: 'kode layar',
  VENUE_PRINT: 'kode tempat',
};

const timeOf = ({ zone, startsAt }: Session, at: string): string => {
  const day = dayIn(zone, at);
  const isSame = day === dayIn(zone, startsAt);
  return `${isSame ? '' : `${day.split('-').reverse().join('-')} `}${clockOf(zone, at)}`;
};

const noteOf = ({ reason, late }: CheckIn): string =>
  [reason, late ? 'tercatat susulan' : undefined].filter((part) => part !== undefined).join('; ');

const cameOf = (session: Session, checkIn: CheckIn | undefined) => {
  if (!checkIn) return { time: '', door: '', evidence: '', note: '' };
  const { at, door, evidence, mode } = checkIn;
  const scanned = mode === 'IN_PERSON';
  return {
    time: timeOf(session, at),
    door: scanned ? door : '',
    evidence: scanned && evidence ? evidenceWords[evidence] : '',
    note: noteOf(checkIn),
  };
};

const groupOf = (invitation: Invitation, { regency }: AttendanceSource): string => {
  if (invitation.kind === 'guest') return guestGroups[guestGroupOf(invitation)];
  return invitation.class === undefined ? 'Lainnya' : classWord(invitation.class, regency.labels);
};

type Unnumbered = Omit<AttendanceRow, 'number'>;

const lineOf = (invitation: Invitation, source: AttendanceSource, blank: boolean): Omit<Unnumbered, 'counted'> => {
  const { session, regency, register } = source;
  const presence = presenceOf(invitation);
  const checkIn = blank ? undefined : invitation.checkIn;
  const inHall = invitation.kind === 'guest' ? 'GUESTS' : 'UNITS';
  return {
    section: !blank && presence === 'ONLINE' ? 'ONLINE' : inHall,
    group: groupOf(invitation, source),
    ...(checkIn ? whoCame : whoIsExpected)(invitation, register),
    institution: unitWithDistrict(invitation, regency.labels),
    people: 1,
    presence: blank ? undefined : presence,
    ...cameOf(session, checkIn),
  };
};

const groupLine = ({ session }: AttendanceSource, { count, label, at, door, late }: HeadCount): Unnumbered => ({
  section: 'GROUPS',
  group: 'Rombongan',
  counted: false,
  name: `${figure(count)} orang`,
  nip: '',
  office: label ?? 'Rombongan',
  representing: '',
  phone: '',
  institution: '',
  people: count,
  presence: 'GROUP',
  time: timeOf(session, at),
  door,
  evidence: 'dihitung',
  note: late ? 'tercatat susulan' : '',
});

/** Whom the sheet is about: on a blank one everybody who is asked; otherwise who came, with `all` those who did not too. */
const isListed =
  ({ blank, who, class: unitClass, guests }: AttendanceQuery) =>
  (invitation: Invitation): boolean => {
    const { checkIn, kind, class: own } = invitation;
    const came = !blank && checkIn !== undefined;
    const isAbout = came || (isInvited(invitation) && (blank === 'true' || who === 'all'));
    const isChosen = unitClass === undefined || own === unitClass;
    return isAbout && isChosen && (guests === undefined || (kind === 'guest') === (guests === 'only'));
  };

const byTime = (a: HeadCount, b: HeadCount): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Nobody in a group is of a class or invited, so that they stand on a sheet of everybody only. */
const groupsOf = (source: AttendanceSource, { blank, class: unitClass, guests }: AttendanceQuery): Unnumbered[] => {
  if (blank || unitClass !== undefined || guests !== undefined) return [];
  const counted = source.headCounts.filter(({ undone }) => undone === undefined);
  return [...counted].sort(byTime).map((count) => groupLine(source, count));
};

const numbered = (rows: readonly Unnumbered[]): AttendanceRow[] =>
  rows.map((row, index) => ({ ...row, number: index + 1 }));

/** Every row of the sheet, in protocol order. */
export const attendanceRows = (source: AttendanceSource, query: AttendanceQuery): AttendanceRow[] => {
  const listed = source.invitations.filter(isListed(query)).sort(inProtocolOrder);
  const counted = new Set(countedUnits(source.invitations, source.frozen).map(({ id }) => id));
  const lines = listed.map((invitation) => ({
    ...lineOf(invitation, source, query.blank === 'true'),
    counted: counted.has(invitation.id),
  }));
  return [
    ...numbered(lines.filter(({ section }) => section !== 'ONLINE')),
    ...groupsOf(source, query).map((row) => ({ ...row, number: undefined })),
    ...numbered(lines.filter(({ section }) => section === 'ONLINE')),
  ];
};

export interface AttendanceSums {
  inPerson: number;
  acting: number;
  delegated: number;
  /** Units that came and are none of the frozen roster's, however they came. */
  added: number;
  guests: number;
  grouped: number;
  online: number;
}

/** Of those who came: the units that coverage counts by who came for them (rules 2 and 5); all others apart. */
export const attendanceSums = (rows: readonly AttendanceRow[]): AttendanceSums => {
  const count = (test: (row: AttendanceRow) => boolean): number =>
    rows.reduce((sum, row) => sum + (test(row) ? row.people : 0), 0);
  const units = (presence: UnitPresence) => count((row) => row.counted && row.presence === presence);
  return {
    inPerson: units('IN_PERSON'),
    acting: units('ACTING'),
    delegated: units('DELEGATED'),
    added: count(({ section, presence, counted }) => section === 'UNITS' && presence !== 'MISSING' && !counted),
    guests: count(({ section, presence }) => section === 'GUESTS' && presence !== 'MISSING'),
    grouped: count(({ section }) => section === 'GROUPS'),
    online: count(({ section }) => section === 'ONLINE'),
  };
};
