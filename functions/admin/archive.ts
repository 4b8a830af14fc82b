/** Writes and reads the file of an export, line by line: what is in memory does not grow with the regency. */
import { createHash } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { access, type FileHandle, open, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { itemSchemaVersion } from '../platform/item-version.ts';
import { keyOf, type RawItem } from '../platform/raw-items.ts';
import { isKeyOf, isKnownKind, kindOf, ownerOf } from '../platform/regency-items.ts';
import { type Archive, archiveFormat, Manifest, Trailer } from './archive-schema.ts';
import { itemFrom, itemText } from './raw-json.ts';
import { isFileError, Refusal } from './refusal.ts';

const newLine = 10;
/** An item of DynamoDB is 400 kB at most; written as JSON, and nothing but lists of `NULL`, seven times that. */
const longestLine = 4 * 1024 * 1024;

/** Told in the trailer of what has passed. */
const makeTally = () => {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  const keys = new Map<string, Set<string>>();
  let items = 0;
  return {
    line: (text: string | Uint8Array) => hash.update(text).update('\n'),
    item: (item: RawItem) => {
      const [kind, owner] = [kindOf(keyOf(item)), ownerOf(keyOf(item))];
      items += 1;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      const publicKey = kind === 'seal-head' ? item.publicKey?.S : undefined;
      if (publicKey !== undefined && owner !== undefined)
        keys.set(publicKey, (keys.get(publicKey) ?? new Set()).add(owner));
    },
    trailer: (): Trailer => ({
      items,
      counts: Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
      sealKeys: [...keys.keys()].sort(),
      sha256: hash.digest('hex'),
    }),
    sealKeyRegencies: () => new Map([...keys.keys()].sort().map((key) => [key, [...(keys.get(key) ?? [])].sort()])),
  };
};

/** Of a kind that this Hadir does not know, or of a version above what the manifest says. */
const isNewer = (item: RawItem, { items }: Pick<Manifest, 'items'>): boolean =>
  !isKnownKind(keyOf(item)) || Number(item.v?.N ?? 1) > items;

/** @throws Refusal FILE_EXISTS: nothing of anybody's is written over. */
export const refuseExisting = async (file: string): Promise<void> => {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Refusal('FILE_EXISTS', file);
};

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does the work over a new file that only its owner can read. However it ends short of the machine's own end, by a failure or by Ctrl-C,
 * nothing of the file stays: it names people. What another export has under that name is not touched.
 */
const withDraft = async (draft: string, work: (file: FileHandle) => Promise<void>): Promise<void> => {
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    throw isFileError(error, 'EEXIST') ? new Refusal('DRAFT_EXISTS', draft) : error;
  });
  const remove = (): void => rmSync(draft, { force: true });
  const end = (signal: NodeJS.Signals): void => {
    remove();
    for (const name of endings) process.off(name, end);
    // And now as if nobody had listened.
    process.kill(process.pid, signal);
  };
  for (const name of endings) process.on(name, end);
  try {
    await work(file);
  } catch (error) {
    remove();
    throw error;
  } finally {
    for (const name of endings) process.off(name, end);
  }
};

/**
 * Writes the file, readable by its owner only: it names people. Under its name it stands whole or not at all.
 *
 * @throws Refusal FILE_EXISTS where something has that name already, DRAFT_EXISTS where another export is at it, or was killed; TABLE_NEWER where
 * an item is of a kind or a version that this Hadir does not know.
 */
export const writeArchive = async (
  file: string,
  content: Omit<Manifest, 'format'>,
  pages: AsyncIterable<readonly RawItem[]>,
): Promise<Archive> => {
  await refuseExisting(file);
  const tally = makeTally();
  const manifest: Manifest = { format: archiveFormat, ...content };
  let trailer: Trailer | undefined;
  async function* lines(): AsyncGenerator<string> {
    const first = JSON.stringify(manifest);
    tally.line(first);
    yield `${first}\n`;
    for await (const page of pages)
      for (const item of page) {
        if (isNewer(item, content)) throw new Refusal('TABLE_NEWER', kindOf(keyOf(item)));
        const text = itemText(item);
        tally.line(text);
        tally.item(item);
        yield `${text}\n`;
      }
    trailer = tally.trailer();
    yield `${JSON.stringify({ end: trailer })}\n`;
  }
  const draft = `${file}.part`;
  await withDraft(draft, async (written) => {
    const source = Readable.from(lines(), { objectMode: true, highWaterMark: 16 });
    await pipeline(source, createGzip(), written.createWriteStream({ flush: true }));
    await rename(draft, file);
  });
  return { manifest, trailer: trailer as Trailer, sealKeyRegencies: tally.sealKeyRegencies() };
};

