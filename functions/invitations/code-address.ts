/** What an invitation's QR holds. */

/**
 * `HTTPS://HOST/C/` and 39 characters, an address that any phone's camera opens. Upper case keeps it in the alphanumeric mode: version 4
 * at level M for a short host name.
 */
export const codeOf = (origin: string, token: string): string => `${origin}/C/${token}`.toUpperCase();
