/** Trying a drawing out before it is drawn: how far it reaches, and at which size of its letters it stays on its page. */
import type { Pdf } from './pdf.ts';

/** The same pen with letters of another size. */
const withLetters = (pdf: Pdf, scale: number): Pdf => ({
  ...pdf,
  wrap: (text, width, style) => pdf.wrap(text, width, { ...style, size: style.size * scale }),
  text: (text, at) => pdf.text(text, { ...at, size: at.size * scale }),
  height: (text, width, style) => pdf.height(text, width, { ...style, size: style.size * scale }),
});

const nothing = (): void => {};

/** A pen that moves and leaves no mark. */
const dry = (pdf: Pdf): Pdf => ({
  ...pdf,
  bookmark: nothing,
  section: (_, draw) => draw(),
  tag: (_, draw) => draw(),
  aside: (draw) => draw(),
  text: (text, at) => at.y + pdf.height(text, at.width, at),
  line: nothing,
  box: nothing,
  frame: nothing,
  cells: nothing,
  strokes: nothing,
  link: nothing,
  picture: nothing,
});

const scales = [1, 0.92, 0.85, 0.78, 0.7];

interface Room {
  bottom: number;
  /** Between how many parts there is air, and how much at most between two. */
  airs: number;
  most: number;
}

/** Draws with the largest letters that keep it above `bottom`, and shares out what is left. `draw` answers the y below what it drew. */
export const drawToFit = (pdf: Pdf, { bottom, airs, most }: Room, draw: (pdf: Pdf, air: number) => number): void => {
  const reach = (scale: number) => draw(dry(withLetters(pdf, scale)), 0);
  const scale = scales.find((each) => reach(each) <= bottom) ?? scales.at(-1) ?? 1;
  draw(withLetters(pdf, scale), Math.max(0, Math.min(most, (bottom - reach(scale)) / airs)));
};
