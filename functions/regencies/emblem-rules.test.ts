import { expect, test } from 'vitest';
import { aJpegHead, aPng, chunk, pngHead } from '../../test/support/pictures.ts';
import { readEmblem } from './emblem-rules.ts';

test.each([0, 2, 3, 4, 6])('a whole PNG of colour type %i is an emblem', (colour) => {
  const png = aPng({ colour });
  expect(Buffer.compare(readEmblem(png) ?? Buffer.alloc(0), png)).toBe(0);
});

test.each([1, 3])('a JPEG of %i components is an emblem', (components) => {
  expect(readEmblem(aJpegHead({ components }))).toEqual(Buffer.from(aJpegHead({ components })));
});

test('of a PNG only the picture is kept', () => {
  const beside = [
    chunk('tEXt', Buffer.alloc(140_000, 65)),
    chunk('acTL', Buffer.alloc(8)),
    chunk('tRNS', Buffer.alloc(6)),
  ];
  expect(readEmblem(aPng({ colour: 2, extra: beside }))).toEqual(Buffer.from(aPng({ colour: 2 })));
  const seeThrough = aPng({ colour: 3, extra: [chunk('tRNS', Buffer.from([0, 128]))] });
  expect(readEmblem(seeThrough)).toEqual(Buffer.from(seeThrough));
});

test('of a JPEG no comment and no place is kept', () => {
  const before = [0xff, 0xe1, 0, 6, 71, 80, 83, 0, 0xff, 0xfe, 0, 4, 72, 105];
  expect(readEmblem(aJpegHead({ before }))).toEqual(Buffer.from(aJpegHead()));
});

test.each([
  ['interlaced', aPng({ interlace: 1 })],
  ['of 16 bits', aPng({ bits: 16 })],
  ['of an unknown colour type', aPng({ colour: 5 })],
  ['too small', aPng({ width: 31 })],
  ['too large', aPng({ height: 1201 })],
  ['cut off', aPng().subarray(0, -20)],
  ['without its end', aPng().subarray(0, -12)],
  ['a JPEG of four components', aJpegHead({ components: 4 })],
  ['a JPEG that is too wide', aJpegHead({ width: 1201 })],
  ['a JPEG cut off', aJpegHead().subarray(0, -2)],
  ['of two heads', aPng({ extra: [pngHead({ width: 37 })] })],
  ['of two heads, the second of 6 GB', aPng({ extra: [pngHead({ width: 40_000, height: 40_000 })] })],
  ['of two heads, the second interlaced', aPng({ extra: [pngHead({ interlace: 1 })] })],
  ['of two palettes', aPng({ colour: 3, extra: [chunk('PLTE', Buffer.from([1, 2, 3]))] })],
  ['with more transparency than colours', aPng({ colour: 3, extra: [chunk('tRNS', Buffer.alloc(257))] })],
  ['a JPEG with a restart before its frame', aJpegHead({ before: [0xff, 0xd0] })],
  ['a JPEG with another frame before its own', aJpegHead({ before: [0xff, 0xc5, 0, 2] })],
  ['empty', new Uint8Array()],
  ['another file', new TextEncoder().encode('GIF89a '.repeat(40))],
])('%s is none', (_, bytes) => {
  expect(readEmblem(bytes)).toBeUndefined();
});

test('one changed byte anywhere makes a PNG none', () => {
  const whole = aPng();
  const broken = Array.from({ length: whole.length }, (_, at) => {
    const bytes = Uint8Array.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return readEmblem(bytes);
  });
  expect(broken.filter(Boolean)).toEqual([]);
});
