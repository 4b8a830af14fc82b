/** Takes frames from the running camera, one under way at a time, and hands every text read to `onText`. */
import type { Decoder } from './decoder.ts';

/** Longer side of a frame in pixels: a version 4 code an arm's length away still has 3 pixels a module. */
const longestSide = 1024;
const pauseMs = 40;

const grab = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined => {
  const { videoWidth, videoHeight } = video;
  if (!videoWidth || !videoHeight) return undefined;
  const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
  const width = Math.round(videoWidth * scale);
  const height = Math.round(videoHeight * scale);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(video, 0, 0, width, height);
  return pen?.getImageData(0, 0, width, height);
};

interface LoopPorts {
  video: HTMLVideoElement;
  decoder: Decoder;
  isPaused: () => boolean;
  onText: (text: string) => void;
  onBroken: () => void;
}

export const startScanLoop = ({ video, decoder, isPaused, onText, onBroken }: LoopPorts): (() => void) => {
  const canvas = document.createElement('canvas');
  let running = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turn = async (): Promise<void> => {
    const image = isPaused() ? undefined : grab(video, canvas);
    if (image) for (const text of await decoder.decode(image)) if (running && !isPaused()) onText(text);
    if (running) timer = setTimeout(run, pauseMs);
  };
  const run = (): void => {
    turn().catch(() => running && onBroken());
  };
  decoder.ready.then(run, () => running && onBroken());

  return () => {
    running = false;
    clearTimeout(timer);
  };
};
