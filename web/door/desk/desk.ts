/** A door at work: takes codes and names, sends them, and holds what the screens show. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ItemOf } from '../../shared/api.ts';
import { newKey } from '../../shared/api.ts';
import { type DoorList, type Invited, makeDoorList } from '../list/door-list.ts';
import { invitationInCode } from '../scan/code-content.ts';
import { makeQueue, type Queue } from '../scan/queue.ts';
import { isSettled, type Result, toneOf } from '../scan/result.ts';
import type { Delegate, Scan, Who } from '../scan/scan.ts';
import { sendScan } from '../scan/send-scan.ts';
import { tabStore } from '../scan/tab-store.ts';
import { makeRecentCodes } from '../scanner/recent-codes.ts';
import { playTone } from '../scanner/tones.ts';

export type DoorSession = ItemOf<'GET /api/regencies/:regency/sessions'>;

/** A scan as the screen shows it. */
export interface Entry {
  scan: Scan;
  /** Who it is, as far as the list or the answer tells. */
  invitation: Invited | undefined;
  /** Undefined while the first answer is awaited. */
  result: Result | undefined;
  /** It stood on the screen as "not sent yet" before its answer came, and nobody has looked since. */
  waited: boolean;
}

/** Who came, for the next scan: the head, or a delegate of whom anything may be unknown. */
export interface Coming {
  who: Who;
  delegate: Delegate;
}
export const headComes: Coming = { who: 'roster', delegate: {} };

export interface Desk {
  session: DoorSession;
  door: string;
  list: DoorList;
  queue: Pick<Queue, 'flush'>;
  coming: Signal<Coming>;
  waiting: ReadonlySignal<number>;
  entries: ReadonlySignal<readonly Entry[]>;
  /** The nonce of the scan whose result fills the screen. */
  shown: ReadonlySignal<string | undefined>;
  takeCode: (code: string) => void;
  checkIn: (invitation: string, coming: Coming) => void;
  dismiss: () => void;
  /** The operator has seen which waiting scans were not accepted. */
  acknowledge: () => void;
  stop: () => void;
}

const patienceMs = 2_500;
/** A stop on the screen is not wiped away by the next code within this time. */
const holdMs = 1_500;
const lastScans = 10;

export const isStop = (result: Result | undefined): boolean =>
  result !== undefined && ['warn', 'bad'].includes(toneOf(result));

/** The last ten, and every older one that still waits. */
const kept = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ result }, at) => at < lastScans || !result || !isSettled(result));

export const makeDesk = (session: DoorSession, door: string): Desk => {
  const list = makeDoorList(session.id);
  const coming = signal<Coming>(headComes);
  const waiting = signal(0);
  const shown = signal<string | undefined>(undefined);
  const recent = makeRecentCodes();
  const entries = signal<readonly Entry[]>(
    tabStore.load().map((scan) => ({ scan, invitation: undefined, result: undefined, waited: true })),
  );
  let shownAt = 0;

  const idOf = ({ target }: Scan): string | undefined =>
    'invitation' in target ? target.invitation : invitationInCode(target.code);
  const isActing = (scan: Scan): boolean => (list.byId(idOf(scan))?.holder?.acting ?? 'DEFINITIVE') !== 'DEFINITIVE';
  const entryOf = (nonce: string | undefined): Entry | undefined =>
    entries.peek().find(({ scan }) => scan.nonce === nonce);

  const update = (nonce: string, changes: Partial<Entry>): void => {
    entries.value = kept(
      entries.peek().map((entry) => (entry.scan.nonce === nonce ? { ...entry, ...changes } : entry)),
    );
  };

  const announce = (scan: Scan, result: Result): void => {
    const before = entryOf(scan.nonce)?.result;
    if (shown.peek() === scan.nonce && before?.kind !== result.kind) playTone(toneOf(result));
  };

  const onResult = (scan: Scan, result: Result): void => {
    announce(scan, result);
    if ('invitation' in result) {
      list.note(result.invitation);
      update(scan.nonce, { result, invitation: result.invitation });
    } else {
      update(scan.nonce, { result, ...(isSettled(result) ? {} : { waited: true }) });
    }
  };

  const queue = makeQueue({
    send: (scan) => sendScan(scan, isActing(scan)),
    store: tabStore,
    onResult,
    onCount: (count) => {
      waiting.value = count;
    },
  });
  const flush = (): void => void queue.flush();
  addEventListener('online', flush);
  flush();

  const start = (target: Scan['target'], { who, delegate }: Coming): void => {
    const scannedAt = new Date().toISOString();
    const nonce = newKey();
    const scan: Scan = {
      nonce,
      session: session.id,
      door,
      scannedAt,
      target,
      who,
      ...(who === 'delegate' && { delegate }),
    };
    entries.value = kept([
      { scan, invitation: list.byId(idOf(scan)), result: undefined, waited: false },
      ...entries.peek(),
    ]);
    shown.value = nonce;
    shownAt = Date.now();
    coming.value = headComes;
    // Nobody stands at a door for eight seconds: say soon that the answer is late, and keep listening for it.
    setTimeout(() => {
      if (!entryOf(nonce)?.result) onResult(scan, { kind: 'waiting', why: 'NO_ANSWER' });
    }, patienceMs);
    void queue.add(scan);
  };

  return {
    session,
    door,
    list,
    queue,
    coming,
    waiting,
    entries,
    shown,
    takeCode: (code) => {
      const now = Date.now();
      if (isStop(entryOf(shown.peek())?.result) && now - shownAt < holdMs) return;
      if (code.trim() && recent.isNew(code, now)) start({ code }, coming.peek());
    },
    checkIn: (invitation, who) => start({ invitation }, who),
    dismiss: () => {
      shown.value = undefined;
    },
    acknowledge: () => {
      entries.value = entries.peek().map((entry) => (isStop(entry.result) ? { ...entry, waited: false } : entry));
    },
    stop: () => {
      removeEventListener('online', flush);
      queue.stop();
      list.stop();
    },
  };
};
