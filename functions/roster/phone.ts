/** Phone numbers as people type them in Indonesia. */

const nationalOf = (text: string): string | undefined => {
  const digits = text.replace(/\D/g, '');
  const foreign = /^\s*['"]?\s*(\+|00)/.test(text) && !/^(00)?62/.test(digits);
  if (foreign) return undefined;
  // `+62 (0)812` has both prefixes. A spreadsheet drops a leading nought: then the 8 of a mobile number comes first.
  const match = /^(?:(?:00)?620?|0|(?=8))([1-9]\d*)$/.exec(digits);
  return match?.[1];
};

/** Area code and subscriber together: 8 to 11 digits, a mobile number 9 to 12. */
const isNational = (national: string): boolean =>
  national.startsWith('8') ? /^8\d{8,11}$/.test(national) : /^[1-7]\d{7,10}$/.test(national);

const read = (part: string): string | undefined => {
  const allowed = /^[\d\s+().\-–'’"`]*$/.test(part.replace(/^\s*(telp|tlp|hp|wa|no)\b[.:\s]*/gi, ''));
  const national = allowed ? nationalOf(part.replace(/^[^\d+]+/, '')) : undefined;
  return national !== undefined && isNational(national) ? `+62${national}` : undefined;
};

/** `0812... 0813...`: two numbers with nothing but a space between; `0812 3456 7890` is one, whose parts are too short. */
const spaced = (part: string): string[] =>
  part.split(/\s+/).filter((text) => /^(\+?62|0)/.test(text) && text.replace(/\D/g, '').length >= 10);

/**
 * A number in E.164: `0812...`, `62812...`, `+62 812-...`, `'0812...` and `812...` (its nought lost) are all
 * `+62812...`. Of several in one cell the first that is one. Undefined when there is none, and for numbers of other
 * countries.
 */
export const normalisePhone = (text: string | number): { phone: string } | undefined => {
  for (const part of String(text).split(/[/,;\n]|\batau\b|\bdan\b/i))
    for (const each of [part, ...spaced(part)]) {
      const phone = read(each);
      if (phone !== undefined) return { phone };
    }
  return undefined;
};

/** As people write it here: `081234567890`; of another country as it is kept. */
export const phoneOnPaper = (phone: string): string => phone.replace(/^\+62/, '0');
