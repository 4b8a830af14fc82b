/**
 * Imports what an export wrote. Every item is put only where none stands, in the order of the file, which ends with the sessions, the
 * regency and its entry in the list of tenants: an import that breaks off leaves nothing that anybody sees, and running it again goes on. What
 * stands in the table already must be what the file says; then there is nothing to do.
 */
import { makeRecompute } from '../coverage/recompute.ts';
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import { messageStates } from '../messages/message-rules.ts';
import { keyOf, type RawItem, type RawItems } from '../platform/raw-items.ts';
import { isMadeAgain, kindOf } from '../platform/regency-items.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Stores } from '../stores.ts';
import { readArchive } from './archive.ts';
import type { Archive } from './archive-schema.ts';
import { makeItemCheck } from './check-items.ts';
import { type CheckedSeals, checkSeals } from './check-seals.ts';
import { compareArchive, type FileCheck } from './compare-archive.ts';
import { addCounts, type Counts, sayCounts } from './counts.ts';
import { mergeTokenKeys } from './moved-token-keys.ts';
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
export interface ImportRequest {
  from: string;
  keysFrom?: string | undefined;
  /** The one regency that the file is to hold; without it whichever one it holds. */
  regency?: string | undefined;
  /** Every regency that the file holds. */
  all?: boolean | undefined;
}
export interface Owed {
  /** Mails among the items that wait. */
  mails: number;
  /** Sessions to come that remind by themselves. */
  reminding: number;
}
export interface Imported {
  archive: Archive;
  /** Items that were put; the others stood there already. */
  put: number;
  /** Ids of token keys that this installation did not have, or not for these regencies. */
  keysAdded: number[];
  seals: CheckedSeals;
  /** What is still to be sent, by whoever runs the product over this table. */
  owed: Owed;
}

/** Puts on their way at a time. */
const width = 16;
const lotSize = 128;

const addKeys = async (
  holder: TokenKeyHolder | undefined,
  file: string,
  regencies: readonly string[],
): Promise<number[]> => {
  if (!holder) throw new Refusal('SECRET_NEEDED');
  const theirs = await readTokenKeysFile(file);
  let added: number[] = [];
  await holder.change((ours) => {
    const merged = mergeTokenKeys(ours, theirs, regencies);
    added = [...(merged.regencies ?? [])].filter(([id, each]) => each !== ours.regencies?.get(id)).map(([id]) => id);
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

const isReminding = ({ state, reminderDays, startsAt }: RawItem, now: Date): boolean =>
  messageStates.some((name) => name === state?.S) &&
  (reminderDays?.L ?? []).length > 0 &&
  Date.parse(startsAt?.S ?? '') > now.getTime();

/** Kind by kind in the order of the file: what leads to others is not there before them. */
const putAll = async (
  { items, now }: ImportPorts,
  file: string,
): Promise<{ put: number; sessions: string[]; owed: Owed }> => {
  let put = 0;
  const owed: Owed = { mails: 0, reminding: 0 };
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
    if (kindOf(key) === 'session' && isReminding(item, now())) owed.reminding += 1;
    if (kindOf(key) === 'mail' && item.state?.S === 'QUEUED') owed.mails += 1;
    lot.push(item);
  });
  await settle();
  return { put, sessions, owed };
};

const isNone = (counts: Counts): boolean => Object.keys(counts).length === 0;

/** Coverage from what was put, then totals; the seals are not touched, only looked at. */
const makeAgain = async ({ stores, now }: ImportPorts, regencies: readonly string[], sessions: readonly string[]) => {
  const recompute = makeRecompute({ ...stores, now });
  for (const session of sessions) await recompute(session);
  await makeRecomputeTotals({ ...stores, now })(regencies);
};

/** Nobody brings a regency along that they did not mean. @throws Refusal ARCHIVE_OTHER_REGENCY, ARCHIVE_SEVERAL */
const requireMeant = ({ manifest }: Archive, { from, regency, all = false }: ImportRequest): void => {
  const { regencies } = manifest;
  const told = regencies.join(', ');
  if (regency !== undefined && !regencies.includes(regency)) throw new Refusal('ARCHIVE_OTHER_REGENCY', from, told);
  if (!all && regencies.length > 1) throw new Refusal('ARCHIVE_SEVERAL', from, told);
};

const checkOf = (request: ImportRequest): FileCheck => {
  const items = makeItemCheck(request.from);
  return {
    item: items.item,
    end: (archive) => {
      requireMeant(archive, request);
      items.end();
    },
  };
};

/**
 * @throws Refusal what is wrong with the file or the keys, before anything is written; REGENCY_DIFFERS where the table has something of the regency
 * that the file has not, or has otherwise; WRITTEN_MEANWHILE where somebody else writes at the same time.
 */
export const importRegency = async (ports: ImportPorts, request: ImportRequest): Promise<Imported> => {
  const { items, stores, tokenKeys } = ports;
  const { from, keysFrom } = request;
  const { archive, different, extra } = await compareArchive(items, from, { check: checkOf(request) });
  if (!isNone(different) || !isNone(extra))
    throw new Refusal('REGENCY_DIFFERS', archive.manifest.regencies.join(', '), sayCounts(addCounts(different, extra)));
  const keysAdded = keysFrom === undefined ? [] : await addKeys(tokenKeys, keysFrom, archive.manifest.regencies);
  const { put, sessions, owed } = await putAll(ports, from);
  await makeAgain(ports, archive.manifest.regencies, sessions);
  return { archive, put, keysAdded, owed, seals: await checkSeals(stores.seals, sessions) };
};
