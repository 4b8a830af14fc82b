/**
 * A picture of black and white pixels as PNG (ISO/IEC 15948): greyscale of one bit, unfiltered. Node has the two parts that take work,
 * deflate and the CRC; the PNG package behind `qrcode`'s own pictures is 30 kB more in a bundle.
 */
import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
};

/** A square of `side` pixels; `isDark` is asked for each, `x` to the right and `y` down from the upper left. */
export const oneBitPng = (side: number, isDark: (x: number, y: number) => boolean): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Depth 1, greyscale; the one compression and the one filtering that there are; not interlaced.
  header.set([1, 0, 0, 0, 0], 8);
  // Each row begins with its filter: none. A bit that is set is white.
  const rowBytes = 1 + Math.ceil(side / 8);
  const rows = Buffer.alloc(rowBytes * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const byte = y * rowBytes + 1 + (x >> 3);
      if (!isDark(x, y)) rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
};
