/** The QR as a picture, read as a door reads it. */
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { qrPng, qrSvg } from '../../functions/invitations/qr.ts';
import { oneBitPng } from '../../functions/platform/one-bit-png.ts';
import { readQr } from '../support/read-qr.ts';

const code = `HTTPS://HADIR.EXAMPLE/C/${'A'.repeat(39)}`;

test('says what was put in, with the white border that readers want', async () => {
  const png = qrPng(code);
  expect(await readQr(png)).toEqual([code]);
  // Version 4 has 33 modules; with four of border on each side, at ten pixels.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([410, 410]);
  expect(qrSvg(code)).toContain('viewBox="0 0 41 41"');
});

test('rows whose pixels do not fill their last byte are read as they were drawn', () => {
  const png = oneBitPng(11, (x, y) => x === y);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  expect(rows).toHaveLength(11 * 3);
  const isDark = (x: number, y: number): boolean => ((rows[y * 3 + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  for (let y = 0; y < 11; y += 1) for (let x = 0; x < 11; x += 1) expect(isDark(x, y)).toBe(x === y);
});
