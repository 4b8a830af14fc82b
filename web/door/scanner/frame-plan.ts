/**
 * Which part of the camera's picture is decoded on which turn. The whole picture is scaled down, which also calms its noise; the
 * square in the middle, which is what a phone's viewfinder shows, keeps its pixels, which small and leaning codes need. In turns,
 * since each reads codes that the other does not: see `npm run bench -- decode`.
 */
export interface FrameView {
  left: number;
  top: number;
  width: number;
  height: number;
  /** What it is drawn to: smaller, never larger. */
  toWidth: number;
  toHeight: number;
}

/** A version 4 code an arm's length away still has 3 pixels a module. */
const longestWhole = 1024;
/** Of the picture that is asked for, 1280 x 720, the middle needs no scaling. */
const longestMiddle = 720;

/** After so many turns the plan begins again. */
export const turnsOfPlan = 2;

const viewOf = (left: number, top: number, width: number, height: number, longest: number): FrameView => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { left, top, width, height, toWidth: Math.round(width * scale), toHeight: Math.round(height * scale) };
};

export const planFrame = (turn: number, width: number, height: number): FrameView => {
  if (turn % turnsOfPlan === 0) return viewOf(0, 0, width, height, longestWhole);
  const side = Math.min(width, height);
  return viewOf(Math.floor((width - side) / 2), Math.floor((height - side) / 2), side, side, longestMiddle);
};
