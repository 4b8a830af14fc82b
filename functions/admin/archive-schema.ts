/**
 * The file of an export: gzip'd lines of JSON.
 *
 *   {"format":"hadir-export-1","items":1,"regencies":["16.04"],"at":"2026-…"}     the manifest
 *   {"Item":{"pk":{"S":"SEAL#…"},…}}                                              an item a line, as the engine types it
 *   {"end":{"items":…,"counts":{…},"sealKeys":[…],"sha256":"…"}}                  the trailer: over every byte before it
 *
 * Counts and keys stand at the end, since they are known there. The middle is what AWS calls DynamoDB JSON, so that other tools read it
 * too. The hash finds what was damaged or cut off; whoever changes the file on purpose can make it again, and then the seals do not hold.
 */
import * as z from 'zod';
import { Instant, RegencyCode } from '../platform/base-schema.ts';
import { PublicKey } from '../seals/seal-schema.ts';

export const archiveFormat = 'hadir-export-1';

export const Manifest = z.strictObject({
  format: z.literal(archiveFormat),
  /** The schema version of the newest items that it can hold. */
  items: z.int().positive(),
  regencies: z.array(RegencyCode).min(1),
  /** When the export began. */
  at: Instant,
});
export type Manifest = z.infer<typeof Manifest>;

export const Trailer = z.strictObject({
  items: z.int().nonnegative(),
  /** By kind. */
  counts: z.record(z.string(), z.int().positive()),
  /** The public keys that its heads are signed with, hex of SubjectPublicKeyInfo, sorted. */
  sealKeys: z.array(PublicKey),
  /** SHA-256 (hex) over all lines before this one, their line feeds included. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Trailer = z.infer<typeof Trailer>;

export interface Archive {
  manifest: Manifest;
  trailer: Trailer;
  /** Of each of the trailer's keys, in their order: the regencies whose sessions it has signed heads of, sorted. It is not in the file. */
  sealKeyRegencies: ReadonlyMap<string, readonly string[]>;
}
