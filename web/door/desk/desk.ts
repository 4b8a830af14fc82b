/** The desk: a paired door with what its screens add to it, which is who comes next and what fills the display. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { delegatePart } from '../../shared/delegate.ts';
import type { Delegate, Door, LogEntry, ScanInput, Target, Who } from '../core/door.ts';
import { type OtherOffice, otherOffices, recordedWith, targetOf } from '../core/same-person.ts';
import { makeRecentCodes } from '../scanner/recent-codes.ts';
import { playTone } from '../scanner/tones.ts';
import { markRead } from '../verdict/timing.ts';
import { isStop, toneOf, type VerdictTone } from '../verdict/tone.ts';

/** Who came, for the next scan: the head, or a delegate of whom anything may be unknown. */
export interface Coming {
  who: Who;
  delegate: Delegate;
}
export const headComes: Coming = { who: 'roster', delegate: {} };

export interface Desk {
  door: Door;
  coming: Signal<Coming>;
  /** The scan whose verdict fills the display. */
  shown: ReadonlySignal<LogEntry | undefined>;
  /** A verdict fills the display, or is about to: nobody sees what is behind it. */
  covered: ReadonlySignal<boolean>;
  /** Of the link, the one thing that words depend on; the rest of it changes with every sending. */
  reachable: ReadonlySignal<boolean>;
  /** The scan whose details are open. */
  detailed: ReadonlySignal<LogEntry | undefined>;
  /** A code that the camera read; false when it was not taken, and may be offered again. */
  takeCode: (code: string) => boolean;
  /** A code that a scanner typed: taken also over a stop, since somebody pulled the trigger, and no scanner offers it again. */
  takeTyped: (code: string) => void;
  take: (target: Target, coming: Coming) => void;
  /** The other offices of the person whose scan this is, while that person may still be here. */
  othersOf: (entry: LogEntry) => OtherOffice[];
  /** Checks that person in for every other office that nobody is there for: a scan each, which can be taken back each. */
  takeOthers: (entry: LogEntry) => Promise<void>;
  /** The scans that recorded that person for other offices, which can still be taken back here. */
  takenWith: (entry: LogEntry) => LogEntry[];
  /** Takes a scan back, and others with it; false when it is too old. */
  undo: (entry: LogEntry, others: readonly LogEntry[], reason: string) => Promise<boolean>;
  /** Whether who came can be corrected from here: an invited one's, while the door may change it. */
  mayCorrect: (entry: LogEntry) => boolean;
  dismiss: () => void;
  openDetails: (nonce: string) => void;
  closeDetails: () => void;
  stop: () => void;
}

/** A stop on the display is not wiped away by the next code before the camera within this time. */
const holdMs = 1_500;

const inputOf = (target: Target, { who, delegate }: Coming): ScanInput => ({
  target,
  who,
  ...delegatePart(who, delegate),
});

/** `play`: the sound of a verdict. */
export const makeDesk = (door: Door, play: (tone: VerdictTone) => unknown = playTone): Desk => {
  const coming = signal<Coming>(headComes);
  const shownNonce = signal<string | undefined>(undefined);
  const detailedNonce = signal<string | undefined>(undefined);
  const taking = signal(0);
  const typed = makeRecentCodes();
  let shownAt = Number.NEGATIVE_INFINITY;

  const entryOf = (nonce: string | undefined): LogEntry | undefined =>
    nonce === undefined ? undefined : door.log.value.find((entry) => entry.nonce === nonce);
  const shown = computed(() => entryOf(shownNonce.value));
  const detailed = computed(() => entryOf(detailedNonce.value));

  // Once for each verdict on the display: also when the server's answer replaces it.
  let sounded = '';
  const silence = effect(() => {
    const entry = shown.value;
    const kind = entry ? `${entry.nonce} ${entry.verdict.kind}` : '';
    if (entry && kind !== sounded) play(toneOf(entry.verdict));
    sounded = kind;
  });

  const take = (target: Target, who: Coming): void => {
    markRead();
    taking.value += 1;
    coming.value = headComes;
    void door.take(inputOf(target, who)).then((nonce) => {
      shownAt = performance.now();
      batch(() => {
        shownNonce.value = nonce;
        taking.value -= 1;
      });
    });
  };

  const takeText = (code: string): void => {
    if (code.trim()) take({ code }, coming.peek());
  };

  const takeCode = (code: string): boolean => {
    if (isStop(shown.peek()?.verdict) && performance.now() - shownAt < holdMs) return false;
    takeText(code);
    return true;
  };

  const othersOf = (entry: LogEntry): OtherOffice[] =>
    door.isRecent(entry.nonce) ? otherOffices(entry, door.entries.value) : [];

  return {
    door,
    coming,
    shown,
    covered: computed(() => taking.value > 0 || shown.value !== undefined),
    reachable: computed(() => door.link.value.reachable),
    detailed,
    takeCode,
    takeTyped: (code) => {
      if (typed.typed(code, performance.now())) takeText(code);
    },
    take,
    othersOf,
    takeOthers: async (entry) => {
      for (const { entry: other, state } of othersOf(entry)) {
        if (state === 'OPEN') await door.take({ target: targetOf(entry, other), who: 'roster' });
      }
    },
    takenWith: (entry) => recordedWith(entry, door.log.value).filter(({ nonce }) => door.mayChange(nonce)),
    undo: async ({ nonce }, others, reason) => {
      const done = await door.undo(nonce, reason);
      if (done) for (const other of others) await door.undo(other.nonce, reason);
      return done;
    },
    mayCorrect: ({ input, nonce }) => ('code' in input.target || 'invitation' in input.target) && door.mayChange(nonce),
    dismiss: () => {
      shownNonce.value = undefined;
    },
    openDetails: (nonce) => {
      shownNonce.value = undefined;
      detailedNonce.value = nonce;
    },
    closeDetails: () => {
      detailedNonce.value = undefined;
    },
    stop: () => {
      silence();
      door.stop();
    },
  };
};
