/** Everything that a door needs from outside: time, chance, the network, the browser. A simulation brings its own. */
import type { Answer, Call } from '../../shared/api.ts';
import type { DoorDb } from './door-db.ts';

type PairBody = Call<'POST /api/doors/pair'>['body'];
export type ContactBody = Call<'POST /api/sessions/:session/door/contact'>['body'];
export type PairAnswer = Answer<'POST /api/doors/pair'>;
export type ContactAnswer = Answer<'POST /api/sessions/:session/door/contact'>;
export type ListPage = Answer<'GET /api/sessions/:session/door-list'>;
export type BatchAnswer = Answer<'POST /api/sessions/:session/check-in-batches'>;
export type BatchOutcome = BatchAnswer['answers'][number];

export interface Credential {
  session: string;
  door: string;
  secret: string;
}

/** The calls of a device; each throws an ApiProblem when there is no answer, or a refusal as a whole. */
export interface DoorApi {
  pair: (body: PairBody) => Promise<PairAnswer>;
  contact: (as: Credential, body: ContactBody) => Promise<ContactAnswer>;
  listPage: (as: Credential, query: { cursor?: string; since?: string }) => Promise<ListPage>;
  batch: (as: Credential, sentAt: string, entries: readonly unknown[]) => Promise<BatchAnswer>;
  letter: (as: Credential, nonce: string, jpeg: Blob) => Promise<void>;
}

export interface DoorPorts {
  api: DoorApi;
  /** This device's clock in milliseconds; it may be wrong, and it may be set meanwhile. */
  now: () => number;
  /** Milliseconds since some moment, on a clock that nobody sets. */
  ticks: () => number;
  /** Runs the work later; the answer cancels it. */
  later: (work: () => void, ms: number) => () => void;
  /** From 0 to 1, for jitter. */
  random: () => number;
  newNonce: () => string;
  /** This device's storage; rejects where the browser keeps none. */
  openDb: () => Promise<DoorDb>;
  /** What the browser tells of its storage; absent where it tells nothing. */
  storage: Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>> | undefined;
  /** Keeps a second tab from running the same door; absent in a simulation. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** 0 to 1, where the browser tells. */
  battery: () => number | undefined;
  /** Calls back when contact is worth trying at once: the network is back, the page is seen again. */
  onWake: (wake: () => void) => () => void;
  appVersion: string;
}
