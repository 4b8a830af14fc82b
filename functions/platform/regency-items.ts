/**
 * Everything of one regency, wherever its partitions lie: the one place that lists them, for who exports, moves or erases a regency. A new
 * kind of key (keys.ts) is named here too; test/admin/every-key.test.ts writes one of each and says which was forgotten.
 */
import { regencyOfSession } from './ids.ts';
import {
  importPartition,
  nationPartition,
  provinceTotalsKey,
  regencyPartition,
  regencyTotalsKey,
  sealPartition,
  sessionPartition,
  tenantKey,
} from './keys.ts';
import { keyOf, type RawItem, type RawItems } from './raw-items.ts';
import type { Key } from './table.ts';

/** By the beginning of the partition's key, then by the part of the sort key before the first `#`. */
const kinds: Record<string, Record<string, string>> = {
  R: {
    META: 'regency',
    EMBLEM: 'emblem',
    U: 'unit',
    IMP: 'import',
    'IMPORT-MEMORY': 'import-memory',
    S: 'session',
    PT: 'pledge-text',
    COV: 'coverage',
    DAY: 'coverage-day',
    F: 'follow-up',
    FREQ: 'follow-up-request',
    NIL: 'nil-statement',
  },
  S: {
    I: 'invitation',
    ROSTER: 'frozen-roster',
    RULE: 'roster-rule',
    MAIL: 'mail',
    PR: 'reading',
    'SIGNING-ORDER': 'signing-order',
    DRAWING: 'drawing',
    D: 'denial',
    DOOR: 'door',
    C: 'conflict',
    HC: 'head-count',
    LETTER: 'letter',
    REPORT: 'activity-report',
    PHOTO: 'report-photo',
  },
  SEAL: { CLAIM: 'seal-claim', HEAD: 'seal-head', PART: 'seal-hashes', OPEN: 'seal-leaves' },
  IM: { P: 'import-plan', V: 'import-plan', DETAILS: 'import-plan', WRITE: 'import-outcome', BACK: 'import-outcome' },
  N: { R: 'tenant' },
};

const before = (text: string): string => text.split('#', 1)[0] ?? '';

/** Own entries only: a key may be called like something that every object has. */
const knownKind = ({ pk, sk }: Key): string | undefined => {
  const [partition, item] = [before(pk), before(sk)];
  const there = Object.hasOwn(kinds, partition) ? kinds[partition] : undefined;
  return there && Object.hasOwn(there, item) ? there[item] : undefined;
};

/** Whether the product knows this kind of key. */
export const isKnownKind = (key: Key): boolean => knownKind(key) !== undefined;

/** What an item is called in counts; of a kind without a name the beginnings of its keys, so that it is counted all the same. */
export const kindOf = (key: Key): string => knownKind(key) ?? `${before(key.pk)}/${before(key.sk)}`;

/** Of a session's id that is none, nobody. */
const regencyIn = (session: string): string | undefined => {
  if (!/^[a-z2-7]{10}$/.test(session)) return undefined;
  try {
    return regencyOfSession(session);
  } catch {
    // Bits at its end that no id has.
    return undefined;
  }
};

/** The regency that an item belongs to. Undefined: nobody's own; the totals, which are made again from what regencies have. */
export const ownerOf = ({ pk, sk }: Key): string | undefined => {
  const [kind, name = ''] = (pk === nationPartition ? sk : pk).split('#');
  if (kind === 'R' || kind === 'IM') return name;
  return kind === 'S' || kind === 'SEAL' ? regencyIn(name) : undefined;
};

const after = (text: string): string => text.slice(text.indexOf('#') + 1);

