/** Finding an invitation by name, office or school, the way people type it: without titles, case, dots (rule 10). */
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

const begins = (among: readonly string[], asked: string): boolean => among.some((word) => word.startsWith(asked));

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** A number stands for itself: `sdn 1` is not `sdn 12`. */
const fits = (among: readonly string[], asked: string): boolean =>
  isNumber(asked) ? among.includes(asked) : begins(among, asked);

/** Persons whose name begins so come first, then whole words, then the rest in the list's order. */
const rank = <T extends Findable>({ person, all }: Row<T>, asked: readonly string[]): number => {
  if (asked.every((word) => begins(person, word))) return 0;
  return asked.every((word) => all.includes(word)) ? 1 : 2;
};

const sorted = <T extends Findable>(rows: readonly Row<T>[], asked: readonly string[]): T[] =>
  rows
    .map((row) => ({ item: row.item, at: rank(row, asked) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const shortest = 2;

/**
 * The rows in which every word asked for begins some word. When there are none: without the titles of the name that was
 * asked for, then without the words that no row knows (a nickname, a greeting), as long as something remains.
 */
export const find = <T extends Findable>(rows: readonly Row<T>[], query: string): T[] => {
  const asked = words(query);
  if (asked.join('').length < shortest) return [];
  const bare = words(matchKey(query));
  // A number is never left out: SDN 12 is not any SDN.
  const isKnown = (word: string) =>
    isNumber(word) || (word.length >= shortest && rows.some(({ all }) => fits(all, word)));
  for (const wanted of [asked, bare, bare.filter(isKnown)]) {
    const found = wanted.length ? rows.filter(({ all }) => wanted.every((word) => fits(all, word))) : [];
    if (found.length) return sorted(found, wanted);
  }
  return [];
};
