/** The steps of the heat table, the same on the page and on paper. */

/** From nobody represented (0) to everybody (4). */
export const heatSteps = [0, 1, 2, 3, 4] as const;
export type HeatStep = (typeof heatSteps)[number];

/** By the share of units represented; the ends are for none and for all alone. Of no units nobody is missing. */
export const heatStepOf = (represented: number, expected: number): HeatStep => {
  if (represented >= expected) return 4;
  if (represented === 0) return 0;
  const share = represented / expected;
  if (share < 0.5) return 1;
  return share < 0.8 ? 2 : 3;
};