/** What a key says of its item: the session that it is of, if it is of one, and its name among its kind. */
export const namesIn = (key: Key): { session: string | undefined; name: string } => {
  const [kind, name] = [kindOf(key), after(key.sk)];
  if (kind === 'session' || kind === 'coverage') return { session: name, name };
  if (kind === 'coverage-day') return { session: before(name), name };
  return { session: /^(S|SEAL)#/.test(key.pk) ? after(key.pk) : undefined, name };
};

/**
 * Whether this is a key as the product writes it for the regency. In its partition somebody may have planted the id of another regency's
 * session: whoever followed that would take, or remove, what is not the regency's.
 */
export const isKeyOf = (key: Key, code: string): boolean => {
  const { session } = namesIn(key);
  if (session !== undefined && regencyIn(session) !== code) return false;
  if (key.pk.startsWith('R#')) return key.pk === regencyPartition(code);
  return key.pk === nationPartition ? key.sk === tenantKey(code).sk : ownerOf(key) === code;
};

/**
 * Kept beside what it was made from, and made again whenever that changes: it may differ between two copies of the same regency. Of the
 * coverage a state is kept for each day, of which only the last can be made again; so they are copied like everything else.
 */
export const isMadeAgain = (key: Key): boolean => ['coverage', 'coverage-day', 'seal-claim'].includes(kindOf(key));

const heads = ['IMP#', 'S#', 'META'] as const;
const isHead = (sk: string): boolean => heads.some((head) => sk.startsWith(head));

export interface Listed {
  /** What leads to partitions, in the order in which it is to be written: nobody seals or counts a session whose item is not there yet. */
  heads: RawItem[];
  /** All but the regency's own. Seals before the sessions they seal: what is read later then stands in them at the most. */
  partitions: string[];
}

const allOf = async (items: RawItems, pk: string, prefix: string): Promise<RawItem[]> => {
  const found: RawItem[] = [];
  for await (const page of items.pages({ pk, prefix })) found.push(...page);
  return found;
};

/** Reads the sessions and the imports of a regency; there are some hundreds at the most. Another regency's session is none of them. */
export const listRegency = async (items: RawItems, code: string): Promise<Listed> => {
  const pk = regencyPartition(code);
  // Before the settings, since it is written after them: so it is never newer than those that are read.
  const tenant = await items.found([tenantKey(code)]);
  const [imports, sessions, meta] = await Promise.all(
    heads.map(async (prefix) => (await allOf(items, pk, prefix)).filter((item) => isKeyOf(keyOf(item), code))),
  );
  const idsOf = (found: RawItem[] = []) => found.map((item) => keyOf(item).sk.slice(keyOf(item).sk.indexOf('#') + 1));
  const ofSessions = idsOf(sessions).flatMap((id) => [sealPartition(id), sessionPartition(id)]);
  const plans = (imports ?? []).flatMap(({ plan }, index) =>
    plan?.S === undefined ? [] : [importPartition(code, `${idsOf(imports)[index]}#${plan.S}`)],
  );
  return {
    heads: [...(imports ?? []), ...(sessions ?? []), ...(meta ?? []), ...tenant],
    partitions: [...ofSessions, ...plans],
  };
};

/** The regency's own partition without the heads, and without what names another regency's session. */
export async function* ownItems(items: RawItems, code: string, keysOnly = false): AsyncGenerator<RawItem[]> {
  for await (const page of items.pages({ pk: regencyPartition(code), keysOnly })) {
    const own = page.filter((item) => !isHead(keyOf(item).sk) && isKeyOf(keyOf(item), code));
    if (own.length > 0) yield own;
  }
}

/**
 * Everything of a regency in the order in which it is to be written, page by page; in memory are one page and the heads. Not one moment of a
 * table in use: what is written meanwhile may be in it or not. A session that is begun meanwhile is not.
 */
export async function* regencyItems(items: RawItems, code: string): AsyncGenerator<RawItem[]> {
  const listed = await listRegency(items, code);
  for (const pk of listed.partitions) yield* items.pages({ pk });
  yield* ownItems(items, code);
  if (listed.heads.length > 0) yield listed.heads;
}

/** Every tenant's code, in order. */
export const tenantCodes = async (items: RawItems): Promise<string[]> =>
  (await allOf(items, nationPartition, 'R#')).map((item) => keyOf(item).sk.slice(2));

/** The totals that a regency's figures are in: its own, and those of its province. */
export const totalsKeysOf = (code: string): { own: Key; province: Key } => ({
  own: regencyTotalsKey(code),
  province: provinceTotalsKey(code.slice(0, 2)),
});
