import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anEntry, idOf } from '../../../test/support/door-kit.ts';
import type { Door, DoorListEntry, LogEntry, ScanInput, Verdict } from '../core/door.ts';
import { makeDesk } from './desk.ts';

const now = Date.parse('2024-06-27T01:00:00.000Z');

const makeDoor = (verdict: Verdict = { kind: 'ADMITTED', late: false }) => {
  const log = signal<readonly LogEntry[]>([]);
  const taken: ScanInput[] = [];
  const take: Door['take'] = async (input) => {
    taken.push(input);
    const nonce = `nonce-${taken.length}`;
    const entry: LogEntry = {
      nonce,
      at: new Date(now).toISOString(),
      input,
      entry: undefined,
      verdict,
      state: 'saved',
      seen: false,
    };
    log.value = [entry, ...log.value];
    return nonce;
  };
  const link = signal({ reachable: true });
  const mayChange = vi.fn((_nonce: string) => true);
  const isRecent = vi.fn((_nonce: string) => true);
  const undo = vi.fn(async (_nonce: string, _reason: string) => true);
  const entries = signal<ReadonlyMap<string, DoorListEntry>>(new Map());
  const door = { log, link, take, mayChange, isRecent, undo, entries, stop: () => undefined } as unknown as Door;
  return { door, log, taken, mayChange, isRecent, undo, entries };
};

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the desk', () => {
  it('shows the verdict of a scan until it is dismissed', async () => {
    const { door } = makeDoor();
    const desk = makeDesk(door, () => undefined);
    expect(desk.takeCode('a')).toBe(true);
    expect([desk.covered.value, desk.shown.value]).toEqual([true, undefined]);
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.shown.value?.nonce).toBe('nonce-1');
    desk.dismiss();
    expect([desk.covered.value, desk.shown.value]).toEqual([false, undefined]);
  });

  it('shows what the server answered in the place of what was shown, and lets it be heard', async () => {
    const { door, log } = makeDoor();
    const sounds: string[] = [];
    const desk = makeDesk(door, (tone) => sounds.push(tone));
    desk.takeCode('a');
    await vi.advanceTimersByTimeAsync(0);
    log.value = [...log.value];
    const refused: Verdict = { kind: 'REFUSED', reason: 'REVOKED' };
    log.value = log.value.map((entry) => ({ ...entry, state: 'overruled', verdict: refused }));
    expect(desk.shown.value?.verdict).toEqual(refused);
    expect(sounds).toEqual(['good', 'bad']);
  });

  it('does not let the next code wipe a stop away at once, and takes it a little later', async () => {
    const { door, taken } = makeDoor({ kind: 'REFUSED', reason: 'UNKNOWN' });
    const desk = makeDesk(door, () => undefined);
    desk.takeCode('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.takeCode('b')).toBe(false);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(desk.takeCode('b')).toBe(true);
    expect(taken).toHaveLength(2);
  });

  it('takes what a scanner types over a stop: somebody pulled the trigger', async () => {
    const { door, taken } = makeDoor({ kind: 'REFUSED', reason: 'UNKNOWN' });
    const desk = makeDesk(door, () => undefined);
    desk.takeTyped('a');
    await vi.advanceTimersByTimeAsync(0);
    desk.takeTyped('b');
    await vi.advanceTimersByTimeAsync(0);
    expect([taken.length, desk.shown.value?.nonce]).toEqual([2, 'nonce-2']);
  });

  it('takes who comes for one scan only, without what is not known of a delegate', async () => {
    const { door, taken } = makeDoor();
    const desk = makeDesk(door, () => undefined);
    desk.coming.value = { who: 'delegate', delegate: { name: ' Ahmad ', office: '' } };
    desk.takeCode('a');
    desk.takeCode('b');
    expect(taken).toEqual([
      { target: { code: 'a' }, who: 'delegate', delegate: { name: 'Ahmad' } },
      { target: { code: 'b' }, who: 'roster' },
    ]);
  });

  it('checks one person in for the other offices that nobody is there for, a scan each, and leaves the verdict standing', async () => {
    const { door, taken, entries, log, isRecent } = makeDoor();
    const entry = await anEntry(1, { alsoHolds: [idOf(2), idOf(3)] });
    const present = { at: '2024-06-27T01:00:00.000Z', door: 'B', mode: 'IN_PERSON', who: 'holder' } as const;
    entries.value = new Map([entry, await anEntry(2), await anEntry(3, { present })].map((each) => [each.id, each]));
    const desk = makeDesk(door, () => undefined);
    desk.takeCode('a');
    await vi.advanceTimersByTimeAsync(0);
    const scanned = { ...(log.value[0] as LogEntry), entry };
    await desk.takeOthers(scanned);
    expect(taken.slice(1)).toEqual([{ target: { invitation: idOf(2), sameAs: idOf(1) }, who: 'roster' }]);
    expect(desk.shown.value?.nonce).toBe('nonce-1');
    isRecent.mockReturnValue(false);
    expect(desk.othersOf(scanned)).toEqual([]);
  });

  it('takes a scan back with those that were chosen, and these only where it could itself be taken back', async () => {
    const { door, log, undo } = makeDoor();
    const desk = makeDesk(door, () => undefined);
    desk.takeCode('a');
    desk.takeCode('b');
    await vi.advanceTimersByTimeAsync(0);
    const [second, first] = log.value as [LogEntry, LogEntry];
    expect(await desk.undo(first, [second], 'salah orang')).toBe(true);
    expect(undo.mock.calls).toEqual([
      ['nonce-1', 'salah orang'],
      ['nonce-2', 'salah orang'],
    ]);
    undo.mockReset().mockResolvedValue(false);
    expect(await desk.undo(first, [second], 'salah orang')).toBe(false);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('takes a code that was typed twice within three seconds once', () => {
    const { door, taken } = makeDoor();
    const desk = makeDesk(door, () => undefined);
    desk.takeTyped('a');
    desk.takeTyped('a');
    expect(taken).toHaveLength(1);
  });

  it('offers to correct who came while the door may change the scan, and never for guests', async () => {
    const { door, log, mayChange } = makeDoor();
    const desk = makeDesk(door, () => undefined);
    desk.takeCode('a');
    await vi.advanceTimersByTimeAsync(0);
    const entry = log.value[0] as LogEntry;
    expect(desk.mayCorrect(entry)).toBe(true);
    const guest = { target: { guest: { office: 'Danramil' } }, who: 'roster' } as const;
    expect(desk.mayCorrect({ ...entry, input: guest })).toBe(false);
    mayChange.mockReturnValue(false);
    expect(desk.mayCorrect(entry)).toBe(false);
    expect(mayChange).toHaveBeenCalledWith(entry.nonce);
  });
});
