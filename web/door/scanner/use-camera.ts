/** The camera's life on the page: opening, decoding, lamp, choice; and what is wrong when it does not run. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Camera, type CameraFault, type CameraName, listCameras, openCamera } from './camera.ts';
import { makeDecoder } from './decoder.ts';
import { makeRecentCodes } from './recent-codes.ts';
import { rememberCamera, rememberedCamera } from './remembered-camera.ts';
import { startScanLoop } from './scan-loop.ts';
import type { ScannerFault } from './texts.ts';

export type CameraState =
  | { status: 'starting' }
  | { status: 'running'; camera: Camera; cameras: readonly CameraName[] }
  | { status: 'faulty'; fault: ScannerFault };

interface UseCamera {
  video: RefObject<HTMLVideoElement>;
  state: CameraState;
  choose: (deviceId: string) => void;
  retry: () => void;
}

/** Not to be seen means not to be scanned: another view covers the picture, or the page is in the background. */
const isHidden = (video: HTMLVideoElement): boolean =>
  document.visibilityState !== 'visible' ||
  video.offsetParent === null ||
  document.querySelector('dialog[open]:not(.verdict)') !== null;

const never = (): boolean => false;

/** `onText` hears of each code once, for as long as it stays before the camera; again when it answers that it did not take it. */
export const useCamera = (onText: (text: string) => boolean, isBusy = never): UseCamera => {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>({ status: 'starting' });
  const [deviceId, setDeviceId] = useState(() => rememberedCamera());
  const [turn, setTurn] = useState(0);

  // `turn` asks again for the same camera.
  useEffect(() => {
    const stops: (() => void)[] = [];
    let gone = false;
    const stop = (): void => {
      for (const one of stops.splice(0)) one();
    };
    const fail = (fault: ScannerFault): void => {
      stop();
      if (!gone) setState({ status: 'faulty', fault });
    };
    const start = async (): Promise<void> => {
      const picture = video.current;
      if (!picture) return;
      const camera = await openCamera(deviceId);
      stops.push(camera.close);
      if (gone) return stop();
      // Unplugged, or taken back by the system.
      camera.stream.getVideoTracks()[0]?.addEventListener('ended', () => fail('BUSY'));
      picture.srcObject = camera.stream;
      await picture.play().catch(() => undefined);
      const decoder = makeDecoder();
      stops.push(decoder.stop);
      const recent = makeRecentCodes();
      const onFrame = (texts: readonly string[]): void => {
        for (const text of recent.inFrame(texts, performance.now())) if (!onText(text)) recent.forget(text);
      };
      const ports = { video: picture, decoder, isPaused: () => isHidden(picture), isBusy, onFrame };
      stops.push(startScanLoop({ ...ports, onBroken: () => fail('DECODER') }));
      const cameras = await listCameras();
      if (gone) return stop();
      setState({ status: 'running', camera, cameras });
    };
    setState({ status: 'starting' });
    start().catch((error: unknown) => fail(error instanceof Error ? (error.message as CameraFault) : 'BROKEN'));
    return () => {
      gone = true;
      stop();
    };
  }, [deviceId, turn, onText, isBusy]);

  const choose = useCallback((chosen: string) => {
    rememberCamera(chosen);
    setDeviceId(chosen);
  }, []);
  const retry = useCallback(() => setTurn((before) => before + 1), []);
  return { video, state, choose, retry };
};
