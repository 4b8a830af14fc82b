/** The connection in words: the operator need not do anything about it, but must always know where the scans are. */
import { number } from '../../shared/format.ts';
import type { LinkState } from '../core/door.ts';
import { t } from './texts.ts';

export interface Connection {
  tone: 'good' | 'info';
  words: string;
  /** What is on this device only, and will stay so for a while. */
  kept: string | undefined;
}

export const connectionOf = (
  { reachable, problem }: Pick<LinkState, 'reachable' | 'problem'>,
  unsent: number,
): Connection => {
  const n = number(unsent);
  if (reachable) return { tone: 'good', words: unsent ? t('sending', { n }) : t('connected'), kept: undefined };
  return {
    tone: 'info',
    words: t(problem === undefined ? 'offline' : 'refusedShort'),
    kept: unsent ? t('keptHere', { n }) : undefined,
  };
};

const minuteMs = 60_000;

/** By how much a clock is off, in one round figure. */
export const spanOf = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / minuteMs);
  if (minutes < 120) return t('minutes', { n: number(minutes) });
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('hours', { n: number(hours) }) : t('days', { n: number(Math.round(hours / 24)) });
};
