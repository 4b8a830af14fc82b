/**
 * Imports what an export wrote. Every item is put only where none stands, in the order of the file, which ends with the sessions, the
 * regency and its entry in the list of tenants: an import that breaks off leaves nothing that anybody sees, and running it again goes on. What
 * stands in the table already must be what the file says; then there is nothing to do.
 */
import { makeRecompute } from '../coverage/recompute.ts';
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import { keyOf, type RawItem, type RawItems } from '../platform/raw-items.ts';
import { isMadeAgain, kindOf } from '../platform/regency-items.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import type { Stores } from '../stores.ts';
import { readArchive } from './archive.ts';
import type { Archive } from './archive-schema.ts';
import { type CheckedSeals, checkSeals } from './check-seals.ts';
import { compareArchive } from './compare-archive.ts';
import { addCounts, type Counts, sayCounts } from './counts.ts';
import { itemText } from './raw-json.ts';
import { Refusal } from './refusal.ts';
import type { TokenKeyHolder } from './token-key-holders.ts';
import { readTokenKeysFile } from './token-keys-file.ts';

export interface ImportPorts {
  items: RawItems;
  stores: Stores;
  tokenKeys?: TokenKeyHolder | undefined;
  now: () => Date;
}
export interface Imported {
  archive: Archive;
  /** Items that were put; the others stood there already. */
  put: number;
  /** Ids of token keys that this installation did not have. */
  keysAdded: number[];
  seals: CheckedSeals;
  /** Mails among the items that are still to be sent: who runs the product over this table sends them. */
  owedMails: number;
}

/** Puts on their way at a time. */
const width = 16;
const lotSize = 128;

/** Keys by their number, ours and theirs. @throws Refusal KEY_COLLISION where both have another key under one number. */
export const mergeTokenKeys = (ours: TokenKeys, theirs: TokenKeys): TokenKeys => {
  const added = [...theirs.secrets].filter(([id, secret]) => {
    const own = ours.secrets.get(id);
    if (own && !Buffer.from(own).equals(secret)) throw new Refusal('KEY_COLLISION', id);
    return !own;
  });
  return added.length === 0 ? ours : { ...ours, secrets: new Map([...ours.secrets, ...added]) };
};

const addKeys = async (holder: TokenKeyHolder | undefined, file: string): Promise<number[]> => {
  if (!holder) throw new Refusal('SECRET_NEEDED');
  const theirs = await readTokenKeysFile(file);
  let added: number[] = [];
  await holder.change((ours) => {
    const merged = mergeTokenKeys(ours, theirs);
    added = [...merged.secrets.keys()].filter((id) => !ours.secrets.has(id));
    return merged;
  }, new Set(theirs.secrets.keys()));
  return added;
};

/** Whether it was put now. @throws Refusal WRITTEN_MEANWHILE */
const putOne = async (items: RawItems, item: RawItem): Promise<boolean> => {
  if (await items.putNew(item)) return true;
  if (isMadeAgain(keyOf(item))) return false;
  const [standing] = await items.found([keyOf(item)]);
  if (!standing || itemText(standing) !== itemText(item)) throw new Refusal('WRITTEN_MEANWHILE', kindOf(keyOf(item)));
  return false;
};

/** Kind by kind in the order of the file: what leads to others is not there before them. */
const putAll = async (
  items: RawItems,
  file: string,
): Promise<{ put: number; sessions: string[]; owedMails: number }> => {
  let [put, owedMails] = [0, 0];
  let lot: RawItem[] = [];
  const sessions: string[] = [];
  const settle = async (): Promise<void> => {
    put += (await sideBySide(lot, width, (item) => putOne(items, item))).filter(Boolean).length;
    lot = [];
  };
  await readArchive(file, async (item) => {
    const [key, last] = [keyOf(item), lot.at(-1)];
    if (lot.length === lotSize || (last && kindOf(keyOf(last)) !== kindOf(key))) await settle();
    if (kindOf(key) === 'session') sessions.push(key.sk.slice('S#'.length));
    if (kindOf(key) === 'mail' && item.state?.S === 'QUEUED') owedMails += 1;
    lot.push(item);
  });
  await settle();
  return { put, sessions, owedMails };
};

const isNone = (counts: Counts): boolean => Object.keys(counts).length === 0;

/** Coverage from what was put, then totals; the seals are not touched, only looked at. */
const makeAgain = async ({ stores, now }: ImportPorts, regencies: readonly string[], sessions: readonly string[]) => {
  const recompute = makeRecompute({ ...stores, now });
  for (const session of sessions) await recompute(session);
  await makeRecomputeTotals({ ...stores, now })(regencies);
};

/**
 * @throws Refusal what is wrong with the file or the keys, before anything is written; REGENCY_DIFFERS where the table has something of the regency
 * that the file has not, or has otherwise; WRITTEN_MEANWHILE where somebody else writes at the same time.
 */
export const importRegency = async (
  ports: ImportPorts,
  { from, keysFrom }: { from: string; keysFrom?: string | undefined },
): Promise<Imported> => {
  const { items, stores, tokenKeys } = ports;
  const { archive, different, extra } = await compareArchive(items, from);
  if (!isNone(different) || !isNone(extra))
    throw new Refusal('REGENCY_DIFFERS', archive.manifest.regencies.join(', '), sayCounts(addCounts(different, extra)));
  const keysAdded = keysFrom === undefined ? [] : await addKeys(tokenKeys, keysFrom);
  const { put, sessions, owedMails } = await putAll(items, from);
  await makeAgain(ports, archive.manifest.regencies, sessions);
  return { archive, put, keysAdded, owedMails, seals: await checkSeals(stores.seals, sessions) };
};
