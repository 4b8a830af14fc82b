import { describe, expect, it } from 'vitest';
import { heatStepOf } from './heat-rules.ts';

describe('the steps of the heat table', () => {
  it('keep the ends for none and all', () => {
    expect(heatStepOf(0, 12)).toBe(0);
    expect(heatStepOf(1, 100)).toBe(1);
    expect(heatStepOf(49, 100)).toBe(1);
    expect(heatStepOf(50, 100)).toBe(2);
    expect(heatStepOf(79, 100)).toBe(2);
    expect(heatStepOf(80, 100)).toBe(3);
    expect(heatStepOf(99, 100)).toBe(3);
    expect(heatStepOf(12, 12)).toBe(4);
  });

  it('find nobody missing where nobody is expected', () => expect(heatStepOf(0, 0)).toBe(4));
});
