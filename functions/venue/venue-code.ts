/**
 * The code at the entrance, and the pass that a phone gets for it. Both prove themselves without a read, and neither holds
 * personal data.
 *
 * A code is 23 bytes in base32, 37 characters: session (6), kind (1), step (4), key id (1), the first 11 bytes of its MAC. The
 * step counts periods of 30 seconds, so that the screen's code changes and a photo of it is soon worth nothing; a print has step
 * 0 for good.
 *
 * A pass is 32 bytes, 52 characters: session (6), the second it ends (4), kind (1), the phone's hash (9), key id (1), MAC.
 */
import { digest, fromBase32, sessionIdBytes, toBase32 } from '../platform/ids.ts';
import { readCode, signCode, type TokenKeys } from '../platform/signed-code.ts';

export const stepSeconds = 30;
/** Time to find one's own invitation after the code was opened. */
export const passSeconds = 300;

/** In a record's order; the index stands in the code. */
const kinds = ['VENUE_SCREEN', 'VENUE_PRINT'] as const;
export type VenueEvidence = (typeof kinds)[number];

const phoneBytes = 9;
const codeLayout = { bytes: sessionIdBytes + 6, keyIdAt: sessionIdBytes + 5 };
const passLayout = { bytes: sessionIdBytes + 6 + phoneBytes, keyIdAt: sessionIdBytes + 5 + phoneBytes };

const fourBytes = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};
const numberAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

/** The period that an instant falls into. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / (stepSeconds * 1000));
/** When a period begins. */
export const startOfStep = (step: number): Date => new Date(step * stepSeconds * 1000);

const makeCode = (keys: TokenKeys, session: string, kind: VenueEvidence, step: number): string =>
  signCode(keys, 'venue', (keyId) =>
    Uint8Array.of(...fromBase32(session), kinds.indexOf(kind), ...fourBytes(step), keyId),
  );

export const makeScreenCode = (keys: TokenKeys, session: string, step: number): string =>
  makeCode(keys, session, 'VENUE_SCREEN', step);
export const makePrintCode = (keys: TokenKeys, session: string): string => makeCode(keys, session, 'VENUE_PRINT', 0);

/** What the phone's camera opens; in upper case it is a smaller QR. */
export const venueLink = (origin: string, code: string): string => `${origin}/H/${code}`.toUpperCase();

export interface VenueCodeContent {
  session: string;
  evidence: VenueEvidence;
  /** Of the screen's code; 0 for a print. */
  step: number;
}

/** What a code says, or undefined for anything that was not issued here: its age is asked by {@link isFresh}. */
export const readVenueCode = (keys: TokenKeys, code: string): VenueCodeContent | undefined => {
  const body = readCode(keys, 'venue', code, codeLayout);
  const evidence = body && kinds[body[sessionIdBytes] ?? -1];
  if (!body || !evidence) return undefined;
  return {
    session: toBase32(body.subarray(0, sessionIdBytes)),
    evidence,
    step: numberAt(body, sessionIdBytes + 1),
  };
};

/**
 * Whether a code may be opened now: the screen's during its own period and the next one, since people need seconds to hold a
 * phone up and the network takes its own. So no photo is good for longer than 60 seconds, and none of a coming period is yet.
 */
export const isFresh = ({ evidence, step }: VenueCodeContent, now: Date): boolean => {
  const current = stepAt(now);
  return evidence === 'VENUE_PRINT' || step === current || step === current - 1;
};

/**
 * What the record keeps of a phone: enough to see that one phone checked several people in at this session, useless anywhere
 * else. The phone's own name is random, so nobody finds it by trying.
 */
export const hashPhone = (session: string, phone: string): string =>
  Buffer.from(digest(phoneBytes, 'venue-phone', session, phone)).toString('base64url');

export interface VenuePass {
  session: string;
  evidence: VenueEvidence;
  until: Date;
  phone: string;
}

export const makePass = (
  keys: TokenKeys,
  { session, evidence }: Pick<VenuePass, 'session' | 'evidence'>,
  phone: string,
  now: Date,
): { pass: string; until: Date } => {
  const until = Math.floor(now.getTime() / 1000) + passSeconds;
  const pass = signCode(keys, 'venue-pass', (keyId) =>
    Uint8Array.of(
      ...fromBase32(session),
      ...fourBytes(until),
      kinds.indexOf(evidence),
      ...Buffer.from(hashPhone(session, phone), 'base64url'),
      keyId,
    ),
  );
  return { pass, until: new Date(until * 1000) };
};

/** What a pass says, if it was made here for this very phone; its end is asked apart, since a repeat may come after it. */
export const readPass = (keys: TokenKeys, pass: string, phone: string): VenuePass | undefined => {
  const body = readCode(keys, 'venue-pass', pass, passLayout);
  const evidence = body && kinds[body[sessionIdBytes + 4] ?? -1];
  if (!body || !evidence) return undefined;
  const session = toBase32(body.subarray(0, sessionIdBytes));
  const hash = Buffer.from(body.subarray(sessionIdBytes + 5, passLayout.keyIdAt)).toString('base64url');
  if (hash !== hashPhone(session, phone)) return undefined;
  return { session, evidence, until: new Date(numberAt(body, sessionIdBytes) * 1000), phone: hash };
};
