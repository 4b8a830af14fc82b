/** Reads a QR's picture as a door does: by the scanner's own decoder. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

const prepare = async (): Promise<void> => {
  const { buffer, byteOffset, byteLength } = await readFile(wasm);
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};
let prepared: Promise<void> | undefined;

/** The texts of the codes in a PNG, or in a picture that is decoded already. */
export const readQr = async (picture: Uint8Array | ImageData): Promise<string[]> => {
  prepared ??= prepare();
  await prepared;
  const codes = await readBarcodes(picture, { formats: ['QRCode'] });
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text);
};
