/**
 * Camera frames that are hard to read, drawn from a seed: 1280 x 720 grey pixels as a phone's camera gives them, each with one of
 * our codes tilted, blurred, dark, small, dirty, glaring, inverted or pale. How hard varies within a kind, up to what no reader
 * reads, so that a change of the scanner for better or worse shows.
 */
import QRCode from 'qrcode';
import { toBase32 } from '../../functions/platform/ids.ts';
import { randomOf } from '../cases/generate/random.ts';

export const frameWidth = 1280;
export const frameHeight = 720;

export const kinds = [
  'tilt',
  'blur',
  'motion',
  'dark',
  'small',
  'dirt',
  'glare',
  'inverted',
  'pale',
  'all',
  'none',
] as const;
export type Kind = (typeof kinds)[number];

export interface HardFrame {
  kind: Kind;
  /** What the code says; undefined in a frame without a code. */
  text: string | undefined;
  pixels: Uint8Array;
}

type Random = () => number;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
/** Near enough to a normal distribution: the sum of four. */
const noise = (random: Random): number => (random() + random() + random() + random() - 2) * Math.sqrt(3);

/** An address as it stands in the QR of an invitation. */
const codeText = (random: Random): string => {
  const bytes = Uint8Array.from({ length: 24 }, () => Math.floor(random() * 256));
  return `HTTPS://HADIR.EXAMPLE/C/${toBase32(bytes).toUpperCase()}`;
};

/** How one frame is hard. Lengths are in pixels of the frame, light from 0 to 255. */
interface Look {
  /** Width of the code with its quiet zone, as if seen straight. */
  size: number;
  /** Radians: how far the card leans away, and how it is turned in its plane. */
  lean: number;
  turn: number;
  blur: number;
  motion: number;
  light: number;
  dark: number;
  grain: number;
  spots: number;
  glare: number;
}

const easy = (random: Random): Look => ({
  size: between(random, 220, 420),
  lean: between(random, 0, 0.3),
  turn: between(random, -0.5, 0.5),
  blur: 0.8,
  motion: 0,
  light: between(random, 170, 215),
  dark: between(random, 25, 50),
  grain: 3,
  spots: 0,
  glare: 0,
});

const hard: Record<Kind, (random: Random) => Partial<Look>> = {
  tilt: (random) => ({ lean: between(random, 0.7, 1.2), turn: between(random, -3.1, 3.1) }),
  blur: (random) => ({ blur: between(random, 1.5, 4.5) }),
  motion: (random) => ({ motion: between(random, 4, 15) }),
  dark: (random) => ({ light: between(random, 22, 45), dark: between(random, 6, 12), grain: between(random, 5, 11) }),
  small: (random) => ({ size: between(random, 70, 130) }),
  // Level M mends 15 % of the code's words, and a drop spoils every word that it touches.
  dirt: (random) => ({ spots: between(random, 0.005, 0.06) }),
  glare: (random) => ({ glare: between(random, 0.1, 0.4) }),
  inverted: (random) => ({ light: between(random, 15, 40), dark: between(random, 110, 210), grain: 5 }),
  pale: (random) => {
    const dark = between(random, 110, 140);
    return { dark, light: dark + between(random, 14, 40), grain: between(random, 3, 7) };
  },
  all: (random) => ({
    size: between(random, 150, 280),
    lean: between(random, 0.2, 0.7),
    blur: between(random, 0.8, 1.8),
    light: between(random, 60, 110),
    dark: between(random, 20, 35),
    grain: between(random, 4, 9),
    spots: between(random, 0, 0.015),
  }),
  none: () => ({ grain: 8 }),
};

/** From a pixel of the frame to a place on the card, in widths of it, its middle at 0: the inverse of leaning and turning it. */
const placeOnCard = ({ size, lean, turn }: Look, centerX: number, centerY: number) => {
  const [cosTurn, sinTurn, cosLean, sinLean] = [Math.cos(turn), Math.sin(turn), Math.cos(lean), Math.sin(lean)];
  /** Distance of the eye, in widths of the card. */
  const eye = 2.5;
  return (x: number, y: number): [number, number] => {
    const seenX = (x - centerX) / size;
    const seenY = (y - centerY) / size;
    const down = (seenY * eye) / (eye * cosLean - seenY * sinLean);
    const across = seenX * (1 + (down * sinLean) / eye);
    return [across * cosTurn + down * sinTurn, -across * sinTurn + down * cosTurn];
  };
};

const quiet = 4;

/** Light at a place of the card: 1 paper, 0 ink; undefined beside the card. */
const cardOf = (text: string) => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * quiet;
  return (x: number, y: number): number | undefined => {
    if (Math.abs(x) > 0.5 || Math.abs(y) > 0.5) return undefined;
    const column = Math.floor((x + 0.5) * across) - quiet;
    const row = Math.floor((y + 0.5) * across) - quiet;
    if (column < 0 || row < 0 || column >= modules.size || row >= modules.size) return 1;
    return modules.get(row, column) ? 0 : 1;
  };
};

interface Blot {
  x: number;
  y: number;
  radius: number;
  ink: number;
}

/** Dirt on the card until it covers that share of it: drops and smears, dark or light. */
const blots = (random: Random, share: number): Blot[] => {
  const made: Blot[] = [];
  for (let covered = 0; covered < share; ) {
    const radius = between(random, 0.015, 0.07);
    covered += Math.PI * radius * radius;
    made.push({
      x: between(random, -0.4, 0.4),
      y: between(random, -0.4, 0.4),
      radius,
      ink: random() < 0.6 ? 0.1 : 0.95,
    });
  }
  return made;
};

