/** Signs tree heads: a key on the laptop's disk, or an asymmetric key that AWS KMS never hands out. */

export interface Sealer {
  /** The public keys, hex of SubjectPublicKeyInfo: the one that signs now, and those before it. */
  keys: () => Promise<{ current: string; former: readonly string[] }>;
  /** An Ed25519 signature (RFC 8032), 64 bytes, with the current key. Throws {@link SealKeyUnavailable} when the key cannot be reached. */
  sign: (message: Uint8Array) => Promise<{ publicKey: string; signature: Uint8Array }>;
}

/** The key is gone or does not answer. Nothing was sealed; records stay and are sealed when it is back. */
export class SealKeyUnavailable extends Error {
  override readonly name = 'SealKeyUnavailable';
}
