import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctedTime, gateAnswer, type SessionGate } from './check-in-rules.ts';

const minute = 60_000;
const iso = (time: number) => new Date(time).toISOString();
const noon = Date.parse('2024-06-27T05:00:00Z');

describe('the corrected time of a scan', () => {
  test('is how long ago the scan was, whatever the door’s clock shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 11 }), fc.nat(600 * minute), (offset, age) => {
        const corrected = correctedTime(iso(noon + offset - age), iso(noon + offset), new Date(noon));
        expect(Date.parse(corrected)).toBe(noon - age);
      }),
    );
  });

  test('is the arrival’s where the difference is no wait but a clock that was set', () => {
    expect(correctedTime('1900-01-01T00:00:00.000Z', iso(noon), new Date(noon))).toBe(iso(noon));
  });

  test('is never later than its arrival, even when a clock jumped back in between', () => {
    expect(correctedTime(iso(noon + 5 * minute), iso(noon), new Date(noon))).toBe(iso(noon));
  });
});

describe('the gate of a session', () => {
  const gate = (state: SessionGate['state']): SessionGate => ({
    regency: '16.04',
    state,
    openedAt: iso(noon - 60 * minute),
    closedAt: state === 'CLOSED' ? iso(noon) : null,
  });

  test.each([
    ['DRAFT', 'SESSION_NOT_OPEN'],
    ['PUBLISHED', 'SESSION_NOT_OPEN'],
    ['OPEN', 'open'],
    ['CANCELLED', 'SESSION_CANCELLED'],
  ] as const)('%s answers %s', (state, answer) => {
    expect(gateAnswer(gate(state), iso(noon))).toBe(answer);
  });

  test('a scan of the session’s time that comes after closing is a late addendum; a later scan is not', () => {
    expect(gateAnswer(gate('CLOSED'), iso(noon - minute))).toBe('late');
    expect(gateAnswer(gate('CLOSED'), iso(noon))).toBe('late');
    expect(gateAnswer(gate('CLOSED'), iso(noon + 1))).toBe('SESSION_OVER');
    expect(gateAnswer(gate('CLOSED'), iso(noon - 61 * minute))).toBe('SESSION_OVER');
  });
});
