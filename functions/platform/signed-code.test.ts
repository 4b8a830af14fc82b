/** Codes of every purpose begin with their session: a key that may speak for some regencies is asked for all of them. */
import { describe, expect, test } from 'vitest';
import { makePairingCode, readPairingCode } from '../doors/pairing-code.ts';
import { everyToken, makeToken, readToken } from '../invitations/invitation-token.ts';
import { makeReaderCode, readReaderCode } from '../pledges/reader-code.ts';
import { makeCheckCode, readCheckCode } from '../seals/check-code.ts';
import { makePass, makePrintCode, makeScreenCode, readPass, readVenueCode } from '../venue/venue-code.ts';
import { makeSessionId } from './ids.ts';
import type { CodePurpose, TokenKeys } from './signed-code.ts';

const theirs: TokenKeys = { current: 77, secrets: new Map([[77, new Uint8Array(32).fill(8)]]) };
const ours = (...regencies: string[]): TokenKeys => ({
  current: 1,
  secrets: new Map([...theirs.secrets, [1, new Uint8Array(32).fill(7)]]),
  regencies: new Map([[77, new Set(regencies)]]),
});

interface Code {
  make: (keys: TokenKeys, session: string) => string;
  read: (keys: TokenKeys, code: string) => { session: string } | undefined;
}
const invitation = { invitation: 'bbbbbbbb', version: 1 };
/** A purpose that is added has its place here, or this does not compile. */
const codes: Record<CodePurpose, Code> = {
  invitation: { make: (keys, session) => makeToken(keys, { session, ...invitation }), read: readToken },
  pairing: { make: (keys, session) => makePairingCode(keys, { session, door: 'bbbbbbbb' }), read: readPairingCode },
  venue: { make: makePrintCode, read: readVenueCode },
  'venue-pass': {
    make: (keys, session) => makePass(keys, { session, evidence: 'VENUE_PRINT' }, 'phone', new Date(0)).pass,
    read: (keys, code) => readPass(keys, code, 'phone'),
  },
  reading: { make: (keys, session) => makeReaderCode(keys, session, 'pertama'), read: readReaderCode },
  check: { make: (keys, session) => makeCheckCode(keys, { session, role: 'SESSION' }), read: readCheckCode },
};

describe.each(Object.entries(codes))('a code for %s', (_, { make, read }) => {
  test.each(['16.04', '16.05', '16', '18.13', '18'])(
    'of %s is read with a key that came with it, and with no other’s',
    (regency) => {
      const session = makeSessionId(regency, 'key');
      const code = make(theirs, session);
      expect(read(ours(regency), code)).toMatchObject({ session });
      expect(read(ours('73.71', regency), code)).toMatchObject({ session });
      expect(read(ours('73.71'), code)).toBeUndefined();
      // What is made here is read here, wherever it is of.
      expect(read(ours('73.71'), make(ours('73.71'), session))).toMatchObject({ session });
    },
  );
});

test('the screen’s code at the entrance is one for the venue too', () => {
  const code = makeScreenCode(theirs, makeSessionId('18.13', 'key'), 5);
  expect(readVenueCode(ours('18.13'), code)).toMatchObject({ step: 5 });
  expect(readVenueCode(ours('16.04'), code)).toBeUndefined();
});

test('every token of an invitation: of the keys that may speak for it', () => {
  const content = { session: makeSessionId('18.13', 'key'), ...invitation };
  expect(everyToken(ours('16.04'), content)).toEqual([makeToken(ours(), content)]);
  expect(everyToken(ours('18.13'), content)).toContain(makeToken(theirs, content));
});
