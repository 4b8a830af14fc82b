/** A person's name as typed in a roster, taken apart: titles are kept, but apart from the name (rule 10). */
import { humanName } from './human-case.ts';
import { branchOf, isRank, seemsDegree, titleAfter, titleBefore, titleKey, withCaseOf } from './titles.ts';

export interface PersonName {
  name: string;
  titlesBefore?: string;
  titlesAfter?: string;
}

/** White space folded, and `S. Pd` written as one degree. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\b([SM])\. (?=(Pd|Si|Sos|Kom|Ag|Kep|Kes|Hum|STP|IP|AP|Kn)\b)/gi, '$1.')
    .trim();

/** In a text all in capitals, titles get their usual case (`M.SI.` -> `M.Si.`); otherwise they stay as typed. */
const asWritten = (typed: string, usual: string | undefined, capitals: boolean): string =>
  usual !== undefined && capitals && titleKey(usual).length > 1 ? withCaseOf(typed, usual) : typed;

/** The first word, where `Drs.H.Sahabadi` has words without spaces; `K. H.` and `Dr. (H.C.)` are one title. */
const firstWord = /^(?:K\.\s?H\b\.?|\p{L}+\.?(?:\s?\([CH.]{1,4}\))?)/iu;

const usualBefore = (word: string): string | undefined => titleBefore(word.replace(/\(.*/, '')) ?? branchOf(word);

/** The dot belongs to the title; without one, a space has to follow, so that `Hasan` is not `H.` and `asan`. */
const takeBefore = (text: string, afterRank: boolean): string | undefined => {
  const word = firstWord.exec(text)?.[0];
  if (word === undefined) return undefined;
  const ended = /[.)]$/.test(word) || /^\s/.test(text.slice(word.length));
  const known = usualBefore(word) !== undefined && (afterRank || branchOf(word) === undefined);
  return ended && known ? word : undefined;
};

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

const splitBefore = (text: string, capitals: boolean): [titles: string[], rest: string] => {
  const titles: string[] = [];
  let rest = text;
  for (;;) {
    const word = takeBefore(rest, isRank(titles.at(-1) ?? ''));
    if (word === undefined) return [titles, rest];
    const remaining = rest.slice(word.length).replace(/^[\s,]+/, '');
    // Somebody has to remain: `Ny.` alone is all the name there is.
    if (!hasLetter(remaining)) return [titles, rest];
    titles.push(asWritten(word, usualBefore(word), capitals));
    rest = remaining;
  }
};

/** A piece after a comma, words of which may each be a degree: `S.E. M.M.`, `S. Pd`, `SE.MM`. */
const isDegrees = (piece: string): boolean => {
  if (titleAfter(piece) !== undefined || seemsDegree(piece)) return true;
  const parts = piece.split(/\s+|(?<=\p{L}{2})\.(?=\p{L})/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => titleAfter(part) !== undefined || seemsDegree(part));
};

/** The first comma after which a degree stands; whatever follows it goes with the degrees. */
const splitAtComma = (text: string, capitals: boolean): [name: string, titles: string] | undefined => {
  const pieces = text.split(',').map((piece) => piece.trim());
  const first = pieces.findIndex((piece, index) => index > 0 && piece !== '' && isDegrees(piece));
  if (first < 0 || !hasLetter(pieces.slice(0, first).join(''))) return undefined;
  const degrees = pieces.slice(first).filter((piece) => piece !== '');
  return [
    pieces
      .slice(0, first)
      .filter((piece) => piece !== '')
      .join(', '),
    degrees.map((piece) => asWritten(piece, titleAfter(piece), capitals)).join(', '),
  ];
};

/** Two-letter and other degrees that are names as well: without a comma they stay with the name. */
const ambiguous = /^(CA|BA|MA|AMA|GR|DT|LC|AP|APT|NS)$/i;

/** Without a dot a degree shows only by its capitals (`SE`, `MM`, `SPd`): `Spd` and `Map` may be names. */
const isBareDegree = (word: string): boolean => {
  const usual = titleAfter(word);
  if (usual === undefined || ambiguous.test(word)) return false;
  return word === word.toUpperCase() || word === withCaseOf(word, usual);
};

const isDottedDegree = (word: string): boolean =>
  /\p{L}\.\p{L}/u.test(word) && (isDegrees(word) || (titleAfter(word) !== undefined && word.length > 3));

/** Without a comma only what cannot be a name: a dotted degree, or a listed one in capitals (`SAHABADI SE MM`). */
const endsInDegree = (word: string): boolean => isDottedDegree(word) || isBareDegree(word.replace(/\.$/, ''));

const splitAtEnd = (text: string, capitals: boolean): [name: string, titles: string] => {
  const words = text.split(' ');
  const first = words.findIndex(hasLetter);
  let end = words.length;
  // Somebody has to remain.
  while (end - 1 > first && endsInDegree(words[end - 1] ?? '')) end -= 1;
  const degrees = words.slice(end).map((word) => asWritten(word, titleAfter(word), capitals));
  return [words.slice(0, end).join(' '), degrees.join(', ')];
};

/**
 * `Drs. H. SAHABADI, M.Si.` -> `Sahabadi` with `Drs. H.` before and `M.Si.` after. The name in capitals is made human;
 * in mixed case it stays as typed. Never leaves the name empty when the text has a letter.
 */
export const splitTitles = (text: string): PersonName => {
  const whole = folded(text)
    .replace(/^[,;]+|[,;]+$/g, '')
    .trim();
  const capitals = !/\p{Ll}{2}/u.test(whole);
  const [before, rest] = splitBefore(whole, capitals);
  const [name, tail] = splitAtComma(rest, capitals) ?? [rest, ''];
  const [bare, end] = splitAtEnd(name, capitals);
  const after = [end, tail].filter((part) => part !== '').join(', ');
  return {
    name: humanName(bare),
    ...(before.length > 0 && { titlesBefore: before.join(' ') }),
    ...(after !== '' && { titlesAfter: after }),
  };
};

/** The name as letters and signing sheets print it: `Drs. H. Sahabadi, M.Si.`. */
export const fullName = ({ name, titlesBefore, titlesAfter }: PersonName): string =>
  `${titlesBefore ? `${titlesBefore} ` : ''}${name}${titlesAfter ? `, ${titlesAfter}` : ''}`;

const keyOnce = (text: string): string =>
  splitTitles(text.toUpperCase())
    .name.normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What two spellings of one person share: the name without titles, case, dots, apostrophes and accents (rule 10). */
export const matchKey = (name: string): string => {
  // Taking off marks can uncover one more title; what is left of titles only grows shorter, so this ends.
  let key = keyOnce(name);
  for (let next = keyOnce(key); next !== key; next = keyOnce(key)) key = next;
  return key;
};
