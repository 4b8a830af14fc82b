import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn } from '../../test/support/fixtures.ts';
import { arrivalMinutes, arrivalsOf, latelyMinutes } from './arrival-rules.ts';

const asOf = '2024-06-27T01:00:30.000Z';
const at = (time: string, changes = {}) => aCheckIn({ at: `2024-06-27T${time}Z`, ...changes });

describe('arrivals', () => {
  test('by the minute of the corrected time, from the first to the last', () => {
    const checkIns = [
      at('00:50:00.000', { scannedAt: '2024-06-27T05:00:00.000Z' }),
      at('00:52:59.999'),
      at('00:50:59.999'),
    ];
    expect(arrivalsOf(checkIns, asOf)).toMatchObject({ from: '2024-06-27T00:50:00.000Z', perMinute: [2, 0, 1] });
  });

  test('who was back-entered or followed by video is none; a guest is one like any other', () => {
    const checkIns = [at('00:50:00.000', { mode: 'BACK_ENTERED' }), at('00:51:00.000', { mode: 'ONLINE' })];
    expect(arrivalsOf(checkIns, asOf)).toEqual({ from: null, perMinute: [], lately: [] });
    expect(arrivalsOf([...checkIns, at('00:59:00.000')], asOf)).toMatchObject({
      from: '2024-06-27T00:59:00.000Z',
      perMinute: [1],
    });
  });

  test('the last ten minutes apart for each door, in steps of sixty seconds back from the reading', () => {
    const a = { doorId: 'aaaaaaaa' };
    const checkIns = [
      at('01:00:30.000', a),
      at('00:59:30.001', a),
      at('00:59:30.000', a),
      at('00:50:30.001', a),
      // Ten minutes ago, and so not of the last ten.
      at('00:50:30.000', a),
      at('01:00:29.000', { doorId: 'bbbbbbbb' }),
      at('00:58:00.000'),
    ];
    const zeros = (changes: Record<number, number>) =>
      Array.from({ length: latelyMinutes }, (_, index) => changes[index] ?? 0);
    expect(arrivalsOf(checkIns, asOf).lately).toEqual([
      { door: null, perMinute: zeros({ 2: 1 }) },
      { door: 'aaaaaaaa', perMinute: zeros({ 0: 2, 1: 1, 9: 1 }) },
      { door: 'bbbbbbbb', perMinute: zeros({ 0: 1 }) },
    ]);
  });

  test('what came in while the data was read is of the last minute', () => {
    expect(arrivalsOf([at('01:00:30.900')], asOf).lately[0]?.perMinute[0]).toBe(1);
  });

  test('a device whose clock is days off pushes nobody out, whether it is early or late', () => {
    const usual = [at('00:50:00.000'), at('01:10:00.000')];
    const [early, late] = ['2024-06-01T00:00:00.000Z', '2024-07-20T00:00:00.000Z'].map((time) =>
      aCheckIn({ at: time }),
    );
    for (const wrong of [early, late]) {
      const { from, perMinute } = arrivalsOf([...usual, wrong as (typeof usual)[0]], asOf);
      expect(from).toBe('2024-06-27T00:50:00.000Z');
      expect(perMinute).toHaveLength(21);
      expect(perMinute.reduce((sum, count) => sum + count, 0)).toBe(2);
    }
  });

  test('never more than twelve hours, and in any order the same', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 3 * arrivalMinutes }), { maxLength: 40 });
    fc.assert(
      fc.property(minutes, (offsets) => {
        const checkIns = offsets.map((offset) =>
          aCheckIn({ at: new Date(Date.parse('2024-06-26T12:00:00Z') + offset * 60_000).toISOString() }),
        );
        const arrivals = arrivalsOf(checkIns, asOf);
        expect(arrivals.perMinute.length).toBeLessThanOrEqual(arrivalMinutes);
        // No other twelve hours hold more: counted with plain loops from every start.
        const most = Math.max(
          0,
          ...offsets.map((start) => offsets.filter((one) => one >= start && one < start + arrivalMinutes).length),
        );
        expect(arrivals.perMinute.reduce((sum, count) => sum + count, 0)).toBe(most);
        expect(arrivalsOf([...checkIns].reverse(), asOf)).toEqual(arrivals);
      }),
    );
  });
});
