/** Versions of pledge texts in the table. */
import { asRead } from '../platform/as-read.ts';
import { pledgeTextKey, regencyPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { PledgeText, type Replaced } from './pledge-schema.ts';

export interface TextStore {
  text(regency: string, id: string, version: number): Promise<PledgeText | undefined>;
  texts(regency: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<PledgeText>>;
  versions(regency: string, id: string): Promise<PledgeText[]>;
  /** Writes a version that does not exist yet, or over the one that was seen; false when it is another by now, or locked. */
  putText(regency: string, text: PledgeText, replaces: Replaced | null): Promise<boolean>;
  /** Locks a version if wording and eligibility are still those of `text`; false otherwise. Repeating it changes nothing. */
  lockText(
    regency: string,
    text: Pick<PledgeText, 'id' | 'version' | 'hash' | 'eligibility'>,
    at: string,
  ): Promise<boolean>;
}

/** Whose a text is, in one word: engines differ in comparing maps. Undefined where it says nothing. */
const eligibilityWord = ({ eligibility }: Pick<PledgeText, 'eligibility'>): string | undefined =>
  eligibility && `${eligibility.staff}:${[...new Set(eligibility.classes)].sort().join()}`;

/** The version is not locked, and still the one that was seen. */
const asSeen = (seen: Replaced) => {
  const word = eligibilityWord(seen);
  return {
    expression: `lockedAt = :unlocked AND #hash = :hash AND #form = :form AND ${asRead('eligibleAre', word, ':word')}`,
    names: { '#hash': 'hash', '#form': 'form' },
    values: { ':unlocked': null, ':hash': seen.hash, ':form': seen.form, ...(word && { ':word': word }) },
  };
};

export const makeTextStore = (table: Table): TextStore => ({
  text: async (regency, id, version) => {
    const item = await table.get(pledgeTextKey(regency, id, version), { consistent: true });
    return item && PledgeText.parse(item);
  },
  texts: async (regency, page) => {
    const { items, next } = await table.queryPage({ pk: regencyPartition(regency), prefix: 'PT#' }, page);
    return { items: items.map((item) => PledgeText.parse(item)), next };
  },
  versions: async (regency, id) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: `PT#${id}#`, consistent: true })).map((item) =>
      PledgeText.parse(item),
    ),
  putText: (regency, text, replaces) =>
    table.put(
      { ...pledgeTextKey(regency, text.id, text.version), ...text, eligibleAre: eligibilityWord(text) },
      replaces ? asSeen(replaces) : { expression: 'attribute_not_exists(pk)' },
    ),
  lockText: async (regency, text, at) => {
    const { id, version, hash } = text;
    const key = pledgeTextKey(regency, id, version);
    const word = eligibilityWord(text);
    const locked = await table.update(key, {
      expression: 'SET lockedAt = :at',
      condition: `#hash = :hash AND lockedAt = :unlocked AND ${asRead('eligibleAre', word, ':word')}`,
      names: { '#hash': 'hash' },
      values: { ':at': at, ':hash': hash, ':unlocked': null, ':word': word },
      returns: 'ALL_NEW',
    });
    if (locked) return true;
    // Refused: it is locked already, as it is or (never, once signed) as another.
    const found = await table.get(key, { consistent: true });
    return found !== undefined && found.lockedAt !== null && found.hash === hash && found.eligibleAre === word;
  },
});