/** A hall behind the card: a slope of light with edges in it. */
const drawBackground = (random: Random, picture: Float32Array, look: Look): void => {
  const brightest = Math.max(look.light, look.dark);
  for (let x = 0; x < frameWidth; x += 1) picture[x] = brightest * (0.35 + (0.3 * x) / frameWidth);
  for (let y = 1; y < frameHeight; y += 1) picture.copyWithin(y * frameWidth, 0, frameWidth);
  for (let box = 0; box < 14; box += 1) {
    const left = Math.floor(random() * frameWidth);
    const top = Math.floor(random() * frameHeight);
    const right = Math.min(frameWidth, left + between(random, 30, 300));
    const bottom = Math.min(frameHeight, top + between(random, 20, 200));
    const light = brightest * between(random, 0.15, 0.95);
    for (let y = top; y < bottom; y += 1)
      picture.fill(light, y * frameWidth + left, Math.floor(y * frameWidth + right));
  }
};

const samples = [-0.33, 0, 0.33];

/** The card's light as the camera gets it, dirt and glare included; undefined beside it. */
const lightOnCard = (random: Random, look: Look, text: string) => {
  const card = cardOf(text);
  const dirt = blots(random, look.spots);
  const [shineX, shineY] = [between(random, -0.35, 0.35), between(random, -0.35, 0.35)];
  return ([x, y]: readonly [number, number]): number | undefined => {
    const paper = card(x, y);
    if (paper === undefined) return undefined;
    const blot = dirt.find((one) => (one.x - x) ** 2 + (one.y - y) ** 2 < one.radius ** 2);
    const light = look.dark + (look.light - look.dark) * (blot ? blot.ink : paper);
    if (!look.glare) return light;
    const distance = Math.hypot(x - shineX, y - shineY) / look.glare;
    return light + 330 * Math.exp(-3 * distance * distance);
  };
};

/** None of a pixel's nine parts lies on the card. */
const isBeside = ([x, y]: readonly [number, number]): boolean => Math.abs(x) > 0.55 || Math.abs(y) > 0.55;

const drawCard = (random: Random, picture: Float32Array, look: Look, text: string): void => {
  const centerX = frameWidth / 2 + between(random, -180, 180);
  const centerY = frameHeight / 2 + between(random, -80, 80);
  const place = placeOnCard(look, centerX, centerY);
  const lightAt = lightOnCard(random, look, text);
  // A leaning card's near edge comes out wider than it is.
  const reach = Math.ceil(look.size * 1.1);
  for (let y = Math.max(0, Math.floor(centerY) - reach); y < Math.min(frameHeight, centerY + reach); y += 1)
    for (let x = Math.max(0, Math.floor(centerX) - reach); x < Math.min(frameWidth, centerX + reach); x += 1) {
      if (isBeside(place(x, y))) continue;
      const behind = picture[y * frameWidth + x] ?? 0;
      let sum = 0;
      for (const stepY of samples) for (const stepX of samples) sum += lightAt(place(x + stepX, y + stepY)) ?? behind;
      picture[y * frameWidth + x] = sum / 9;
    }
};

/** Adds a weighted copy of a picture, moved by that much; it goes on beyond its edges as it ends there. */
const addMoved = (sum: Float32Array, picture: Float32Array, weight: number, moveX: number, moveY: number): void => {
  for (let y = 0; y < frameHeight; y += 1) {
    const from = Math.min(frameHeight - 1, Math.max(0, y + moveY)) * frameWidth;
    for (let x = 0; x < frameWidth; x += 1) {
      const inside = Math.min(frameWidth - 1, Math.max(0, x + moveX));
      sum[y * frameWidth + x] = (sum[y * frameWidth + x] ?? 0) + (picture[from + inside] ?? 0) * weight;
    }
  }
};

/** Averages along one direction, with weights from the middle outwards. */
const smear = (picture: Float32Array, weights: readonly number[], stepX: number, stepY: number): Float32Array => {
  const result = new Float32Array(picture.length);
  const half = (weights.length - 1) / 2;
  for (const [at, weight] of weights.entries())
    addMoved(result, picture, weight, Math.round((at - half) * stepX), Math.round((at - half) * stepY));
  return result;
};

const bell = (sigma: number): number[] => {
  const half = Math.ceil(sigma * 2.5);
  const raw = Array.from({ length: 2 * half + 1 }, (_, at) => Math.exp(-((at - half) ** 2) / (2 * sigma * sigma)));
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => each / sum);
};

const blurred = (random: Random, picture: Float32Array, { blur, motion }: Look): Float32Array => {
  const soft = smear(smear(picture, bell(blur), 1, 0), bell(blur), 0, 1);
  if (!motion) return soft;
  const length = 2 * Math.round(motion / 2) + 1;
  const direction = between(random, 0, Math.PI);
  const even = Array.from({ length }, () => 1 / length);
  return smear(soft, even, Math.cos(direction), Math.sin(direction));
};

/** The frame of that number among its kind's: the same on every machine, and however many are asked for. */
export const drawFrame = (kind: Kind, number: number, seed = 1): HardFrame => {
  const random = randomOf('hard-frames', String(seed), kind, String(number)).next;
  const look = { ...easy(random), ...hard[kind](random) };
  const text = kind === 'none' ? undefined : codeText(random);
  const picture = new Float32Array(frameWidth * frameHeight);
  drawBackground(random, picture, look);
  if (text !== undefined) drawCard(random, picture, look, text);
  const seen = blurred(random, picture, look);
  const pixels = seen.map((light) => Math.round(light + look.grain * noise(random)));
  return { kind, text, pixels: Uint8Array.from(Uint8ClampedArray.from(pixels)) };
};
