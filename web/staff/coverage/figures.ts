/** Arithmetic for showing; the figures themselves come from the API. */
export { representedOf } from '../../../functions/coverage/represented.ts';

/** The step of the heat table for a share: 0 (nobody) to 4 (everybody); full marks only for everybody. */
export const heatStep = (part: number, whole: number): 0 | 1 | 2 | 3 | 4 => {
  if (part >= whole) return 4;
  const share = part / whole;
  if (share === 0) return 0;
  if (share < 0.5) return 1;
  return share < 0.8 ? 2 : 3;
};
