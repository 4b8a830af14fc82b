/**
 * What happened in a regency, as somebody with a notebook would have written it down: true times, in milliseconds since 1970. It knows
 * nothing of the product; units and guests go by their names.
 */

export type Who = 'holder' | 'acting' | 'delegate';

export interface UnitOfLog {
  name: string;
  class: string;
  /** Code of Kemendagri; null for one in no district. */
  district: string | null;
  /** Its head is a Pj, Pjs, Plt or Plh. */
  acting: boolean;
}

/**
 * ALWAYS: every scan asks the engine before anybody is let in. NOW_AND_THEN and AFTERWARDS: the door lets people in by its own list, and
 * sends what it kept from time to time, or only when the session is closed.
 */
export type Signal = 'ALWAYS' | 'NOW_AND_THEN' | 'AFTERWARDS';

export interface DoorOfLog {
  name: string;
  signal: Signal;
  /** How much its clock is fast, in milliseconds. */
  fastBy: number;
}

/** Somebody at a door; `of` is a unit or an invited guest. */
export interface Scanned {
  what: 'scanned';
  at: number;
  id: string;
  of: string;
  who: Who;
  door: string;
  /** By the name, where the code was left at home. */
  byName?: boolean;
}

export type Happening =
  | Scanned
  | { what: 'walkedIn'; at: number; id: string; office: string; door: string }
  | { what: 'counted'; at: number; id: string; people: number; door: string }
  /** The door takes a scan or a count back. */
  | { what: 'undone'; at: number; id: string; of: string; door: string }
  /** The door says who it really was. */
  | { what: 'corrected'; at: number; id: string; of: string; who: Who; door: string }
  /** The staff enter somebody who follows by video. */
  | { what: 'byVideo'; at: number; id: string; of: string }
  /** The staff enter a line of a paper list at `at`; it says that somebody came at `cameAt`. */
  | { what: 'onPaper'; at: number; cameAt: number; id: string; of: string; who: Who }
  | {
      what: 'signed';
      at: number;
      id: string;
      of: string;
      by: 'holder' | 'delegate';
      how: 'TABLET' | 'PAPER' | 'LINK';
      as: 'SIGNER' | 'SYMBOLIC' | 'WITNESS';
    }
  | { what: 'invited'; at: number; of: string }
  | { what: 'revoked'; at: number; of: string };

export interface SessionOfLog {
  key: string;
  kind: string;
  title: string;
  phase: 'BEFORE' | 'DURING' | 'AFTER' | null;
  startsAt: number;
  endsAt: number;
  /** Units invited before it opened, and guests. */
  units: string[];
  guests: string[];
  /** The classes that owe the pledge; null where there is none. */
  pledge: string[] | null;
  openedAt: number;
  closedAt: number;
  doors: DoorOfLog[];
  /** In order of time. */
  happenings: Happening[];
  /** Units whose disagreements between doors nobody settled; all others were settled as proposed. */
  unsettled: string[];
}

export interface RegencyOfLog {
  code: string;
  name: string;
  zone: 'WIB' | 'WITA' | 'WIT';
  units: UnitOfLog[];
  sessions: SessionOfLog[];
}

/** When each scan, by its id, first reached the engine. */
export type FirstArrivals = Record<string, number>;
