/**
 * The names that this door decides by: fetched to the end before any of it counts, then kept up to date by what changed, and by
 * every answer. Sealed in the storage; in memory as long as the page lives.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DoorListEntry, ListState } from './door.ts';
import type { Change, DoorDb } from './door-db.ts';
import { type Sealed, seal, unseal } from './list-cipher.ts';
import type { ListPage } from './ports.ts';

/** In `meta`, from the moment that a whole list is here. */
interface KeptList {
  asOf: string;
}

export interface DoorList {
  state: ReadonlySignal<ListState>;
  /** Counts up with every change of what `find` answers. */
  version: ReadonlySignal<number>;
  entries: () => ReadonlyMap<string, DoorListEntry> | undefined;
  asOf: () => string | undefined;
  size: () => number;
  /** Fetches the whole list, or what changed; throws what the call threw. One at a time. */
  refresh: (page: (query: { cursor?: string; since?: string }) => Promise<ListPage>) => Promise<void>;
  /** What answers said of invitations: the change that keeps it, and the step that takes it in once that is done. */
  learned: (entries: readonly DoorListEntry[]) => Promise<{ changes: Change[]; commit: () => void }>;
  forget: () => void;
}

const pageSize = 500;
/** Small sealed pages pile up with every refresh; past this many they are written anew. */
const mostExtraPages = 60;

const inPages = (entries: readonly DoorListEntry[]): DoorListEntry[][] =>
  Array.from({ length: Math.ceil(entries.length / pageSize) }, (_, at) =>
    entries.slice(at * pageSize, (at + 1) * pageSize),
  );

const pagePut = async (key: CryptoKey, page: readonly DoorListEntry[], at: number): Promise<Change> => ({
  in: 'list',
  key: at,
  put: await seal(key, page),
});

/** The list as it was kept; undefined when there was no whole one, or a page of it cannot be read. */
const load = async (db: DoorDb, key: CryptoKey) => {
  const kept = (await db.get('meta', 'list')) as KeptList | undefined;
  if (!kept) return undefined;
  const sealed = await db.all('list');
  const pages = await Promise.all(sealed.map(({ value }) => unseal(key, value as Sealed)));
  const map = new Map<string, DoorListEntry>();
  // Later pages replace entries of earlier ones.
  for (const page of pages) {
    if (!Array.isArray(page)) return undefined;
    for (const entry of page as DoorListEntry[]) map.set(entry.id, entry);
  }
  return { asOf: kept.asOf, map, pages: pages.length, next: Number(sealed.at(-1)?.key ?? -1) + 1 };
};

type GetPage = Parameters<DoorList['refresh']>[0];

