/** What the parts of a rehearsed session share. */
import { isDeepStrictEqual } from 'node:util';
import type { Call, Download } from '../demo/api-client.ts';
import type { Emulator } from './emulator.ts';
import type { Transcript } from './transcript.ts';

export interface Hall {
  transcript: Transcript;
  emulator: Emulator;
  /** `…/_aws/execute-api/API/$default`, before `/api`. */
  origin: string;
  /** The address that people would reach, which links name. */
  productOrigin: string;
  organizer: Call;
  operator: Call;
  anybody: Call;
  download: Download;
  /** The session's `/api/sessions/ID`, once it was drafted. */
  base: string;
  /** The token of a unit's link, by the unit's name. */
  tokens: ReadonlyMap<string, string>;
}

export const tokenOf = ({ tokens }: Pick<Hall, 'tokens'>, unit: string): string => {
  const token = tokens.get(unit);
  if (token === undefined) throw new Error(`${unit} was not invited`);
  return token;
};

/** Ends the rehearsal with a sentence unless both are alike. */
export const same = (what: string, found: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(found, expected))
    throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
};

/** Asks until the answer is there; `undefined` means not yet. Throws after `seconds`. */
export const until = async <T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
