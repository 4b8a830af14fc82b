/**
 * Commitments to personal values: SHA-256 over a salt of 32 random bytes and `<field>:<value>` in UTF-8. Without the salt nobody can try
 * values out, however few there are of them.
 */
import { hash } from 'node:crypto';

export const saltBytes = 32;

const isAscii = /^[ -~]*$/;

/** Text that every reader encodes alike: composed (NFC), and without half a surrogate pair, which UTF-8 has no form of. */
export const plainText = (text: string): string =>
  // Nearly all texts of a seal are plain already; normalizing each of them took a fifth of the time that sealing takes.
  isAscii.test(text) ? text : text.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC');

/** In lower-case hex. The value is committed to as {@link plainText} has it, and its opening must say it so. */
export const commit = (salt: Uint8Array, field: string, value: string): string => {
  if (salt.length !== saltBytes) throw new RangeError(`A salt has ${saltBytes} bytes.`);
  return hash('sha256', Buffer.concat([salt, Buffer.from(`${field}:${plainText(value)}`, 'utf8')]), 'hex');
};
