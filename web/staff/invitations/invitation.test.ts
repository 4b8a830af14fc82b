import { describe, expect, it } from 'vitest';
import { makeToken } from '../../../functions/invitations/invitation-token.ts';
import { codeVersionOf } from './invitation.ts';

describe('the version of the code in a link', () => {
  const keys = { current: 1, secrets: new Map([[1, new Uint8Array(32)]]) };
  it('is read where the API wrote it, in either case', () => {
    for (const version of [1, 2, 254]) {
      const token = makeToken(keys, { session: 'azcpsue6ay', invitation: 'abcdefgh', version });
      expect(codeVersionOf(`https://hadir.example/c/${token}`)).toBe(version);
      expect(codeVersionOf(`https://hadir.example/c/${token.toLowerCase()}`)).toBe(version);
    }
  });
});
