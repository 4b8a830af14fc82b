import { describe, expect, it } from 'vitest';
import { heatStep } from './figures.ts';

describe('the steps of the heat table', () => {
  it('keep the ends for none and all', () => {
    expect(heatStep(0, 12)).toBe(0);
    expect(heatStep(1, 100)).toBe(1);
    expect(heatStep(50, 100)).toBe(2);
    expect(heatStep(80, 100)).toBe(3);
    expect(heatStep(99, 100)).toBe(3);
    expect(heatStep(12, 12)).toBe(4);
  });
});
