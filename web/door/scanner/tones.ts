/** A sound for each kind of result, made by the browser: distinct by rhythm and height, so that nobody has to look. */
import type { VerdictTone } from '../verdict/tone.ts';

type Note = readonly [hertz: number, startS: number, lengthS: number];

const melodies: Record<VerdictTone, readonly Note[]> = {
  good: [
    [880, 0, 0.09],
    [1320, 0.1, 0.14],
  ],
  warn: [
    [660, 0, 0.12],
    [660, 0.18, 0.12],
  ],
  bad: [[196, 0, 0.5]],
  info: [[523, 0, 0.25]],
};
const buzzes: Record<VerdictTone, number[]> = { good: [60], warn: [80, 80, 80], bad: [400], info: [150] };

let context: AudioContext | undefined;

/** Browsers are mute until the first tap: to be called from one. */
const unlock = (): void => {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // No sound on this device; colour, icon and words remain.
  }
};

/** From the first tap or key on, and again after the system has taken the sound away (a call, another app). */
export const keepTonesUnlocked = (): void => {
  for (const touch of ['pointerdown', 'keydown']) {
    addEventListener(touch, () => context?.state === 'running' || unlock(), { capture: true, passive: true });
  }
};

const sound = (audio: AudioContext, [hertz, start, length]: Note, type: OscillatorType): void => {
  const from = audio.currentTime + start;
  const voice = audio.createOscillator();
  const volume = audio.createGain();
  voice.type = type;
  voice.frequency.value = hertz;
  volume.gain.setValueAtTime(0.25, from);
  volume.gain.exponentialRampToValueAtTime(0.001, from + length);
  voice.connect(volume).connect(audio.destination);
  voice.start(from);
  voice.stop(from + length);
};

export const playTone = (tone: VerdictTone): void => {
  if (context?.state === 'running') {
    for (const note of melodies[tone]) sound(context, note, tone === 'bad' ? 'sawtooth' : 'sine');
  }
  // Before the first tap the browser forbids it, and says so in its console.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(buzzes[tone]);
};