export const openDoorList = async (db: DoorDb, givenKey: CryptoKey | undefined): Promise<DoorList> => {
  let key = givenKey;
  const found = key && (await load(db, key));
  let map = found?.map;
  let pages = found?.pages ?? 0;
  /** The number of the next sealed page. */
  let next = found?.next ?? 0;
  let busy = false;
  /** Of a whole download that is under way or was cut off: it goes on where it stopped. */
  let staged: { items: DoorListEntry[]; cursor: string | undefined; asOf: string | undefined } | undefined;
  /** What answers said while pages were under way: an older page must not undo it. */
  const answered = new Map<string, DoorListEntry>();
  const asOf = signal(found?.asOf);
  const downloading = signal(false);
  const got = signal(0);
  const version = signal(0);

  const state = computed<ListState>(() =>
    asOf.value === undefined
      ? { status: 'none', downloading: downloading.value, got: got.value }
      : { status: 'ready', asOf: asOf.value },
  );

  const merge = (entries: Iterable<DoorListEntry>): void => {
    for (const entry of entries) map?.set(entry.id, entry);
    version.value += 1;
  };

  /** The whole of it as sealed pages in place of all that were there: one transaction, or none of it counts. */
  const keepWhole = async (entries: readonly DoorListEntry[], as: string): Promise<void> => {
    if (!key) return;
    const sealing = key;
    const sealed = await Promise.all(inPages(entries).map((page, at) => pagePut(sealing, page, at)));
    await db.write([{ in: 'list', clear: true }, ...sealed, { in: 'meta', key: 'list', put: { asOf: as } }]);
    pages = sealed.length;
    next = Math.max(next, pages);
  };

  const keepMore = async (sealing: CryptoKey, entries: readonly DoorListEntry[]): Promise<void> => {
    pages += 1;
    await db.write([await pagePut(sealing, entries, next++)]);
  };

  const takeWhole = async (page: GetPage): Promise<void> => {
    staged ??= { items: [], cursor: undefined, asOf: undefined };
    do {
      const answer = await page(staged.cursor ? { cursor: staged.cursor } : {});
      if (!(key && staged)) return;
      staged.items.push(...answer.items);
      staged.cursor = answer.next ?? undefined;
      // The first page's moment: whatever changed while the others came is asked for again.
      staged.asOf ??= answer.asOf;
      got.value = staged.items.length;
    } while (staged.cursor);
    const whole = new Map([...staged.items, ...answered.values()].map((entry) => [entry.id, entry]));
    const moment = staged.asOf;
    await keepWhole([...whole.values()], moment);
    if (!key) return;
    staged = undefined;
    map = whole;
    asOf.value = moment;
    const late = [...answered.values()].filter((entry) => whole.get(entry.id) !== entry);
    merge(late);
    // Kept as well: what this device forgets when its page is closed, it would let in a second time.
    if (late.length) await keepMore(key, late);
  };

  const changesSince = async (page: GetPage, since: string) => {
    const items: DoorListEntry[] = [];
    let cursor: string | undefined;
    let moment: string | undefined;
    do {
      const answer = await page({ since, ...(cursor && { cursor }) });
      items.push(...answer.items);
      moment ??= answer.asOf;
      cursor = answer.next ?? undefined;
    } while (cursor);
    return { items, moment: moment ?? since };
  };

  const isNews = (entry: DoorListEntry): boolean =>
    !answered.has(entry.id) && JSON.stringify(map?.get(entry.id)) !== JSON.stringify(entry);

  const takeChanges = async (page: GetPage, since: string): Promise<void> => {
    const { items, moment } = await changesSince(page, since);
    if (!(key && map)) return;
    const news = items.filter(isNews);
    if (pages > Math.ceil(map.size / pageSize) + mostExtraPages) {
      await keepWhole([...new Map([...map, ...news.map((entry) => [entry.id, entry] as const)]).values()], moment);
    } else {
      pages += news.length ? 1 : 0;
      const at = next++;
      const sealed = news.length ? [await pagePut(key, news, at)] : [];
      await db.write([...sealed, { in: 'meta', key: 'list', put: { asOf: moment } }]);
    }
    if (!key) return;
    asOf.value = moment;
    if (news.length) merge(news.filter(({ id }) => !answered.has(id)));
  };

  return {
    state,
    version,
    entries: () => map,
    asOf: () => asOf.peek(),
    size: () => map?.size ?? 0,
    refresh: async (page) => {
      if (busy || !key) return;
      busy = true;
      if (!staged) answered.clear();
      downloading.value = true;
      try {
        const since = asOf.peek();
        await (since === undefined ? takeWhole(page) : takeChanges(page, since));
      } catch (error) {
        // A cursor that the server no longer knows leads nowhere: from the beginning, next time.
        if ((error as { code?: unknown }).code === 'CURSOR_INVALID') staged = undefined;
        throw error;
      } finally {
        busy = false;
        downloading.value = false;
      }
    },
    learned: async (entries) => {
      const commit = (): void => {
        if (busy || staged) for (const entry of entries) answered.set(entry.id, entry);
        merge(entries);
      };
      if (!(key && map && entries.length)) return { changes: [], commit };
      pages += 1;
      return { changes: [await pagePut(key, entries, next++)], commit };
    },
    forget: () => {
      key = undefined;
      map = undefined;
      staged = undefined;
      asOf.value = undefined;
      version.value += 1;
    },
  };
};
