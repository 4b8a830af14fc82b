/**
 * Just enough of the ZIP format to open somebody's workbook without harm: what it claims is checked before anything is
 * inflated, and what is inflated is held to the claim.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { RosterUnreadable } from './sheet.ts';

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const stored = 0;
const deflated = 8;
/** An encrypted entry. */
const encryptedFlag = 1;
/** Sizes and checksum follow the entry. */
const streamedFlag = 8;

const endOfDirectory = (zip: Buffer): number => {
  const lowest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= lowest; at -= 1) if (zip.readUInt32LE(at) === signature.end) return at;
  throw new RosterUnreadable('NOT_A_WORKBOOK');
};

const entryAt = (zip: Buffer, at: number): ZipEntry => {
  if (zip.readUInt32LE(at) !== signature.central) throw new RosterUnreadable('NOT_A_WORKBOOK');
  if (zip.readUInt16LE(at + 8) & encryptedFlag) throw new RosterUnreadable('PASSWORD_OR_OLD_FORMAT');
  return {
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
    name: zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)),
  };
};

/** The central directory: what the archive says it holds. Throws RosterUnreadable, or RangeError on a cut file. */
export const listZip = (zip: Buffer): ZipEntry[] => {
  const end = endOfDirectory(zip);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    entries.push(entryAt(zip, at));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

/** An entry's content. An entry that holds more than it claims is refused, not inflated to its end. */
export const inflateEntry = (zip: Buffer, { method, packedSize, size, offset }: ZipEntry): Buffer => {
  if (zip.readUInt32LE(offset) !== signature.local) throw new RosterUnreadable('NOT_A_WORKBOOK');
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (method === stored && packedSize === size) return packed;
  if (method !== deflated) throw new RosterUnreadable('NOT_A_WORKBOOK');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const over = error instanceof RangeError;
    throw new RosterUnreadable(over ? 'TOO_LARGE' : 'NOT_A_WORKBOOK', error);
  }
};

const localHeader = (name: Buffer, size: number): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(signature.local, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
};

const centralHeader = (name: Buffer, size: number, offset: number): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(signature.central, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return header;
};

/**
 * An archive of plain (not compressed) entries, for a reader that would otherwise inflate by itself. Without
 * checksums.
 */
export const storeZip = (contents: ReadonlyMap<string, Buffer>): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of contents) {
    const name = Buffer.from(path, 'utf8');
    const header = localHeader(name, content.length);
    central.push(centralHeader(name, content.length, offset), name);
    local.push(header, name, content);
    offset += header.length + name.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(contents.size, 8);
  end.writeUInt16LE(contents.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
};

/** The local header and the packed bytes of an entry as they stand in an archive. */
const localPart = (zip: Buffer, { offset, packedSize }: ZipEntry): Buffer => {
  const header = 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  return zip.subarray(offset, offset + header + packedSize);
};

/** Sizes and checksum stand before the entry; those of a streamed one came behind it, which this replaces. */
const sized = (part: Buffer, { crc, packedSize, size, method }: Omit<ZipEntry, 'name' | 'offset'>): Buffer => {
  const header = Buffer.from(part.subarray(0, 30 + part.readUInt16LE(26) + part.readUInt16LE(28)));
  const flags = header.readUInt16LE(6);
  header.writeUInt16LE(flags & ~streamedFlag, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  return header;
};

/** The same archive with another content for one of its entries; all others are passed on as they are packed. */
export const withEntry = (zip: Buffer, changed: ZipEntry, content: Buffer): Buffer => {
  const end = endOfDirectory(zip);
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let at = zip.readUInt32LE(end + 16);
  for (const entry of listZip(zip)) {
    const length = 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const record = Buffer.from(zip.subarray(at, at + length));
    at += length;
    const part = localPart(zip, entry);
    const isChanged = entry.offset === changed.offset;
    const packed = isChanged ? deflateRawSync(content) : part.subarray(part.length - entry.packedSize);
    const facts = isChanged
      ? { method: deflated, crc: crc32(content), packedSize: packed.length, size: content.length }
      : entry;
    const header = sized(part, facts);
    record.writeUInt16LE(record.readUInt16LE(8) & ~streamedFlag, 8);
    record.writeUInt16LE(facts.method, 10);
    record.writeUInt32LE(facts.crc, 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(facts.size, 24);
    record.writeUInt32LE(offset, 42);
    local.push(header, packed);
    central.push(record);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, tail]);
};
