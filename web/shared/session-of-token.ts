const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The session that a token is for: its first six bytes. Ten characters of base32 hold two bits more than that, which belong to
 * what follows and are zero in the session's own id.
 */
export const sessionOfToken = (token: string): string => {
  const first = token.slice(0, 10).toLowerCase();
  return first.slice(0, 9) + (alphabet[alphabet.indexOf(first.charAt(9)) & 0b11100] ?? '');
};
