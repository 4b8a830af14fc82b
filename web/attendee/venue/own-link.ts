/** What a person pastes to say which invitation is theirs, as functions of values. Nothing here decides: the API does. */

/** The token in a link, in a whole message with a link in it, or alone; in capitals, as the codes have it. */
export const tokenInText = (text: string): string | undefined =>
  (/\/c\/([a-z2-7]{39})(?![a-z2-7])/i.exec(text) ?? /^\s*([a-z2-7]{39})\s*$/i.exec(text))?.[1]?.toUpperCase();

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The session that a token is for: its first six bytes. Ten characters of base32 hold two bits more than that, which belong to
 * what follows and are zero in the session's own id.
 */
export const sessionOfToken = (token: string): string => {
  const first = token.slice(0, 10).toLowerCase();
  return first.slice(0, 9) + (alphabet[alphabet.indexOf(first.charAt(9)) & 0b11100] ?? '');
};

/** `/h/CODE` or `/H/CODE`. */
export const codeInPath = (path: string): string => /^\/h\/([^/]+)/i.exec(path)?.[1] ?? '';
