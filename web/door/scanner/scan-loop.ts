/** Takes frames from the running camera, one under way at a time, and hands what was read in each to `onFrame`. */
import type { Decoder } from './decoder.ts';
import { planFrame } from './frame-plan.ts';

const pauseMs = 40;

const grab = (video: HTMLVideoElement, canvas: HTMLCanvasElement, turn: number): ImageData | undefined => {
  const { videoWidth, videoHeight } = video;
  if (!videoWidth || !videoHeight) return undefined;
  const { left, top, width, height, toWidth, toHeight } = planFrame(turn, videoWidth, videoHeight);
  // A canvas is cleared by each change of its size, and one of the larger size serves both views.
  if (canvas.width < toWidth) canvas.width = toWidth;
  if (canvas.height < toHeight) canvas.height = toHeight;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(video, left, top, width, height, 0, 0, toWidth, toHeight);
  return pen?.getImageData(0, 0, toWidth, toHeight);
};

interface LoopPorts {
  video: HTMLVideoElement;
  decoder: Decoder;
  isPaused: () => boolean;
  /** Something more urgent is under way: no frame is taken, and none counts as decoded. */
  isBusy: () => boolean;
  /** The texts of a decoded frame, also when there are none; never while paused: what is before the camera may still be. */
  onFrame: (texts: readonly string[]) => void;
  onBroken: () => void;
}

export const startScanLoop = ({ video, decoder, isPaused, isBusy, onFrame, onBroken }: LoopPorts): (() => void) => {
  const canvas = document.createElement('canvas');
  let running = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turns = 0;

  const takeFrame = async (): Promise<void> => {
    const image = isPaused() ? undefined : grab(video, canvas, turns);
    turns += 1;
    if (!image) return;
    const texts = await decoder.decode(image);
    if (running && !isPaused()) onFrame(texts);
  };
  const turn = async (): Promise<void> => {
    if (!isBusy()) await takeFrame();
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
