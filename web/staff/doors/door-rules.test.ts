import { describe, expect, it } from 'vitest';
import {
  type DoorShown,
  minutesFast,
  nameFits,
  nameTaken,
  nextFreeName,
  quietAfterMs,
  shownDoors,
  standingOf,
  sumUp,
  tally,
} from './door-rules.ts';

const now = Date.parse('2024-06-27T02:00:00.000Z');
const past = (ms: number): string => new Date(now - ms).toISOString();

const door = (name: string, changes: Partial<DoorShown> = {}): DoorShown => ({
  id: `id-${name}`,
  session: 's',
  name,
  state: 'PAIRED',
  createdAt: past(3_600_000),
  pairedAt: past(3_500_000),
  clockOff: false,
  asOf: past(0),
  contact: { at: past(1_000), unsent: 0, appVersion: '1' },
  ...changes,
});
const silent = (ms: number): Partial<DoorShown> => ({ contact: { at: past(ms), unsent: 0, appVersion: '1' } });

describe('the name that is proposed for a new door', () => {
  it('is the first that is free', () => {
    expect(nextFreeName([])).toBe('Pintu A');
    expect(nextFreeName([door('Pintu A'), door('Pintu C')])).toBe('Pintu B');
    expect(nextFreeName([door('pintu  a '), door('Pintu VIP')])).toBe('Pintu B');
  });

  it('is not that of a door that was cut off: its records bear that name', () => {
    expect(nextFreeName([door('Pintu A', { state: 'CUT_OFF' })])).toBe('Pintu B');
  });

  it('may be that of a code that nobody used', () => {
    expect(nextFreeName([door('Pintu A', { state: 'EXPIRED' })])).toBe('Pintu A');
    expect(nameTaken([door('Pintu A', { state: 'EXPIRED' })], 'Pintu A')).toBe(false);
    expect(nameTaken([door('Pintu A', { state: 'WAITING' })], ' pintu a')).toBe(true);
  });

  it('goes on after Z', () => {
    const all = Array.from({ length: 26 }, (_, index) => door(`Pintu ${String.fromCharCode(65 + index)}`));
    expect(nextFreeName(all)).toBe('Pintu AA');
    expect(nextFreeName([...all, door('Pintu AA')])).toBe('Pintu AB');
  });

  it('has the letters that the API takes', () => {
    expect(nameFits('Pintu A')).toBe(true);
    for (const name of ['', '   ', 'Pintu <A>', 'x'.repeat(31)]) expect(nameFits(name), name).toBe(false);
  });
});

describe('how a door stands', () => {
  it('is silent once it has not been heard of for longer than the limit', () => {
    expect(standingOf(door('A', silent(quietAfterMs)))).toBe('PAIRED');
    expect(standingOf(door('A', silent(quietAfterMs + 1)))).toBe('QUIET');
  });

  it('counts from its pairing while it has never been heard of', () => {
    const { contact: _, ...fresh } = door('A', { pairedAt: past(5_000) });
    expect(standingOf(fresh)).toBe('PAIRED');
    expect(standingOf({ ...fresh, pairedAt: past(quietAfterMs + 1) })).toBe('QUIET');
  });

  it('stays what it is when it was never paired or is cut off', () => {
    for (const state of ['WAITING', 'EXPIRED', 'CUT_OFF'] as const)
      expect(standingOf(door('A', { state, ...silent(9e9) }))).toBe(state);
  });

  it('is summed up, with what a cut-off door still holds', () => {
    const held = (unsent: number) => ({ contact: { at: past(1_000), unsent, appVersion: '1' } });
    const doors = [
      door('Pintu A'),
      door('Pintu B', { ...held(3), clockOff: true }),
      door('Pintu C', silent(9e6)),
      door('Pintu D', { state: 'CUT_OFF', ...held(2) }),
      door('Pintu E', { state: 'WAITING' }),
    ];
    expect(sumUp(doors)).toEqual({
      working: 2,
      quiet: 1,
      clockOff: 1,
      sure: false,
      allSent: false,
      holding: ['Pintu B', 'Pintu D'],
      unsent: 5,
    });
  });

  it('is sure of what is unsent only while no door is silent, nor was when it was cut off', () => {
    const cutOff = (ms: number): DoorShown => door('Pintu B', { state: 'CUT_OFF', cutOffAt: past(0), ...silent(ms) });
    const never = door('Pintu B', { state: 'CUT_OFF', cutOffAt: past(0) });
    const { pairedAt: _, contact: __, ...unpaired } = never;
    const sure = (...doors: DoorShown[]) => sumUp([door('Pintu A'), ...doors]).sure;
    expect([sure(), sure(cutOff(5_000)), sure(unpaired)]).toEqual([true, true, true]);
    expect([sure(cutOff(9e6)), sure(door('Pintu C', silent(9e6)))]).toEqual([false, false]);
  });

  it('says that all is sent only of doors that a device has worked', () => {
    const { pairedAt: _, contact: __, ...unpaired } = door('Pintu B', { state: 'WAITING' });
    const allSent = (...doors: DoorShown[]) => sumUp(doors).allSent;
    expect([allSent(), allSent(unpaired), allSent(door('Pintu A')), allSent(door('Pintu A'), unpaired)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(allSent(door('Pintu A', { contact: { at: past(0), unsent: 1, appVersion: '1' } }))).toBe(false);
  });

  it('tells by how much a clock is off: the offset is what the device lacks', () => {
    expect(minutesFast(-302_000)).toBe(5);
    expect(minutesFast(181_000)).toBe(-3);
  });
});

describe('the list of doors', () => {
  it('is by name, and leaves out a code that ran out once its door was made anew', () => {
    const old = door('Pintu B', { id: 'old', state: 'EXPIRED' });
    const names = (doors: DoorShown[]) => shownDoors(doors).map(({ id }) => id);
    expect(names([door('Pintu B', { id: 'new' }), old, door('Pintu A', { id: 'a' })])).toEqual(['a', 'new']);
    expect(names([old])).toEqual(['old']);
    expect(names([old, { ...old, id: 'older-still' }])).toEqual(['older-still']);
  });
});

describe('what became of an exported file', () => {
  it('is counted by group, every entry once', () => {
    const results = [
      'accepted',
      'counted',
      'undone',
      'corrected',
      'replayed',
      'already',
      'refused',
      'problem',
      'invalid',
      'retry',
    ];
    const answers = results.map((result) => ({ result })) as Parameters<typeof tally>[0]['answers'];
    expect(tally({ answers })).toEqual({ taken: 4, known: 1, already: 1, refused: 2, broken: 1, again: 1 });
  });
});
