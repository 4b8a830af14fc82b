/**
 * Which invitation a code names, read without its key: enough to show a name before the server has answered, and never a
 * decision. Layout in functions/invitations/invitation-token.ts: session (6 bytes), invitation (5), key, version, MAC.
 */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const invitationFromBit = 48;
const invitationBits = 40;

const tokenIn = (code: string): string | undefined =>
  /(?:^|\/c\/)([a-z2-7]{39})(?=$|[/?#])/.exec(code.trim().toLowerCase())?.[1];

/** The invitation's id, or undefined for anything that is not shaped like a code of ours. */
export const invitationInCode = (code: string): string | undefined => {
  const token = tokenIn(code);
  if (!token) return undefined;
  const bits = [...token].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const own = bits.slice(invitationFromBit, invitationFromBit + invitationBits);
  return (own.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
};
