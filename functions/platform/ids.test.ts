import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, makeSessionId, makeUnitId, regencyOfSession, toBase32 } from './ids.ts';

const regency = fc
  .tuple(fc.integer({ min: 11, max: 99 }), fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }))
  .map(([province, city]) => (city === undefined ? `${province}` : `${province}.${String(city).padStart(2, '0')}`));

describe('ids', () => {
  test('a session’s id says its regency, also when a province is the tenant', () => {
    fc.assert(
      fc.property(regency, fc.string(), (code, key) => {
        const id = makeSessionId(code, key);
        expect(id).toMatch(/^[a-z2-7]{10}$/);
        expect(regencyOfSession(id)).toBe(code);
        expect(regencyOfSession(id.toUpperCase())).toBe(code);
      }),
    );
  });

  test('the same key gives the same id, another key or regency another', () => {
    expect(makeSessionId('16.04', 'k')).toBe(makeSessionId('16.04', 'k'));
    expect(makeSessionId('16.04', 'k')).not.toBe(makeSessionId('16.04', 'l'));
    expect(makeUnitId('16.04', 'a')).not.toBe(makeUnitId('16.05', 'a'));
  });

  test('parts that join to the same text do not give the same id', () => {
    expect(makeUnitId('16.04', 'ab')).not.toBe(makeUnitId('16.0', '4ab'));
  });

  test('base32 reads back, and refuses what it never writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
    expect(() => fromBase32('a1')).toThrow();
    expect(() => fromBase32('ab')).toThrow();
  });
});
