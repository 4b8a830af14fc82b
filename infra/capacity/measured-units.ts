/**
 * What each action consumes of the table, by how long its items are and how many of them it touches. Every figure was read from the engine
 * (`ReturnConsumedCapacity: TOTAL`) and is held against it, action by action, by
 *
 *   npx vitest run --config test/vitest.config.ts test/capacity
 *
 * which plays one session through the real app. `npm run bench -- units` prints such a run of 470 offices.
 */

export type ActionName =
  | 'inviteAll'
  | 'mailOwed'
  | 'mailSent'
  | 'view'
  | 'qr'
  | 'answer'
  | 'open'
  | 'doorContact'
  | 'doorList'
  | 'doorDelta'
  | 'coldDoor'
  | 'checkIn'
  | 'checkInOfTen'
  | 'recompute'
  | 'totals'
  | 'look'
  | 'regencyCoverage'
  | 'invitationsPage'
  | 'coldTable'
  | 'signAtTable'
  | 'signByLink'
  | 'close';

/** How far a session is when the action is made. */
export interface Hall {
  invited: number;
  /** Of the invited, how many have answered, come and signed by then. */
  answered: number;
  came: number;
  signed: number;
  doors: number;
  /** Coverage records that the regency keeps: its sessions so far. */
  sessions: number;
  /** Regencies of the province. */
  regencies: number;
}

export interface Units {
  read: number;
  write: number;
  /**
   * Read units of Queries that find nothing: AWS bills each as if it had found something small, the embedded engine counts none. Not in `read`.
   */
  empty: number;
}

/** Mean lengths of items as the engine counts them, measured over the roster of Lahat (470 offices), 22 November 2026. */
export const bytes = {
  unit: 356,
  invitation: 351,
  /** What is added to an invitation by its answer, its check-in, and its signature (table 174, link 140). */
  answer: 123,
  checkIn: 197,
  signature: 157,
  mail: 148,
  door: 368,
  /** Of a list of all units: the item itself, and each unit in it. */
  roster: { own: 92, each: 8 },
  rosterRule: { own: 122, each: 9 },
  /** The regency's 24 districts are in `own`. */
  coverage: { own: 778, each: 13 },
  coverageDay: { own: 307, each: 13 },
  regencyTotals: 319,
  tenant: 135,
  /** A leaf of a seal with its openings, and its hash, identity and content. */
  leaf: 137,
} as const;

const readUnit = 4096;
const writeUnit = 1024;

const listBytes = ({ own, each }: { own: number; each: number }, count: number): number => own + each * count;
const write = (size: number): number => Math.max(1, Math.ceil(size / writeUnit));
const readOne = (size: number): number => Math.max(1, Math.ceil(size / readUnit));
/** A strong Query: the engine rounds up the sum, by half a unit on average. Empty ranges are counted in {@link Units.empty}. */
const readMany = (size: number): number => Math.max(1, size / readUnit + 0.5);
const weak = (units: number): number => units / 2;

const unit = (read: number, written: number, empty = 0): Units => ({ read, write: written, empty });

/** All invitations of the session, as long as they have become by then. */
export const invitationBytes = ({ invited, answered, came, signed }: Hall): number =>
  invited * bytes.invitation + answered * bytes.answer + came * bytes.checkIn + signed * bytes.signature;

const invitations = (hall: Hall): number => readMany(invitationBytes(hall));
const register = ({ invited }: Hall): number => readMany(invited * bytes.unit);
const coverage = ({ invited }: Hall): number => listBytes(bytes.coverage, invited);
const frozen = ({ invited }: Hall): number => readOne(listBytes(bytes.roster, invited));
const coverageWrites = (hall: Hall): number =>
  write(coverage(hall)) + write(listBytes(bytes.coverageDay, hall.invited));

/** Session, offices, check-ins, one reading, who heard it, signatures. */
export const leavesOf = ({ invited, came, signed }: Hall): number => 2 + invited + 2 * came + signed;

/** Leaves lie in items of 128, their hashes in items of 512; each item is rounded up by half a unit on average. */
const sealWrites = (hall: Hall): number => {
  const leaves = leavesOf(hall);
  return (leaves * bytes.leaf) / writeUnit + 0.5 * (Math.ceil(leaves / 128) + Math.ceil(leaves / 512));
};

/** The record that stands, the session, the roster; conflicts and groups are Queries that mostly find nothing. */
const recomputeReads = (hall: Hall): number => readOne(coverage(hall)) + 1 + frozen(hall) + invitations(hall);

/** One action each; of `inviteAll`, `mailOwed`, `open` and `close` one for the whole session, of `checkInOfTen` one scan of ten in a batch. */
export const unitsOf: Record<ActionName, (hall: Hall) => Units> = {
  inviteAll: (hall) => unit(1 + register(hall), hall.invited + write(listBytes(bytes.rosterRule, hall.invited)), 1),
  mailOwed: (hall) => unit(1.5 + readMany(hall.invited * bytes.invitation) + register(hall), hall.invited),
  mailSent: () => unit(4.5, 2),
  view: () => unit(3.5, 0, 0.5),
  qr: () => unit(0, 0),
  answer: () => unit(3.5, 1, 0.5),
  open: (hall) => unit(2 + invitations(hall), 3 + write(listBytes(bytes.roster, hall.invited))),
  doorContact: () => unit(1.5, 1),
  // Weak; pages of 500.
  doorList: (hall) => unit(weak(invitations(hall) + 0.5 * Math.floor(hall.invited / 500)), 0),
  doorDelta: (hall) => unit(weak(invitations(hall)), 0),
  // The door's item and the session, each remembered for half a minute by each instance.
  coldDoor: () => unit(2, 0),
  checkIn: () => unit(0, 1),
  checkInOfTen: () => unit(0, 1),
  recompute: (hall) => unit(recomputeReads(hall), coverageWrites(hall), 2),
  totals: (hall) =>
    unit(
      3 +
        readMany(hall.sessions * coverage(hall)) +
        readOne(hall.regencies * bytes.regencyTotals) +
        readOne(hall.regencies * bytes.tenant),
      2,
    ),
  look: (hall) => unit(readOne(coverage(hall)) + readOne(hall.doors * bytes.door), 0),
  regencyCoverage: (hall) => unit(0.5 + weak(readMany(hall.sessions * coverage(hall))), 0, 0.5),
  invitationsPage: (hall) => {
    const shown = Math.min(1, 100 / Math.max(1, hall.invited));
    return unit(1 + frozen(hall) + weak(readMany(invitationBytes(hall) * shown)), 0);
  },
  coldTable: () => unit(2, 0),
  signAtTable: () => unit(0, 1),
  signByLink: () => unit(3, 1),
  // Sealed, then counted: the invitations are read twice.
  close: (hall) =>
    unit(
      6 + invitations(hall) + weak(readOne(hall.doors * bytes.door)) + recomputeReads(hall),
      4 + sealWrites(hall) + coverageWrites(hall),
      6,
    ),
};
