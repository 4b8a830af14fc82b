import { describe, expect, it } from 'vitest';
import { planFrame, turnsOfPlan } from './frame-plan.ts';

describe('what is decoded of the camera’s picture', () => {
  it('is the whole of it, scaled, then the square in the middle with its pixels, and again', () => {
    const whole = { left: 0, top: 0, width: 1280, height: 720, toWidth: 1024, toHeight: 576 };
    expect(planFrame(0, 1280, 720)).toEqual(whole);
    expect(planFrame(1, 1280, 720)).toEqual({
      left: 280,
      top: 0,
      width: 720,
      height: 720,
      toWidth: 720,
      toHeight: 720,
    });
    expect(planFrame(turnsOfPlan, 1280, 720)).toEqual(whole);
  });

  it('lies within the picture and is never enlarged, held upright or not, small or large', () => {
    for (const [width, height] of [
      [720, 1280],
      [640, 480],
      [1920, 1080],
      [3840, 2160],
      [321, 239],
    ] as const)
      for (let turn = 0; turn < turnsOfPlan; turn += 1) {
        const view = planFrame(turn, width, height);
        expect(view.left + view.width).toBeLessThanOrEqual(width);
        expect(view.top + view.height).toBeLessThanOrEqual(height);
        expect(view.toWidth).toBeLessThanOrEqual(Math.min(view.width, 1024));
        expect(view.toHeight).toBeLessThanOrEqual(Math.min(view.height, 1024));
        expect(view.toWidth / view.toHeight).toBeCloseTo(view.width / view.height, 1);
      }
  });
});
