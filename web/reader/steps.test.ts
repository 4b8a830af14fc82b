import { describe, expect, it } from 'vitest';
import {
  hashOf,
  largestFitting,
  placeOfScale,
  scaleAt,
  scales,
  stepInHash,
  stepsOf,
  turned,
  turnOfKey,
  turnOfTouch,
} from './steps.ts';

const steps = stepsOf({ opening: 'Kami berikrar:', points: ['Satu', 'Dua'], closing: 'Demikian.' });

describe('the steps of a reading', () => {
  it('are the opening, each point with its number, and the closing', () => {
    expect(steps).toEqual([
      { kind: 'opening', text: 'Kami berikrar:' },
      { kind: 'point', number: 1, text: 'Satu' },
      { kind: 'point', number: 2, text: 'Dua' },
      { kind: 'closing', text: 'Demikian.' },
    ]);
  });

  it('turn one by one and hold at both ends', () => {
    expect([turned(0, 'previous', 4), turned(0, 'next', 4), turned(2, 'next', 4), turned(3, 'next', 4)]).toEqual([
      0, 1, 3, 3,
    ]);
    expect([turned(2, 'first', 4), turned(1, 'last', 4)]).toEqual([0, 3]);
  });

  it('come back from the address as they were written there, whatever else stands in it', () => {
    expect(steps.map((_, at) => stepInHash(hashOf(at), steps.length))).toEqual([0, 1, 2, 3]);
    expect(['', '#', '#isi', '#0', '#99', '#-1'].map((hash) => stepInHash(hash, 4))).toEqual([0, 0, 0, 0, 3, 0]);
  });
});

describe('what turns a step', () => {
  it('is an arrow, space, or a presenter remote', () => {
    const turns = ['ArrowRight', 'PageDown', ' ', 'ArrowLeft', 'PageUp', 'Home', 'End'].map((key) =>
      turnOfKey({ key }),
    );
    expect(turns).toEqual(['next', 'next', 'next', 'previous', 'previous', 'first', 'last']);
    expect(turnOfKey({ key: ' ', shiftKey: true })).toBe('previous');
  });

  it('is no key of the browser, and none that scrolls or types', () => {
    expect(turnOfKey({ key: 'ArrowLeft', altKey: true })).toBeUndefined();
    expect(['ArrowDown', 'ArrowUp', 'a', 'Enter', 'Tab', 'Escape'].map((key) => turnOfKey({ key }))).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('is a tap, which goes back on the left third only, or a swipe across', () => {
    const touch = (fromX: number, toX: number, down = 0) =>
      turnOfTouch({ x: fromX, y: 100 }, { x: toX, y: 100 + down }, 900);
    expect([touch(299, 299), touch(301, 305)]).toEqual(['previous', 'next']);
    expect([touch(600, 500), touch(300, 400)]).toEqual(['next', 'previous']);
    expect([touch(600, 570), touch(600, 500, 90)]).toEqual([undefined, undefined]);
  });
});

describe('the size of the letters', () => {
  it('is the largest that fits, and never below the least', () => {
    expect(largestFitting(20, 112, (size) => size <= 57)).toBe(57);
    expect(largestFitting(20, 112, () => true)).toBe(112);
    expect(largestFitting(20, 112, () => false)).toBe(20);
    expect(largestFitting(20, 12, () => true)).toBe(20);
  });

  it('is remembered as a scale, and fits the display unless told otherwise', () => {
    expect(scales.map((scale) => scaleAt(placeOfScale(String(scale))))).toEqual([...scales]);
    expect([null, '', '7', 'x'].map((kept) => scaleAt(placeOfScale(kept)))).toEqual([1, 1, 1, 1]);
  });
});
