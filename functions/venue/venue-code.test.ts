import fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { makeToken } from '../invitations/invitation-token.ts';
import { toBase32 } from '../platform/ids.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import {
  hashPhone,
  isFresh,
  makePass,
  makePrintCode,
  makeScreenCode,
  passSeconds,
  readPass,
  readVenueCode,
  startOfStep,
  stepAt,
  venueLink,
} from './venue-code.ts';

const keys: TokenKeys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(9)]]) };
const stranger: TokenKeys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(8)]]) };
const session = fc.uint8Array({ minLength: 6, maxLength: 6 }).map(toBase32);
/** Until the year 2100: four bytes of seconds reach to 2106. */
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => new Date(ms));
const phone = fc.string({ unit: fc.constantFrom(...'abcdef0123456789'), minLength: 16, maxLength: 40 });
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const changedAt = (text: string, place: number, shift: number): string =>
  text.slice(0, place) + alphabet[(alphabet.indexOf(text.charAt(place)) + shift) % 32] + text.slice(place + 1);

describe('the code on the screen', () => {
  test('is fresh in its own 30 seconds and the next, and at no other moment', () => {
    fc.assert(
      fc.property(session, instant, fc.integer({ min: -86_400_000, max: 86_400_000 }), (of, shown, after) => {
        const content = readVenueCode(keys, makeScreenCode(keys, of, stepAt(shown)));
        expect(content).toEqual({ session: of, evidence: 'VENUE_SCREEN', step: stepAt(shown) });
        const asked = new Date(Math.max(0, shown.getTime() + after));
        const age = asked.getTime() - startOfStep(stepAt(shown)).getTime();
        expect(content && isFresh(content, asked)).toBe(age >= 0 && age < 60_000);
      }),
      { numRuns: 500 },
    );
  });

  test('is good for 30 seconds at least and 60 at most after it was read off the screen', () => {
    fc.assert(
      fc.property(session, instant, fc.nat(59_999), (of, shown, wait) => {
        const code = readVenueCode(keys, makeScreenCode(keys, of, stepAt(shown)));
        const asked = new Date(shown.getTime() + wait);
        if (wait <= 30_000) expect(code && isFresh(code, asked)).toBe(true);
        expect(code && isFresh(code, new Date(shown.getTime() + 60_000))).toBe(false);
      }),
    );
  });
});

describe('the printed code', () => {
  test('is the same at every moment, and says that it is a print', () => {
    fc.assert(
      fc.property(session, instant, (of, now) => {
        const content = readVenueCode(keys, makePrintCode(keys, of));
        expect(content).toEqual({ session: of, evidence: 'VENUE_PRINT', step: 0 });
        expect(content && isFresh(content, now)).toBe(true);
      }),
    );
  });
});

describe('a venue code', () => {
  test('with any one character changed is nobody’s, and reads in either case', () => {
    fc.assert(
      fc.property(session, instant, fc.nat(36), fc.integer({ min: 1, max: 31 }), (of, now, place, shift) => {
        const code = makeScreenCode(keys, of, stepAt(now));
        expect(code).toMatch(/^[A-Z2-7]{37}$/);
        expect(readVenueCode(keys, code.toLowerCase())).toEqual(readVenueCode(keys, code));
        expect(readVenueCode(keys, changedAt(code, place, shift))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('of another secret, of another purpose, or anything else, is nobody’s and never an error', () => {
    expect(readVenueCode(keys, makeScreenCode(stranger, 'aaaaaaaaaa', 1))).toBeUndefined();
    expect(
      readVenueCode(keys, makeToken(keys, { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 })),
    ).toBeUndefined();
    const { pass } = makePass(keys, { session: 'aaaaaaaaaa', evidence: 'VENUE_SCREEN' }, 'a'.repeat(16), new Date(0));
    expect(readVenueCode(keys, pass)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readVenueCode(keys, text)).toBeUndefined();
      }),
    );
  });

  test('makes a QR of version 4 at level M behind a usual host', () => {
    const link = venueLink('https://hadir.lahatkab.go.id', makeScreenCode(keys, 'aaaaaaaaaa', stepAt(new Date())));
    expect(QRCode.create(link, { errorCorrectionLevel: 'M' }).version).toBe(4);
  });
});

describe('a pass', () => {
  test('reads back for the phone that got it, for five minutes, and for no other phone', () => {
    fc.assert(
      fc.property(
        session,
        instant,
        phone,
        phone,
        fc.constantFrom('VENUE_SCREEN', 'VENUE_PRINT'),
        (of, now, own, other, evidence) => {
          const { pass, until } = makePass(keys, { session: of, evidence }, own, now);
          expect(readPass(keys, pass, own)).toEqual({ session: of, evidence, until, phone: hashPhone(of, own) });
          const lasts = until.getTime() - now.getTime();
          expect(lasts).toBeGreaterThan((passSeconds - 1) * 1000);
          expect(lasts).toBeLessThanOrEqual(passSeconds * 1000);
          if (other !== own) expect(readPass(keys, pass, other)).toBeUndefined();
        },
      ),
    );
  });

  test('with any one character changed, or made with another secret, is nobody’s', () => {
    const of = { session: 'aaaaaaaaaa', evidence: 'VENUE_PRINT' } as const;
    const own = 'abcdef0123456789';
    fc.assert(
      fc.property(fc.nat(51), fc.integer({ min: 1, max: 31 }), (place, shift) => {
        const { pass } = makePass(keys, of, own, new Date(0));
        expect(pass).toMatch(/^[A-Z2-7]{52}$/);
        expect(readPass(keys, changedAt(pass, place, shift), own)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(readPass(keys, makePass(stranger, of, own, new Date(0)).pass, own)).toBeUndefined();
  });

  test('one phone has another hash in another session', () => {
    expect(hashPhone('aaaaaaaaaa', 'abcdef0123456789')).not.toBe(hashPhone('baaaaaaaaa', 'abcdef0123456789'));
  });
});
