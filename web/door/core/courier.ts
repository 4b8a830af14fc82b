/**
 * When the door talks to the server: at the start, on a timer, after each scan, and when the network comes back; one exchange at
 * a time, with growing pauses while nobody answers. The list has a lane of its own, so that a long download holds up no scan.
 */
import type { ApiProblemCode } from '../../shared/api-problem.ts';
import { failureOf, pauseMs, within } from './exchange.ts';
import type { Link } from './link.ts';
import type { ContactAnswer, DoorPorts, ListPage } from './ports.ts';

export const contactEveryMs = 15_000;
/** While answers say "later": soon again. */
const retryMs = 3_000;
const patienceMs = 10_000;
const pagePatienceMs = 20_000;
/** A scan in the middle of a pause is worth a try, but not one each second. */
const eagerMs = 5_000;
const listEveryMs = 20_000;
/** A list of thousands costs the server more to compare. */
const largeListEveryMs = 60_000;
const largeList = 1_000;

export interface Errands {
  contact: () => Promise<ContactAnswer>;
  heard: (answer: ContactAnswer, sent: number, received: number) => void;
  /** Sends what is owed until nothing is left or nothing moves. */
  flush: () => Promise<'idle' | 'stuck'>;
  refreshList: (within: (page: Promise<ListPage>) => Promise<ListPage>) => Promise<void>;
  listSize: () => number;
  hasList: () => boolean;
  cutOff: () => void;
  /** Now and then, whether or not there is a network. */
  tidy: () => void;
}

export interface Courier {
  /** After a scan. */
  nudge: () => void;
  /** On a wish, or when the network is back. */
  wake: () => void;
  stop: () => void;
}

export const startCourier = (ports: DoorPorts, link: Link, errands: Errands): Courier => {
  let stopped = false;
  let running = false;
  let again = false;
  let failures = 0;
  let lastContact = Number.NEGATIVE_INFINITY;
  let lastFailure = Number.NEGATIVE_INFINITY;
  let lastList = Number.NEGATIVE_INFINITY;
  let listFailures = 0;
  let listing = false;
  let cancel = (): void => undefined;
  let cancelList = (): void => undefined;

  const failedBy = (error: unknown): ApiProblemCode | undefined => {
    const { failure, code } = failureOf(error);
    if (failure === 'cut-off') {
      stop();
      errands.cutOff();
      return code;
    }
    link.failed(failure === 'silent' ? undefined : code);
    return code;
  };

  const contact = async (): Promise<void> => {
    const sent = ports.ticks();
    const answer = await within(errands.contact(), patienceMs, ports);
    const received = ports.ticks();
    lastContact = received;
    errands.heard(answer, sent, received);
    link.worked();
  };

  const round = async (): Promise<'idle' | 'stuck'> => {
    if (ports.ticks() - lastContact >= contactEveryMs || failures > 0) await contact();
    return errands.flush();
  };

  const listDue = (): boolean => {
    if (!errands.hasList()) return true;
    const every = errands.listSize() > largeList ? largeListEveryMs : listEveryMs;
    return ports.ticks() - lastList >= every;
  };

  /** The server hears at once that this door decides by itself from now on. */
  const tellWhole = (): void => {
    lastContact = Number.NEGATIVE_INFINITY;
    void run();
  };

  const refreshList = async (): Promise<void> => {
    if (listing || stopped || !listDue()) return;
    cancelList();
    listing = true;
    const had = errands.hasList();
    try {
      await errands.refreshList((page) => within(page, pagePatienceMs, ports));
      lastList = ports.ticks();
      listFailures = 0;
      if (!had && errands.hasList()) tellWhole();
    } catch (error) {
      listFailures += 1;
      failedBy(error);
      if (!stopped) cancelList = ports.later(() => void refreshList(), pauseMs(listFailures, ports.random()));
    } finally {
      listing = false;
    }
  };

  const nextIn = (outcome: 'idle' | 'stuck' | 'failed'): number => {
    if (outcome === 'failed') return pauseMs(failures, ports.random());
    // Doors that were opened together do not stay in step. Longer, never shorter: a round before its time makes no contact.
    return outcome === 'stuck' ? retryMs : contactEveryMs * (1 + ports.random() / 10);
  };

  const attempt = async (): Promise<'idle' | 'stuck' | 'failed'> => {
    try {
      const outcome = await round();
      failures = 0;
      void refreshList();
      return outcome;
    } catch (error) {
      failures += 1;
      lastFailure = ports.ticks();
      failedBy(error);
      return 'failed';
    }
  };

  const run = async (): Promise<void> => {
    if (running || stopped) {
      again = true;
      return;
    }
    running = true;
    cancel();
    let outcome: 'idle' | 'stuck' | 'failed';
    do {
      again = false;
      outcome = await attempt();
    } while (again && outcome === 'idle' && !stopped);
    running = false;
    errands.tidy();
    if (!stopped) cancel = ports.later(() => void run(), nextIn(outcome));
  };

  const unhear = ports.onWake(() => void run());
  const stop = (): void => {
    stopped = true;
    cancel();
    cancelList();
    unhear();
  };
  void run();
  return {
    nudge: () => {
      if (failures === 0 || ports.ticks() - lastFailure >= eagerMs) void run();
    },
    wake: () => {
      lastContact = Number.NEGATIVE_INFINITY;
      void run();
    },
    stop,
  };
};