/** Refusals as they are; whatever else a reader or a schema stumbles over is the file's fault. */
const blame = (error: unknown, file: string): unknown => {
  if (error instanceof Refusal || isFileError(error, 'EACCES')) return error;
  return new Refusal(isFileError(error, 'ENOENT') ? 'FILE_MISSING' : 'ARCHIVE_BROKEN', file);
};

/**
 * The lines in these pieces of a file, without their ends. By bytes: a text may hold what others take for the end of a line. A line that
 * never ends is not waited for: packed, a small file holds gigabytes of it.
 */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]);
      [rest, held] = [[], 0];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > longestLine) throw new RangeError('a line is longer than any item');
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

async function* linesOf(file: string): AsyncGenerator<Uint8Array> {
  const unzipped = createGunzip();
  const reading = pipeline(createReadStream(file), unzipped);
  // Told by the loop below; without this a failure would end the process.
  reading.catch(() => {});
  const lines = linesIn(unzipped);
  for (;;) {
    // What fails here is the file; what fails in whoever takes the lines is theirs, and passes as it is.
    const next = await lines.next().catch((error: unknown) => {
      throw blame(error, file);
    });
    if (next.done) break;
    yield next.value;
  }
  await reading.catch((error: unknown) => {
    throw blame(error, file);
  });
}

/** Ours, and of a version that this product reads. */
const manifestFrom = (json: unknown, file: string): Manifest => {
  const { format } = json as { format?: unknown };
  if (typeof format !== 'string' || !format.startsWith('hadir-export-')) throw new Refusal('ARCHIVE_UNKNOWN', file);
  if (format !== archiveFormat) throw new Refusal('ARCHIVE_NEWER', file);
  const manifest = Manifest.parse(json);
  if (manifest.items > itemSchemaVersion) throw new Refusal('ARCHIVE_NEWER', file);
  return manifest;
};

/** Takes the lines in their order; an item where one is in the line. */
const makeReader = (file: string) => {
  const tally = makeTally();
  let manifest: Manifest | undefined;
  let said: Trailer | undefined;
  const itemIn = (json: unknown, { regencies, items }: Manifest): RawItem => {
    const item = itemFrom(json);
    const owner = ownerOf(keyOf(item));
    const isMeant = owner !== undefined && regencies.includes(owner) && isKeyOf(keyOf(item), owner);
    if (!isMeant) throw new Refusal('ARCHIVE_CHANGED', file);
    if (isNewer(item, { items })) throw new Refusal('ARCHIVE_NEWER', file);
    tally.item(item);
    return item;
  };
  const take = (line: Uint8Array): RawItem | undefined => {
    if (said) throw new Refusal('ARCHIVE_CHANGED', file);
    const json: unknown = JSON.parse(Buffer.from(line).toString('utf8'));
    if (manifest && Object.hasOwn(json as object, 'end')) {
      said = Trailer.parse((json as { end: unknown }).end);
      return undefined;
    }
    tally.line(line);
    if (manifest) return itemIn(json, manifest);
    manifest = manifestFrom(json, file);
    return undefined;
  };
  const end = (): Archive => {
    if (!manifest || !said) throw new Refusal('ARCHIVE_BROKEN', file);
    const trailer = tally.trailer();
    if (JSON.stringify(trailer) !== JSON.stringify(said)) throw new Refusal('ARCHIVE_CHANGED', file);
    return { manifest, trailer, sealKeyRegencies: tally.sealKeyRegencies() };
  };
  const blamed =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return work(...args);
      } catch (error) {
        throw blame(error, file);
      }
    };
  return { take: blamed(take), end: blamed(end) };
};

/**
 * Reads the file to its end, and tells each item to `see`. Whoever acts on the items reads it a first time without acting.
 *
 * @throws Refusal ARCHIVE_UNKNOWN, ARCHIVE_NEWER, ARCHIVE_BROKEN (cut off, unreadable, a line longer than any item), ARCHIVE_CHANGED
 * (another hash, an item of another regency or naming its session), FILE_MISSING.
 */
export const readArchive = async (file: string, see: (item: RawItem) => Promise<void> | void): Promise<Archive> => {
  const reader = makeReader(file);
  for await (const line of linesOf(file)) {
    const item = reader.take(line);
    if (item) await see(item);
  }
  return reader.end();
};
