import { describe, expect, it } from 'vitest';
import { makeToken } from '../../../functions/invitations/invitation-token.ts';
import { hashOfToken, readCode } from './code.ts';

const keys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(5)]]) };
const token = makeToken(keys, { session: 'mrdgwztvoe', invitation: 'k5xw4zlt', version: 2 });
const content = { token, session: 'mrdgwztvoe', invitation: 'k5xw4zlt', version: 2 };

describe('what a code says of itself', () => {
  it('is read from the token alone or from its address, in either case', () => {
    expect(readCode(token)).toEqual(content);
    expect(readCode(`HTTPS://HADIR.TEST/C/${token}`)).toEqual(content);
    expect(readCode(` https://hadir.test/c/${token.toLowerCase()}?x=1`)).toEqual(content);
  });

  it('is read for every version, session and invitation', () => {
    for (const version of [1, 7, 128, 255])
      expect(readCode(makeToken(keys, { session: 'aaaaaaaaai', invitation: '77777777', version }))).toMatchObject({
        session: 'aaaaaaaaai',
        invitation: '77777777',
        version,
      });
  });

  it('is nothing in anything else', () => {
    for (const text of ['https://example.org/', token.slice(1), `${token}A`, '', `https://hadir.test/pintu/#${token}`])
      expect(readCode(text)).toBeUndefined();
  });

  it('has the hash that the door list holds: 12 bytes of SHA-256 in base64url', async () => {
    // printf ABC | openssl dgst -sha256 -binary | head -c 12 | basenc --base64url
    expect(await hashOfToken('ABC')).toBe('tdQEXD9Gb6kf4sxq');
  });
});
