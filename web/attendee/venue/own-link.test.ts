import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeToken } from '../../../functions/invitations/invitation-token.ts';
import { toBase32 } from '../../../functions/platform/ids.ts';
import { sessionOfToken } from '../../shared/session-of-token.ts';
import { codeInPath, tokenInText } from './own-link.ts';

const keys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };
const id = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toBase32);

describe('what a person pastes', () => {
  const token = makeToken(keys, { session: 'aaaaaaaaaa', invitation: 'bbbbbbbb', version: 1 });

  it('gives the token of a link, of a whole message, or of the bare code', () => {
    for (const text of [
      `https://hadir.lahatkab.go.id/c/${token}`,
      `HTTPS://HADIR.LAHATKAB.GO.ID/C/${token}`,
      ` ${token.toLowerCase()}\n`,
      `https://hadir.example/c/${token}#ikrar`,
      `Yth. Camat Lahat,\nundangan rakor: https://hadir.example/c/${token.toLowerCase()}. Terima kasih.`,
    ])
      expect(tokenInText(text)).toBe(token);
  });

  it('gives nothing for a cut-off link, a venue code or other words', () => {
    for (const text of [
      '',
      'https://hadir.example/c/',
      `https://hadir.example/c/${token.slice(0, 30)}`,
      `/c/${token}A`,
    ])
      expect(tokenInText(text)).toBeUndefined();
    expect(tokenInText(`https://hadir.example/h/${token.slice(2)}`)).toBeUndefined();
  });

  it('names its session without the key that made it', () => {
    fc.assert(
      fc.property(id(6), id(5), fc.integer({ min: 1, max: 255 }), (session, invitation, version) => {
        expect(sessionOfToken(makeToken(keys, { session, invitation, version }))).toBe(session);
      }),
    );
  });

  it('reads the venue code off the address in either case', () => {
    expect(codeInPath('/h/ABC')).toBe('ABC');
    expect(codeInPath('/H/ABC/')).toBe('ABC');
    expect(codeInPath('/c/ABC')).toBe('');
  });
});
