import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldUntil, holdCodes, showingAt } from './codes.ts';

const start = Date.parse('2024-06-27T01:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();
const answer = (asOf: number) => ({
  asOf: iso(asOf),
  stepSeconds: 30,
  codes: Array.from({ length: 11 }, (_, index) => ({
    link: `code ${index}`,
    svg: '',
    from: iso(start + index * 30_000),
    until: iso(start + (index + 1) * 30_000),
  })),
});

describe('the code on the screen', () => {
  it('is the one of the engine’s time, whatever the machine’s clock shows', () => {
    const offset = fc.integer({ min: -(10 ** 11), max: 10 ** 11 });
    fc.assert(
      fc.property(offset, fc.nat(29_999), fc.nat(330_000), (wrong, into, later) => {
        const asOf = start + into;
        const held = holdCodes(answer(asOf), asOf + wrong);
        const engine = asOf + later;
        const { code, leftMs } = showingAt(held, engine + wrong);
        const index = Math.floor((engine - start) / 30_000);
        expect(code?.link).toBe(index <= 10 ? `code ${index}` : undefined);
        if (code) expect(leftMs).toBe(30_000 - ((engine - start) % 30_000));
      }),
    );
  });

  it('is none when all that were held have ended', () => {
    const held = holdCodes(answer(start), start);
    expect(heldUntil(held)).toBe(iso(start + 330_000));
    expect(showingAt(held, start + 329_999).code?.link).toBe('code 10');
    expect(showingAt(held, start + 330_000)).toEqual({ code: undefined, leftMs: 0 });
  });
});
