/** Finding an invitation by name, office or school, the way people type it: without titles, case, dots (rule 10), with slips. */
import { distance } from 'fastest-levenshtein';
import { matchKey } from '../../../functions/roster/person-name.ts';

/** Words as they are compared: no case, no accents, no dots; `SD Negeri 5`, `S.D.N. 5` and `sdn5` are all `sdn 5`. */
export const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/\b(sd|smp|sma|smk|slb|tk)[\s.]*(negeri|n)\b/gu, '$1n')
    .replace(/\b(sdn|smpn|sman|smkn)(?=\d)/gu, '$1 ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');

export interface Findable {
  id: string;
  office: string;
  name: string;
  districtName?: string | undefined;
  holder: { name: string; titlesBefore?: string | undefined; titlesAfter?: string | undefined } | null;
}

export interface Row<T extends Findable> {
  item: T;
  person: readonly string[];
  all: readonly string[];
}

export const makeRows = <T extends Findable>(items: readonly T[]): Row<T>[] =>
  items.map((item) => {
    const person = words(item.holder?.name ?? '');
    const titles = words([item.holder?.titlesBefore, item.holder?.titlesAfter].join(' '));
    return {
      item,
      person,
      all: [...person, ...titles, ...words([item.office, item.name, item.districtName].join(' '))],
    };
  });

/** Whether a word of a row answers a word that was asked for. */
type Fits = (word: string) => boolean;

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** The beginning of a word; a number stands for itself: `sdn 1` is not `sdn 12`. */
const exactly = (asked: string): Fits =>
  isNumber(asked) ? (word) => word === asked : (word) => word.startsWith(asked);

/** How many letters may be wrong, missing or too many: none in a short word, where a slip makes another word. */
const slipsIn = ({ length }: string): number => {
  if (length >= 8) return 2;
  return length >= 4 ? 1 : 0;
};

/** Two neighbouring letters that changed places: one slip of the fingers, though two edits. */
const isSwapped = (asked: string, word: string): boolean => {
  const at = [...asked].findIndex((letter, index) => letter !== word[index]);
  return (
    at >= 0 && asked[at] === word[at + 1] && asked[at + 1] === word[at] && asked.slice(at + 2) === word.slice(at + 2)
  );
};

const isNear = (asked: string, word: string, slips: number): boolean => {
  // The first letter is rarely mistyped, and most other words are ruled out by it.
  if (asked[0] !== word[0] && asked[0] !== word[1] && asked[1] !== word[0]) return false;
  const { length } = asked;
  if (length > word.length + slips) return false;
  // As far as it was typed, give or take a letter.
  const begins = [length, length + 1, length - 1].map((end) => word.slice(0, end));
  return isSwapped(asked, begins[0] ?? '') || begins.some((begin) => distance(asked, begin) <= slips);
};

/** As {@link exactly}, and with the slips that a word of its length may have. Each word is compared once. */
const nearly = (asked: string): Fits => {
  const slips = isNumber(asked) ? 0 : slipsIn(asked);
  const exact = exactly(asked);
  if (!slips) return exact;
  const known = new Map<string, boolean>();
  return (word) => {
    let fits = known.get(word);
    if (fits === undefined) {
      fits = exact(word) || isNear(asked, word, slips);
      known.set(word, fits);
    }
    return fits;
  };
};

/** Persons whose name begins so come first, then whole words, then the rest in the list's order. */
const rank = <T extends Findable>({ person, all }: Row<T>, asked: readonly string[], fits: readonly Fits[]): number => {
  if (fits.every((fit) => person.some(fit))) return 0;
  return asked.every((word) => all.includes(word)) ? 1 : 2;
};

type Found<T extends Findable> = { row: Row<T>; at: number }[];

/** The rows in which every word asked for fits some word, the best first. */
const search = <T extends Findable>(
  rows: readonly Row<T>[],
  asked: readonly string[],
  how: typeof exactly,
): Found<T> => {
  const fits = asked.map(how);
  const found = asked.length ? rows.filter(({ all }) => fits.every((fit) => all.some(fit))) : [];
  return found.map((row) => ({ row, at: rank(row, asked, fits) })).sort((a, b) => a.at - b.at);
};

const shortest = 2;
/** With fewer rows than these as typed, those that are nearly so follow: there may be an Amien beside the Amin. */
const few = 8;

/**
 * The rows in which every word asked for begins some word, then those that do so but for a slip. When there are none: without
 * the titles of the name that was asked for, then without the words that no row knows (a nickname, a greeting), as long as
 * something remains.
 */
export const find = <T extends Findable>(rows: readonly Row<T>[], query: string): T[] => {
  const asked = words(query);
  if (asked.join('').length < shortest) return [];
  const compared = new Map<string, Fits>();
  const near = (word: string): Fits => {
    const fits = compared.get(word) ?? nearly(word);
    compared.set(word, fits);
    return fits;
  };
  const found = (wanted: readonly string[]): T[] => {
    const exact = search(rows, wanted, exactly);
    const all = exact.length >= few ? exact : [...exact, ...search(rows, wanted, near)];
    return [...new Set(all.map(({ row }) => row.item))];
  };
  const asTyped = found(asked);
  if (asTyped.length) return asTyped;
  const bare = words(matchKey(query));
  const untitled = bare.join(' ') === asked.join(' ') ? [] : found(bare);
  if (untitled.length) return untitled;
  // A number is never left out: SDN 12 is not any SDN.
  const isKnown = (word: string): boolean =>
    isNumber(word) || (word.length >= shortest && rows.some(({ all }) => all.some(near(word))));
  return found(bare.filter(isKnown));
};
