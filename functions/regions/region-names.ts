/** Turns the register's spelling of a name into the one officials write. */

/** Words that the register has in capitals and that stay so. */
const acronyms = new Set(['DKI']);

const isRoman = (word: string): boolean => /^[IVX]+$/.test(word);

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/**
 * `KABUPATEN LAHAT` -> `Kabupaten Lahat`; acronyms and Roman numerals stay as they are. For names wholly in capitals.
 */
export const fromCapitals = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => (acronyms.has(word) || isRoman(word) ? word : word.split('-').map(capitalised).join('-')))
    .join(' ');

/**
 * A district's or village's name. The register has those in mixed case already, local abbreviations included (`UPT`,
 * `Tj.`, `SP 2`), so only its slips are mended: a word that begins small, and `"` typed for the glottal stop.
 */
export const tidied = (name: string): string =>
  name
    .trim()
    .replaceAll('"', "'")
    .split(/\s+/)
    .map((word) => (/^\p{Ll}/u.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ');
