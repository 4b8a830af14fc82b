import { describe, expect, it } from 'vitest';
import { makeToken } from '../../../functions/invitations/invitation-token.ts';
import { invitationInCode } from './code-content.ts';

const keys = { current: 3, secrets: new Map([[3, new Uint8Array(32).fill(5)]]) };
const token = makeToken(keys, { session: 'mrdgwztvoe', invitation: 'k5xw4zlt', version: 2 });

describe('the invitation in a code', () => {
  it('is read from the token alone or from its address, in either case', () => {
    expect(invitationInCode(token)).toBe('k5xw4zlt');
    expect(invitationInCode(`HTTPS://HADIR.TEST/C/${token}`)).toBe('k5xw4zlt');
    expect(invitationInCode(`https://hadir.test/c/${token.toLowerCase()}?x=1`)).toBe('k5xw4zlt');
  });

  it('is not found in anything else', () => {
    expect(invitationInCode('https://example.org/')).toBeUndefined();
    expect(invitationInCode(token.slice(1))).toBeUndefined();
    expect(invitationInCode('')).toBeUndefined();
  });
});
