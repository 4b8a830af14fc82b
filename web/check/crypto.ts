/**
 * The two functions that everything here rests on, in plain JavaScript: the browser's own are missing on addresses without https, and
 * this page must work from a laptop in a hall.
 */
import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

hashes.sha512 = sha512;

export { bytesToHex, hexToBytes, sha256 };

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const spkiStart = '302a300506032b6570032100';

/** Whether the key (SubjectPublicKeyInfo, hex) signed the message; strictly by RFC 8032, and false for a key that is none. */
export const isSignedBy = (publicKey: string, message: Uint8Array, signature: Uint8Array): boolean => {
  if (!publicKey.startsWith(spkiStart)) return false;
  try {
    return verify(signature, message, hexToBytes(publicKey.slice(spkiStart.length)), { zip215: false });
  } catch {
    return false;
  }
};
