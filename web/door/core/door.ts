/**
 * A paired door, as the screens see it. Every scan is decided here, kept here, and told to the server afterwards; the screens
 * neither send nor wait. What a method resolves with has been written to this device's storage before.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { RefusalReason } from '../../../functions/check-in/check-in-schema.ts';
import type { DoorListEntry } from '../../../functions/check-in/door-list-schema.ts';
import type { DoorSession } from '../../../functions/doors/door-schema.ts';
import type { Delegate } from '../../../functions/invitations/answer-schema.ts';
import type { Attendance } from '../../../functions/invitations/invitation-schema.ts';

export type { Attendance, Delegate, DoorListEntry, DoorSession, RefusalReason };

/** What was read, picked or typed. */
export type Target =
  | { code: string }
  /** `sameAs`: the one whose code was scanned, where the same person holds both offices. */
  | { invitation: string; sameAs?: string }
  | { guest: { name?: string; office: string; institution?: string } }
  | { group: { count: number; label?: string } };

/** `roster`: the head, in person or acting, as the list says. */
export type Who = Attendance | 'roster';

export interface ScanInput {
  target: Target;
  who: Who;
  delegate?: Delegate;
}

/** What the screen says. The local one stands at once; the server's replaces it when it differs. */
export type Verdict =
  | { kind: 'ADMITTED'; late: boolean }
  | { kind: 'ALREADY'; first: { at: string; door: string } }
  | { kind: 'REFUSED'; reason: RefusalReason }
  /** Not on the list that this device holds, or it holds none: kept, and decided by the server. */
  | { kind: 'UNDECIDED'; why: 'NOT_ON_LIST' | 'NO_LIST' }
  /** This device's storage took nothing: the scan does not exist. */
  | { kind: 'NOT_SAVED' }
  /** The server will not take it, however often it is sent. */
  | { kind: 'FAILED' };

export interface LogEntry {
  nonce: string;
  /** By this device's clock, corrected by what is known of its offset. */
  at: string;
  input: ScanInput;
  /** Who it is, as far as the list or the server tells. */
  entry: DoorListEntry | undefined;
  verdict: Verdict;
  /** `saved`: on this device only. `confirmed`: the server has it. `overruled`: the server answered otherwise than was shown. */
  state: 'saved' | 'confirmed' | 'overruled';
  /** What the screen said at first, where it was overruled. */
  before?: Verdict;
  /** The operator has seen that it was overruled. */
  seen: boolean;
  undone?: { reason: string; confirmed: boolean; failed?: boolean };
  /** Who came was corrected here (`input` says how); `failed`: the server keeps what it had. */
  corrected?: { confirmed: boolean; failed?: boolean };
  letter?: 'saved' | 'sent';
}

export type ListState = { status: 'none'; downloading: boolean; got: number } | { status: 'ready'; asOf: string };

export interface LinkState {
  /** The last exchange worked; false from the first that did not. */
  reachable: boolean;
  /** The server's time minus this device's; undefined until measured. */
  clockOffsetMs: number | undefined;
  /** By more than two minutes. */
  clockOff: boolean;
  /** The server answers, but not to this door: its code, e.g. DOOR_CREDENTIAL_INVALID. The scans stay here. */
  problem: string | undefined;
}

/** `low`: little room is left, and the operator is told while everything still fits. `volatile`: the browser may forget. */
export type StorageState = 'ok' | 'low' | 'full' | 'volatile';

export interface Door {
  id: string;
  name: string;
  session: ReadonlySignal<DoorSession>;
  list: ReadonlySignal<ListState>;
  /** By invitation id: the list with what happened here laid over it. */
  entries: ReadonlySignal<ReadonlyMap<string, DoorListEntry>>;
  counts: ReadonlySignal<{ present: number; invited: number } | undefined>;
  /** Scans, undos, corrections and letters that the server does not have yet. */
  unsent: ReadonlySignal<number>;
  /** Of these, what the server has refused as unreadable: no longer sent, kept until a file of it was handed over. */
  givenUp: ReadonlySignal<number>;
  /** Of the unsent, what no file holds that was handed over. */
  toHandOver: ReadonlySignal<number>;
  link: ReadonlySignal<LinkState>;
  storage: ReadonlySignal<StorageState>;
  /** Since when the organiser has cut this door off: the list and its key are gone, the unsent scans are here. */
  cutOffAt: ReadonlySignal<string | undefined>;
  /** The last scans, newest first, and every older one that the server does not have. */
  log: ReadonlySignal<readonly LogEntry[]>;
  /** Decides, keeps, then resolves with the nonce of the log entry. Never throws. */
  take: (input: ScanInput) => Promise<string>;
  /** Says that somebody else came than was recorded. */
  correct: (nonce: string, who: Attendance, delegate?: Delegate) => Promise<void>;
  /** Whether a scan was made here so lately that whoever it was may still stand here. */
  isRecent: (nonce: string) => boolean;
  /** Whether a scan of this door may still be taken back or corrected here. */
  mayChange: (nonce: string) => boolean;
  /** Takes a scan of this door back; false when it is too old to be this door's to undo. */
  undo: (nonce: string, reason: string) => Promise<boolean>;
  /** A photo of the delegate's letter, as JPEG; kept and sent after its scan. */
  attachLetter: (nonce: string, jpeg: Blob) => Promise<boolean>;
  markSeen: () => void;
  /**
   * What is unsent as a signed file (compact JWS) for the organiser to upload: first what was not handed over before. A file
   * holds only so much; `toHandOver` tells whether another one is needed. By itself it settles nothing.
   */
  exportFile: () => Promise<Blob>;
  /** The file that was exported last has reached somebody: what it holds is handed over. */
  handedOver: () => Promise<void>;
  /** Asks for contact now; the operator never has to. */
  wake: () => void;
  /** Ends this pairing and forgets everything; refused (false) while something is neither sent nor handed over. */
  leave: () => Promise<boolean>;
  stop: () => void;
}
