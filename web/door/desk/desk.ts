/** The desk: a paired door with what its screens add to it, which is who comes next and what fills the display. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Delegate, Door, LogEntry, ScanInput, Target, Who } from '../core/door.ts';
import { undoWithinMs } from '../core/make-door.ts';
import { makeRecentCodes } from '../scanner/recent-codes.ts';
import { playTone } from '../scanner/tones.ts';
import { markRead } from '../verdict/timing.ts';
import { isStop, toneOf, type VerdictTone } from '../verdict/tone.ts';
import { knownOf } from './delegate.ts';

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
  /** A code that a scanner typed. */
  takeTyped: (code: string) => void;
  take: (target: Target, coming: Coming) => void;
  /** Whether who came can be corrected from here: an invited one, let in, and not long ago. */
  mayCorrect: (entry: LogEntry) => boolean;
  dismiss: () => void;
  openDetails: (nonce: string) => void;
  closeDetails: () => void;
  stop: () => void;
}

/** A stop on the display is not wiped away by the next code within this time. */
const holdMs = 1_500;

const inputOf = (target: Target, { who, delegate }: Coming): ScanInput => {
  const known = who === 'delegate' ? knownOf(delegate) : undefined;
  return { target, who, ...(known && { delegate: known }) };
};

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

  const takeCode = (code: string): boolean => {
    if (isStop(shown.peek()?.verdict) && performance.now() - shownAt < holdMs) return false;
    if (code.trim()) take({ code }, coming.peek());
    return true;
  };

  return {
    door,
    coming,
    shown,
    covered: computed(() => taking.value > 0 || shown.value !== undefined),
    reachable: computed(() => door.link.value.reachable),
    detailed,
    takeCode,
    takeTyped: (code) => {
      if (typed.typed(code, performance.now())) takeCode(code);
    },
    take,
    mayCorrect: ({ verdict, input, undone, at }) =>
      (verdict.kind === 'ADMITTED' || verdict.kind === 'UNDECIDED') &&
      ('code' in input.target || 'invitation' in input.target) &&
      !undone &&
      Date.now() + (door.link.value.clockOffsetMs ?? 0) - Date.parse(at) <= undoWithinMs,
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
