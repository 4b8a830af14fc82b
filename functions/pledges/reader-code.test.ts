import { expect, test } from 'vitest';
import { sessionId } from '../../test/support/fixtures.ts';
import { makeToken, readToken } from '../invitations/invitation-token.ts';
import { makeSessionId } from '../platform/ids.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { readCheckCode } from '../seals/check-code.ts';
import { makeReaderCode, readReaderCode } from './reader-code.ts';

const keys: TokenKeys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };

test('it is 39 characters, in either case, and names one reading of one session', () => {
  const code = makeReaderCode(keys, sessionId, 'utama');
  expect(code).toMatch(/^[A-Z2-7]{39}$/);
  const read = readReaderCode(keys, code.toLowerCase());
  expect(read?.session).toBe(sessionId);
  expect(['utama', 'susulan', ''].map((id) => read?.names(id))).toEqual([true, false, false]);
  const other = readReaderCode(keys, makeReaderCode(keys, makeSessionId('16.04', 'other'), 'utama'));
  expect(other?.names('utama')).toBe(true);
  expect(other?.session).not.toBe(sessionId);
});

test('no character of it can be changed, and no other code is one', () => {
  const code = makeReaderCode(keys, sessionId, 'utama');
  for (let at = 0; at < code.length; at += 1) {
    const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
    expect(readReaderCode(keys, changed)).toBeUndefined();
  }
  const token = makeToken(keys, { session: sessionId, invitation: 'aaaaaaaa', version: 1 });
  expect(readReaderCode(keys, token)).toBeUndefined();
  expect(readToken(keys, code)).toBeUndefined();
  expect(readCheckCode(keys, code)).toBeUndefined();
});
