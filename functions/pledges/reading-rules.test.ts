import { describe, expect, it } from 'vitest';
import { pressedAt } from './reading-rules.ts';

const at = (clock: string): string => `2024-11-17T${clock}.000Z`;
const moment = (ago: number, startedAt: string | null = null): string =>
  pressedAt(new Date(at('02:30:00')), ago, { openedAt: at('02:00:00') }, { startedAt }).toISOString();

describe('when the reader pressed', () => {
  it('is as long ago as their screen says', () => {
    expect([moment(0), moment(300)]).toEqual([at('02:30:00'), at('02:25:00')]);
  });

  it('is never before the session opened, nor an end before its start', () => {
    expect(moment(21_600)).toBe(at('02:00:00'));
    expect(moment(600, at('02:28:00'))).toBe(at('02:28:00'));
  });

  it('is never after the server heard of it, even where a start of another server is ahead', () => {
    expect(moment(0, at('02:30:05'))).toBe(at('02:30:00'));
  });
});
