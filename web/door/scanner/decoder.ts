/** The decoding worker from the page's side: one frame at a time. */
import type { Decoded, Frame } from './decode-worker.ts';

export interface Decoder {
  /** Resolves when the decoder is loaded; rejects when it cannot be. */
  ready: Promise<void>;
  decode: (image: ImageData) => Promise<string[]>;
  stop: () => void;
}

export const makeDecoder = (): Decoder => {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const next = (): Promise<string[]> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Decoded>) => {
        if ('texts' in data) resolve(data.texts);
        else reject(new Error('decoder'));
      };
      worker.onerror = () => reject(new Error('decoder'));
    });
  // The worker speaks once by itself, when its WebAssembly is there.
  const ready = next().then(() => undefined);
  return {
    ready,
    decode: ({ data, width, height }) => {
      const answer = next();
      const frame: Frame = { pixels: data.buffer as ArrayBuffer, width, height };
      worker.postMessage(frame, [frame.pixels]);
      return answer;
    },
    stop: () => worker.terminate(),
  };
};
