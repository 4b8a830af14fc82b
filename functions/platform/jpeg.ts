/** What a JPEG says of itself (ITU-T T.81, annex B), and the same picture without what a camera wrote beside it. */

export interface Jpeg {
  /** Without EXIF, comments and thumbnails: where it was taken, and by which telephone, is nobody's business here. */
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** In pixels. A small file can be a picture that takes gigabytes to unpack. */
export interface Sides {
  least: number;
  most: number;
}

/** Baseline and progressive. Lossless, hierarchical and arithmetic coded: no browser makes them, and a PDF cannot hold them. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Huffman and quantization tables, the interval of restarts; and JFIF's and Adobe's own, which say how the colours are to be read. */
const kept: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xe0, 0xee]);
const isBeside = (marker: number): boolean => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
const scan = 0xda;

const endsWell = (bytes: Uint8Array): boolean => {
  let end = bytes.length;
  // Some cameras fill up with zeros.
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9;
};

interface Segment {
  marker: number;
  bytes: Uint8Array;
}

/**
 * What comes before the picture itself, piece by piece, and the rest from its first scan on; undefined where it is none or cut off, or
 * where there is any other marker: what other programs make of those is not known here.
 */
const segmentsOf = (bytes: Uint8Array): { segments: Segment[]; rest: Uint8Array } | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === scan) return { segments, rest: bytes.subarray(at) };
    if (!frames.has(marker) && !kept.has(marker) && !isBeside(marker)) return undefined;
    const next = at + 2 + view.getUint16(at + 2);
    if (next < at + 4 || next > bytes.length) return undefined;
    segments.push({ marker, bytes: bytes.subarray(at, next) });
    at = next;
  }
  return undefined;
};

/** A frame's header: marker and length, the precision, height and width in two bytes each, how many colours. */
const sizeOf = ({ bytes }: Segment, sides: Sides): Pick<Jpeg, 'width' | 'height'> | undefined => {
  const [precision, colours] = [bytes[4], bytes[9]];
  if (bytes.length < 13 || precision !== 8 || (colours !== 1 && colours !== 3)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [height, width] = [view.getUint16(5), view.getUint16(7)];
  const isSide = (pixels: number): boolean => pixels >= sides.least && pixels <= sides.most;
  return isSide(width) && isSide(height) ? { width, height } : undefined;
};

/** The picture that these bytes are; undefined where they are none, are cut off, could not be printed, or its sides are others. */
export const readJpeg = (bytes: Uint8Array, sides: Sides): Jpeg | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || !endsWell(bytes)) return undefined;
  const { segments, rest } = segmentsOf(bytes) ?? {};
  const [frame, second] = segments?.filter(({ marker }) => frames.has(marker)) ?? [];
  const size = frame && !second && sizeOf(frame, sides);
  if (!segments || !rest || !size) return undefined;
  const own = segments.filter(({ marker }) => !isBeside(marker)).map((segment) => segment.bytes);
  return { bytes: Buffer.concat([bytes.subarray(0, 2), ...own, rest]), ...size };
};
