/** Reads QR codes in camera frames, off the page's thread. */
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** One camera frame, and what was read in it. */
export interface Frame {
  pixels: ArrayBuffer;
  width: number;
  height: number;
}
export type Decoded = { texts: string[] } | { failed: true };

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  // Dark screens show codes inverted; near codes are larger than they need to be.
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 1,
};

const ready = prepareZXingModule({
  overrides: { locateFile: (file: string, folder: string) => (file.endsWith('.wasm') ? wasmUrl : folder + file) },
  fireImmediately: true,
});

const answer = (decoded: Decoded): void => postMessage(decoded);

ready.then(
  () => answer({ texts: [] }),
  () => answer({ failed: true }),
);

addEventListener('message', async ({ data }: MessageEvent<Frame>) => {
  try {
    const image = new ImageData(new Uint8ClampedArray(data.pixels), data.width, data.height);
    const results = await readBarcodes(image, options);
    answer({ texts: results.filter(({ isValid }) => isValid).map(({ text }) => text) });
  } catch {
    answer({ failed: true });
  }
});
