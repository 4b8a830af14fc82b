/**
 * The picture that every paper of a regency bears: a PNG or JPEG of reasonable size. It is read here and not only drawn, so that a broken
 * one is refused when it is uploaded and not when somebody prints 500 letters; and what was read is what is kept.
 */
import { crc32, inflateSync } from 'node:zlib';
import { readJpeg } from '../platform/jpeg.ts';

/** In pixels: an emblem is printed 20 mm wide, at which 400 are 500 dpi. */
export const emblemSides = { least: 32, most: 1200 };

const isSide = (pixels: number): boolean => pixels >= emblemSides.least && pixels <= emblemSides.most;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by PNG's colour type: grey, RGB, palette, grey and alpha, RGBA. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const palette = 3;

interface Chunk {
  type: string;
  data: Buffer;
  /** With its length, type and checksum. */
  whole: Buffer;
}

/** Undefined where a chunk is cut off, or is not what its checksum says. */
const chunksOf = (bytes: Buffer): Chunk[] | undefined => {
  const chunks: Chunk[] = [];
  for (let at = pngSignature.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined;
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return undefined;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, end + 4) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
};

/** The pixels, as many as the head says; undefined where they are others. */
const isFilled = (packed: Buffer, length: number, rowLength: number): boolean => {
  try {
    // Bounded, so that a small file cannot become a large one here.
    const pixels = inflateSync(packed, { maxOutputLength: length });
    const filters = Array.from({ length: length / rowLength }, (_, row) => pixels[row * rowLength] ?? 5);
    return pixels.length === length && filters.every((filter) => filter <= 4);
  } catch {
    return false;
  }
};

/** Up to 256 colours of three bytes each. */
const isPalette = ({ length }: Buffer): boolean => length > 0 && length <= 768 && length % 3 === 0;

/**
 * Eight bits a sample and not interlaced, as browsers write them: of other kinds the program that draws papers spoils some. It takes the
 * last head of several, and makes a crash of a long comment, so there is one head and no comment in what is kept.
 */
const readPng = (bytes: Buffer): Uint8Array | undefined => {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return undefined;
  const chunks = chunksOf(bytes);
  const of = (type: string): Chunk[] => chunks?.filter((chunk) => chunk.type === type) ?? [];
  const [head, ...otherHeads] = of('IHDR');
  if (!head || head !== chunks?.[0] || otherHeads.length > 0 || head.data.length !== 13) return undefined;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [bits, colour, , , interlace] = head.data.subarray(8);
  const perPixel = samples[colour ?? -1];
  if (perPixel === undefined || bits !== 8 || interlace !== 0 || !isSide(width) || !isSide(height)) return undefined;
  // Of other colour types these only propose colours, or name one as transparent, which is drawn wrongly.
  const colours = colour === palette ? { PLTE: of('PLTE'), tRNS: of('tRNS') } : { PLTE: [], tRNS: [] };
  if (colour === palette && !(colours.PLTE.length === 1 && colours.PLTE.every(({ data }) => isPalette(data))))
    return undefined;
  if (colours.tRNS.length > 1 || colours.tRNS.some(({ data }) => data.length > 256)) return undefined;
  const pixels = of('IDAT');
  const rowLength = 1 + width * perPixel;
  if (!isFilled(Buffer.concat(pixels.map(({ data }) => data)), rowLength * height, rowLength)) return undefined;
  const kept = [head, ...colours.PLTE, ...colours.tRNS, ...pixels, ...of('IEND')];
  return Buffer.concat([pngSignature, ...kept.map(({ whole }) => whole)]);
};

/** What is kept of a file: PNG or JPEG by its own first bytes, whatever it was called; undefined where not every paper can bear it. */
export const readEmblem = (file: Uint8Array): Uint8Array | undefined =>
  readPng(Buffer.from(file.buffer, file.byteOffset, file.byteLength)) ?? readJpeg(file, emblemSides)?.bytes;
