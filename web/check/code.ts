/** A check code as the browser reads it: it names a session and an invitation in the clear, so an answer about others is found out. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const sessionBytes = 6;
const invitationBytes = 5;

/** Whatever was scanned or pasted, an address too, in either case; empty where no code is in it. */
export const codeInText = (text: string): string =>
  /(?:^|\/V\/)([A-Z2-7]{39})(?=$|[/?#])/i.exec(text.replace(/\s+/g, ''))?.[1]?.toUpperCase() ?? '';

const bitsOf = (code: string): string =>
  Array.from(code.toUpperCase(), (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');

/** An id as base32 writes so many bytes: the last character is filled with zeros. */
const idOf = (bits: string): string =>
  (bits.padEnd(Math.ceil(bits.length / 5) * 5, '0').match(/.{5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five, 2)])
    .join('')
    .toLowerCase();

/** As functions/seals/check-code.ts writes them. */
const roles = ['SESSION', 'HOLDER', 'DELEGATE'] as const;

export interface CodeNames {
  session: string;
  role: (typeof roles)[number] | undefined;
  /** Absent where the code is a session's. */
  invitation?: string;
}

/** Whom a code is about. Only the server knows whether it is a code of its own. */
export const namesIn = (code: string): CodeNames => {
  const bits = bitsOf(code);
  const bytes = (from: number, count: number): string => bits.slice(from * 8, (from + count) * 8);
  const role = roles[Number.parseInt(bytes(sessionBytes + invitationBytes, 1), 2)];
  return {
    session: idOf(bytes(0, sessionBytes)),
    role,
    ...(role !== 'SESSION' && { invitation: idOf(bytes(sessionBytes, invitationBytes)) }),
  };
};
