/** The device's cameras: opening one, listing them, their lamp; and why there is none. */

export type CameraFault = 'INSECURE' | 'DENIED' | 'NONE' | 'BUSY' | 'BROKEN';

export interface Camera {
  stream: MediaStream;
  deviceId: string | undefined;
  /** Absent when this camera has no lamp. */
  setTorch: ((on: boolean) => Promise<void>) | undefined;
  close: () => void;
}

/** What the browser throws, in our words. */
export const faultOf = (name: string): CameraFault => {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'DENIED';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'NONE';
  return name === 'NotReadableError' || name === 'AbortError' ? 'BUSY' : 'BROKEN';
};

/** `torch` is not in TypeScript's list of capabilities yet. */
type WithTorch = MediaTrackCapabilities & { torch?: boolean };

const torchOf = (track: MediaStreamTrack): Camera['setTorch'] => {
  const capabilities: WithTorch = track.getCapabilities?.() ?? {};
  if (!capabilities.torch) return undefined;
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
};

/** Opens a camera: the chosen one, or the one on the device's back. Throws a {@link CameraFault} as the error's message. */
export const openCamera = async (deviceId: string | undefined): Promise<Camera> => {
  // Over plain http the browser has no `mediaDevices` at all.
  if (!navigator.mediaDevices?.getUserMedia) throw new Error('INSECURE' satisfies CameraFault);
  const which = deviceId ? { deviceId: { ideal: deviceId } } : { facingMode: { ideal: 'environment' } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    const track = stream.getVideoTracks()[0];
    return {
      stream,
      deviceId: track?.getSettings().deviceId,
      setTorch: track && torchOf(track),
      close: () => {
        for (const one of stream.getTracks()) one.stop();
      },
    };
  } catch (error) {
    throw new Error(faultOf(error instanceof DOMException ? error.name : ''));
  }
};

export interface CameraName {
  id: string;
  label: string;
}

/** Browsers name cameras only after one was allowed. */
export const listCameras = async (): Promise<CameraName[]> => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, label }));
};
