/** One colour, icon and sound a kind of verdict. */
import type { Verdict } from '../core/door.ts';

export type VerdictTone = 'good' | 'warn' | 'bad' | 'info';

const tones: Record<Verdict['kind'], VerdictTone> = {
  ADMITTED: 'good',
  ALREADY: 'warn',
  REFUSED: 'bad',
  UNDECIDED: 'info',
  NOT_SAVED: 'bad',
  FAILED: 'bad',
};

export const toneOf = ({ kind }: Verdict): VerdictTone => tones[kind];

/** Somebody must not simply walk on. */
export const isStop = (verdict: Verdict | undefined): boolean =>
  verdict !== undefined && ['warn', 'bad'].includes(toneOf(verdict));
