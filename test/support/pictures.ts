/** Small pictures as files: PNG of every kind that browsers write, and a JPEG. */
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by PNG's colour type. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A piece of a PNG with its checksum. */
export const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
};

export interface PngPlan {
  width?: number;
  height?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  colour?: number;
  bits?: number;
  interlace?: number;
  /** Pieces between its head and its pixels. */
  extra?: readonly Buffer[];
  /** The sample at a place of a row; a slope unless told. */
  sample?: (x: number, y: number, channel: number) => number;
}

const slope = (x: number, y: number, channel: number): number =>
  channel === 3 ? 255 : (x * 3 + y + channel * 60) % 256;

/** The piece that says how large a PNG is and of what kind. */
export const pngHead = ({ width = 48, height = 56, bits = 8, colour = 6, interlace = 0 }: PngPlan): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, interlace], 8);
  return chunk('IHDR', head);
};

export const aPng = (plan: PngPlan = {}): Uint8Array => {
  const { width = 48, height = 56, colour = 6, bits = 8, interlace = 0, extra = [], sample = slope } = plan;
  const perPixel = samples[colour] ?? 4;
  const row = 1 + width * perPixel;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < perPixel; channel += 1)
        pixels[y * row + 1 + x * perPixel + channel] = colour === 3 ? (x + y) % 2 : sample(x, y, channel);
  const head = pngHead({ width, height, bits, colour, interlace });
  const palette = colour === 3 ? [chunk('PLTE', Buffer.from([11, 79, 108, 240, 200, 20]))] : [];
  const parts = [head, ...palette, ...extra, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return Uint8Array.from(Buffer.concat([signature, ...parts]));
};

/** The pixels of a rendered page, as a file that people can open. */
export const pngOf = ({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): Uint8Array =>
  aPng({ width, height, sample: (x, y, channel) => data[(y * width + x) * 4 + channel] ?? 0 });

/**
 * A JPEG as far as a reader of its head sees: start, what comes before the frame, frame of that size, scan, end. Enough for what does not unpack its pixels.
 */
export const aJpegHead = ({ width = 48, height = 56, components = 3, before = [] as number[] } = {}): Uint8Array => {
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, components];
  for (let index = 1; index <= components; index += 1) frame.push(index, 0x11, 0);
  const segment = (marker: number, data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  const scan = segment(0xda, [1, 1, 0, 0, 63, 0]);
  const body = Array.from({ length: 40 }, (_, index) => index);
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [74, 70]),
    ...before,
    ...segment(0xc0, frame),
    ...scan,
    ...body,
    0xff,
    0xd9,
  ]);
};
