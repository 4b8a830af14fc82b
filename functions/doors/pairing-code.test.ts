import { expect, test } from 'vitest';
import { makeToken } from '../invitations/invitation-token.ts';
import { makeDoorId, makeSessionId } from '../platform/ids.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { makePairingCode, pairingLink, readPairingCode } from './pairing-code.ts';

const keys = (fill: number, id = 1): TokenKeys => ({
  current: id,
  secrets: new Map([[id, new Uint8Array(32).fill(fill)]]),
});
const session = makeSessionId('16.04', 'pairing');
const door = makeDoorId(session, 'key-of-the-door');
const code = makePairingCode(keys(1), { session, door });

test('39 characters that name the door, bare or in the address, in either case', () => {
  expect(code).toMatch(/^[A-Z2-7]{39}$/);
  const link = pairingLink('https://hadir.test', code);
  expect(link).toBe(`https://hadir.test/pintu/#${code}`);
  for (const text of [code, ` ${code.toLowerCase()}\n`, link]) {
    expect(readPairingCode(keys(1), text)).toEqual({ session, door });
  }
});

test('an invitation’s code pairs nothing, though it is laid out alike; a code of another key neither', () => {
  expect(readPairingCode(keys(1), makeToken(keys(1), { session, invitation: door, version: 1 }))).toBeUndefined();
  expect(readPairingCode(keys(2), code)).toBeUndefined();
  expect(readPairingCode(keys(1, 9), code)).toBeUndefined();
  for (const text of ['', '#', 'A'.repeat(39), code.slice(1), `${code}A`]) {
    expect(readPairingCode(keys(1), text)).toBeUndefined();
  }
});

test('one character changed anywhere makes it worthless', () => {
  for (let index = 0; index < code.length; index += 1) {
    const other = code[index] === 'B' ? 'C' : 'B';
    const changed = code.slice(0, index) + other + code.slice(index + 1);
    expect(readPairingCode(keys(1), changed)).toBeUndefined();
  }
});
