import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { commit, plainText } from './commitment.ts';

const salt = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');

test('a commitment is SHA-256 over the salt and the field with its value', () => {
  const expected = createHash('sha256').update(salt).update('holder.name:Sahabadi', 'utf8').digest('hex');
  expect(commit(salt, 'holder.name', 'Sahabadi')).toBe(expected);
});

test('another salt is another commitment', () => {
  const other = Buffer.from(salt);
  other[31] = 0;
  expect(commit(other, 'holder.name', 'Sahabadi')).not.toBe(commit(salt, 'holder.name', 'Sahabadi'));
});

test('one name is committed to alike, however it was typed', () => {
  const [composed, decomposed] = ['Andr\u00e9', 'Andre\u0301'];
  expect(commit(salt, 'holder.name', decomposed)).toBe(commit(salt, 'holder.name', composed));
  expect(plainText(decomposed)).toBe(composed);
});

test('half a surrogate pair becomes what UTF-8 writes for it', () => {
  expect(plainText('a\ud800b')).toBe('a\ufffdb');
  expect(plainText('😀')).toBe('😀');
});

test('a short salt is refused', () => {
  expect(() => commit(salt.subarray(1), 'holder.name', 'Sahabadi')).toThrow(RangeError);
});
