/** How the door stands with the server, as its screens say it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type ClockOffset, clockOffMs } from './clock-offset.ts';
import type { LinkState } from './door.ts';
import type { DoorPorts } from './ports.ts';

export interface Link {
  state: ReadonlySignal<LinkState>;
  worked: () => void;
  /** `problem`: the server answered, but not to this door. */
  failed: (problem?: string) => void;
  /** Milliseconds since an exchange worked. */
  silentMs: () => number;
}

export const makeLink = (ports: Pick<DoorPorts, 'ticks'>, offset: ClockOffset): Link => {
  let lastTicks = Number.NEGATIVE_INFINITY;
  const state = signal<LinkState>({
    reachable: false,
    clockOffsetMs: offset.current(),
    clockOff: Math.abs(offset.current() ?? 0) > clockOffMs,
    problem: undefined,
  });
  const set = (changes: Partial<LinkState>): void => {
    const next = { ...state.peek(), ...changes };
    if (JSON.stringify(next) !== JSON.stringify(state.peek())) state.value = next;
  };
  return {
    state,
    worked: () => {
      lastTicks = ports.ticks();
      const clockOffsetMs = offset.current();
      set({
        reachable: true,
        problem: undefined,
        clockOffsetMs,
        clockOff: Math.abs(clockOffsetMs ?? 0) > clockOffMs,
      });
    },
    failed: (problem) => set({ reachable: false, problem }),
    silentMs: () => ports.ticks() - lastTicks,
  };
};
