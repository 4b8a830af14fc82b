/** The shapes of the files of a case; what they mean is in ../README.md. */
export type UnitClass = 'OPD' | 'KECAMATAN' | 'KELURAHAN' | 'DESA' | 'PUSKESMAS' | 'TK' | 'SD' | 'SMP' | 'SMA' | 'BUMD';

export type ActingStatus = 'PJ' | 'PJS' | 'PLT' | 'PLH';
export type Zone = 'WIB' | 'WITA' | 'WIT';

export interface Person {
  name?: string;
  office: string;
}

export interface Regency {
  code: string;
  name: string;
  zone: Zone;
  letterhead: { lines: string[]; address: string };
}

export interface Session {
  kind: 'RAKOR' | 'SOSIALISASI' | 'SEMINAR' | 'APEL';
  title: string;
  occasion?: string;
  organizer: string;
  opener: Person & { acting?: ActingStatus; delegateOf?: { office: string; acting?: ActingStatus } };
  venue: { name: string; region: string; address?: string };
  startsAt: string;
  endsAt: string;
  agenda: { startsAt?: string; title: string; speakers: (Person & { institution: string })[] }[];
  legalBases: string[];
  classes: UnitClass[];
  pledge: null | {
    text: 'ikrar-netralitas-2024' | 'pakta-integritas-netralitas';
    version: 1;
    variables: { instance: string; election: string; year: string };
    classes: UnitClass[];
    /** Nobody signs before it was read aloud. */
    readFirst: boolean;
  };
}

export interface Guest extends Person {
  ref: string;
  institution?: string;
}

/** An office to invite, before anybody holds it. */
export interface Unit {
  unit: string;
  office: string;
  class: UnitClass;
  /** What the KECAMATAN column says; an OPD usually leaves it empty. */
  district?: string;
  npsn?: string;
}

/** A unit with its holder, as the organiser's sheet has it. */
export interface RosterRow {
  name: string;
  /** A number where the spreadsheet has eaten the digits. */
  nip: string | number;
  rank: string;
  office: string;
  unit: string;
  district: string;
  npsn: string | number;
  phone: string;
}

/** What is wrong with a row; `kept` rows stay in the roster, the others do not. */
export type FaultReason =
  | 'duplicate'
  | 'unknown-district'
  | 'no-unit-name'
  | 'signature-block'
  | 'nip-lost-digits'
  | 'misspelt-district';

export interface SheetLine {
  /** `null` is a blank line of the sheet. */
  row: RosterRow | null;
  fault?: { why: FaultReason; kept: boolean };
}

export type Who = 'holder' | 'acting' | 'delegate';

export interface Delegate {
  name?: string;
  office?: string;
  letter?: string;
}

export interface Arrival {
  at: string;
  door: string;
  unit?: string;
  guest?: string;
  who: Who;
  delegate?: Delegate;
}

/** A unit, or a guest by the reference in session.json. */
export type Party = { unit: string } | { guest: string };

export interface Signature {
  at: string;
  unit?: string;
  guest?: string;
  who: 'holder' | 'delegate';
  symbolic: boolean;
  role: 'SIGNER' | 'WITNESS';
}

export interface Reading {
  at: string;
  until: string;
  reader: Person;
  witnesses: Person[];
}

export interface DayEvents {
  doors: string[];
  arrivals: Arrival[];
  reading: Reading | null;
  /** Whom the organiser places in the queue by hand, the first one first; everybody else follows them. */
  order: Party[];
  signatures: Signature[];
  late: { at: string; unit: string; who: 'holder' }[];
}
