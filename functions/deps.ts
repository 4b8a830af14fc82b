/** What the routes are given: everything that is not a rule comes in from outside. */

import type { AttendeeStores } from './attendee-stores.ts';
import type { HotStores } from './hot-stores.ts';
import type { Readiness } from './platform/readiness.ts';
import type { RouterDeps } from './platform/router.ts';
import type { TokenKeys } from './platform/signed-code.ts';
import type { Sealer } from './seals/sealer.ts';
import type { Stores } from './stores.ts';

interface CodeDeps extends RouterDeps {
  tokenKeys: TokenKeys;
  /**
   * Something that a session's coverage is made of has changed. In AWS the table's stream says so and this does nothing; the
   * laptop recomputes after a short wait.
   */
  changed: (session: string) => void;
}

/** What the routes of the doors are given. */
export interface HotDeps extends CodeDeps {
  stores: HotStores;
}

/** What the routes of attendees and of signing are given. */
export interface AttendeeDeps extends CodeDeps {
  stores: AttendeeStores;
  /** The address that people reach, without a slash at the end; it stands in links and codes. */
  origin: string;
}

export interface Deps extends HotDeps, AttendeeDeps {
  stores: Stores;
  sealer: Sealer;
  /** Bytes that nobody can foresee: the salts of commitments. */
  randomBytes: (count: number) => Uint8Array;
  signIn: { issuer: string; clientId: string; scope: string };
  readiness: () => Promise<Readiness>;
  /**
   * Where this installation sends e-mails; absent where it does not. In AWS the table's stream tells the mailer, and `queued` does
   * nothing; the laptop begins to send.
   */
  mail?: { queued: (session: string) => void };
  /** How long a question for live figures is held while nothing changes (0: not at all), and how often it is looked at meanwhile. */
  live: { holdMs: number; pollMs: number };
}
