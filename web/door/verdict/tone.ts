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

/** A head who named a delegate is no stranger: the operator decides who comes. */
export const isStoodInFor = (verdict: Verdict): boolean => verdict.kind === 'REFUSED' && verdict.reason === 'DELEGATED';

export const toneOf = (verdict: Verdict): VerdictTone => (isStoodInFor(verdict) ? 'warn' : tones[verdict.kind]);

/** Somebody must not simply walk on. */
export const isStop = (verdict: Verdict | undefined): boolean =>
  verdict !== undefined && ['warn', 'bad'].includes(toneOf(verdict));
