/** Which code the screen shows now, as functions of values: it holds those of the next minutes, and needs no network to change. */
import type { Answer } from '../../shared/api.ts';

export type VenueCodes = Answer<'GET /api/sessions/:session/venue-codes'>;
export type VenueCode = VenueCodes['codes'][number];

/** What was answered, with how far this machine's clock is behind the engine's. */
export interface Held extends VenueCodes {
  behindMs: number;
}

/** The answer's way is not measured: the screen is late by it, never early, and a code is good for 30 seconds more. */
export const holdCodes = (codes: VenueCodes, receivedAt: number): Held => ({
  ...codes,
  behindMs: Date.parse(codes.asOf) - receivedAt,
});

export interface Showing {
  code: VenueCode | undefined;
  /** Until the next one, in milliseconds. */
  leftMs: number;
}

export const showingAt = ({ codes, behindMs }: Held, machineNow: number): Showing => {
  const now = machineNow + behindMs;
  const code = codes.find(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until));
  return { code, leftMs: code ? Date.parse(code.until) - now : 0 };
};

/** When the last code that is held ends. */
export const heldUntil = ({ codes }: Held): string => codes.at(-1)?.until ?? '';
