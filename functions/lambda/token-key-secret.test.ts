import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeToken, readToken } from '../invitations/invitation-token.ts';
import { parseTokenKeys, tokenKeyText } from '../platform/token-key-text.ts';

const key = () => randomBytes(32).toString('base64url');
const content = { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 };

test('a rotated key makes new tokens while the older one still verifies', () => {
  const [first, second] = [key(), key()];
  const before = parseTokenKeys(JSON.stringify({ current: 1, 1: first }));
  const after = parseTokenKeys(JSON.stringify({ current: 2, 1: first, 2: second }));
  expect(readToken(after, makeToken(before, content))).toEqual(content);
  expect(readToken(before, makeToken(after, content))).toBeUndefined();
});

test('what is written down is read as it was', () => {
  const keys = parseTokenKeys(JSON.stringify({ current: 9, 1: key(), 9: key() }));
  expect(parseTokenKeys(tokenKeyText(keys))).toEqual(keys);
});

test('a key is 32 bytes, the same as on the laptop', () => {
  const secret = randomBytes(32);
  const keys = parseTokenKeys(JSON.stringify({ current: 7, 7: secret.toString('base64url') }));
  expect(keys.secrets.get(7)).toEqual(secret);
});

test('what CloudFormation generates, 43 letters and digits, is a key', () => {
  const generated = 'aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA3cD6fG9hJ2k';
  expect(parseTokenKeys(JSON.stringify({ current: 1, 1: generated })).secrets.get(1)).toHaveLength(32);
});

test('a key that came with an import is kept with its regencies, beside what was written before there were any', () => {
  const [own, moved] = [key(), key()];
  const text = JSON.stringify({ current: 1, 1: own, 77: { key: moved, regencies: ['16.04', '18'] } });
  const keys = parseTokenKeys(text);
  expect(keys.secrets.get(77)).toEqual(Buffer.from(moved, 'base64url'));
  expect(keys.regencies).toEqual(new Map([[77, new Set(['16.04', '18'])]]));
  expect(tokenKeyText(keys)).toBe(text);
  const before = JSON.stringify({ current: 1, 1: own, 77: moved });
  expect(parseTokenKeys(before).regencies).toBeUndefined();
  expect(tokenKeyText(parseTokenKeys(before))).toBe(before);
});

test('the key that makes new codes speaks for all: one that came with an import is not taken for it', () => {
  const text = JSON.stringify({ current: 77, 77: { key: key(), regencies: ['16.04'] } });
  expect(() => parseTokenKeys(text)).toThrow('77');
});

test.each([
  ['no JSON', 'hunter2hunter2'],
  ['no key of the current number', JSON.stringify({ current: 2, 1: key() })],
  ['a short key', JSON.stringify({ current: 1, 1: 'hunter2' })],
  ['a key without a number', JSON.stringify({ current: 1, 1: key(), spare: key() })],
  ['a moved key without regencies', JSON.stringify({ current: 1, 1: key(), 2: { key: key(), regencies: [] } })],
  ['a moved key of no regency', JSON.stringify({ current: 1, 1: key(), 2: { key: key(), regencies: ['hunter2'] } })],
  [
    'a moved key with something that this version does not know',
    JSON.stringify({ current: 1, 1: key(), 2: { key: key(), regencies: ['16.04'], hunter2: 'hunter2' } }),
  ],
  ['a number that does not fit one byte', JSON.stringify({ current: 300, 300: key() })],
])('%s is refused, without quoting the secret', (_, text) => {
  expect(() => parseTokenKeys(text)).toThrow(/^(?!.*hunter2)/s);
});
