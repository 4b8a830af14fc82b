/** Signs tree heads: a key on the laptop's disk, or an asymmetric key that AWS KMS never hands out. */

/** Public keys, hex of SubjectPublicKeyInfo. */
export interface SealKeys {
  /** Signs now. */
  current: string;
  /** Those before it, and those that came with an import. */
  former: readonly string[];
  /** Of those that came with an import: the regencies whose seals they are good for (former-keys.ts). */
  regencies?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Sealer {
  keys: () => Promise<SealKeys>;
  /** An Ed25519 signature (RFC 8032), 64 bytes, with the current key. Throws {@link SealKeyUnavailable} when the key cannot be reached. */
  sign: (message: Uint8Array) => Promise<{ publicKey: string; signature: Uint8Array }>;
}

/** The key is gone or does not answer. Nothing was sealed; records stay and are sealed when it is back. */
export class SealKeyUnavailable extends Error {
  override readonly name = 'SealKeyUnavailable';
}
