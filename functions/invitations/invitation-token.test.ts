import fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import { toBase32 } from '../platform/ids.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { codeOf } from './code-address.ts';
import { makeToken, readToken, tokenInScan } from './invitation-token.ts';

const keys: TokenKeys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(9)]]) };
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => toBase32(array));
const content = fc.record({
  session: bytes(6),
  invitation: bytes(5),
  version: fc.integer({ min: 1, max: 255 }),
});
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

describe('an invitation token', () => {
  test('reads back as what was put in, in either case, bare or inside its address', () => {
    fc.assert(
      fc.property(content, (value) => {
        const token = makeToken(keys, value);
        expect(token).toMatch(/^[A-Z2-7]{39}$/);
        expect(readToken(keys, token)).toEqual(value);
        expect(readToken(keys, token.toLowerCase())).toEqual(value);
        expect(readToken(keys, codeOf('https://hadir.example', token))).toEqual(value);
        expect(readToken(keys, ` https://hadir.example/c/${token}?x=1 \n`)).toEqual(value);
      }),
    );
  });

  test('with any one character changed is nobody’s', () => {
    fc.assert(
      fc.property(content, fc.nat(38), fc.integer({ min: 1, max: 31 }), (value, place, shift) => {
        const token = makeToken(keys, value);
        const other = alphabet[(alphabet.indexOf(token.charAt(place)) + shift) % 32];
        const changed = token.slice(0, place) + other + token.slice(place + 1);
        expect(readToken(keys, changed)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('of another secret, or of a key that was removed, is nobody’s', () => {
    const value = { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 };
    const stranger: TokenKeys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(8)]]) };
    expect(readToken(keys, makeToken(stranger, value))).toBeUndefined();
    const older: TokenKeys = { current: 2, secrets: new Map([[2, new Uint8Array(32).fill(9)]]) };
    expect(readToken(keys, makeToken(older, value))).toBeUndefined();
    const rotated: TokenKeys = { current: 3, secrets: new Map([...keys.secrets, ...older.secrets]) };
    expect(readToken(rotated, makeToken(older, value))).toEqual(value);
  });

  test('anything else that a camera may read is nobody’s, and never an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readToken(keys, text)).toBeUndefined();
      }),
    );
    for (const scan of ['', 'https://example.com', 'A'.repeat(39), '0'.repeat(39)]) {
      expect(readToken(keys, scan)).toBeUndefined();
    }
    expect(tokenInScan('WIFI:S:aula;;')).toBe('');
  });

  test('makes a QR of version 4 at level M behind a host of up to 21 characters', () => {
    const token = makeToken(keys, { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 });
    const version = (origin: string) => QRCode.create(codeOf(origin, token), { errorCorrectionLevel: 'M' }).version;
    expect(version('https://hadir.lahatkab.go.id')).toBe(4);
    expect(version('https://hadir.example')).toBe(4);
  });
});
