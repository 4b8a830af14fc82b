/**
 * Scans until they are answered. A scan is kept before it is sent and forgotten when it is settled; whatever has no answer is
 * sent again, oldest first, with growing pauses. The nonce makes every repeat harmless.
 */
import { isSettled, type Result } from './result.ts';
import type { Scan } from './scan.ts';

/** Where unanswered scans are kept. The offline door will bring one over IndexedDB. */
export interface QueueStore {
  load: () => Scan[];
  save: (scans: readonly Scan[]) => void;
}

export interface QueuePorts {
  send: (scan: Scan) => Promise<Result>;
  store: QueueStore;
  /** Every outcome, also "still waiting". */
  onResult: (scan: Scan, result: Result) => void;
  onCount: (waiting: number) => void;
}

export interface Queue {
  add: (scan: Scan) => Promise<void>;
  /** Sends everything that waits, now: on contact, on a wish. */
  flush: () => Promise<void>;
  waiting: () => readonly Scan[];
  stop: () => void;
}

/** Pauses in seconds after the 1st, 2nd ... failure in a row; the last one repeats. */
const pauses = [2, 4, 8, 15, 30] as const;
export const pauseMs = (failures: number): number =>
  (pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] ?? 30) * 1000;

export const makeQueue = ({ send, store, onResult, onCount }: QueuePorts): Queue => {
  let scans: readonly Scan[] = store.load();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = false;
  let stopped = false;
  const underWay = new Set<string>();
  onCount(scans.length);

  const keep = (next: readonly Scan[]): void => {
    scans = next;
    store.save(scans);
    onCount(scans.length);
  };

  /** Whether the scan is settled; false also while another call is sending it. */
  const attempt = async (scan: Scan): Promise<boolean> => {
    if (underWay.has(scan.nonce)) return false;
    underWay.add(scan.nonce);
    const result = await send(scan).finally(() => underWay.delete(scan.nonce));
    const settled = isSettled(result);
    failures = settled ? 0 : failures + 1;
    if (settled) keep(scans.filter((other) => other.nonce !== scan.nonce));
    onResult(scan, result);
    return settled;
  };

  const later = (): void => {
    clearTimeout(timer);
    if (scans.length && !stopped) timer = setTimeout(() => void flush(), pauseMs(failures));
  };

  const flush = async (): Promise<void> => {
    if (flushing || stopped) return;
    flushing = true;
    // One that gets no answer stops the round: the others would wait as long for none.
    for (const scan of scans.filter(({ nonce }) => !underWay.has(nonce))) if (!(await attempt(scan))) break;
    flushing = false;
    later();
  };

  return {
    add: async (scan) => {
      keep([...scans, scan]);
      if ((await attempt(scan)) && scans.some(({ nonce }) => !underWay.has(nonce))) await flush();
      else later();
    },
    flush,
    waiting: () => scans,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
