/** How often the stream makes figures anew, and what whoever watches them asks. */
import {
  type Flow,
  leastSeconds,
  lookSeconds,
  projectorWidth,
  readOf,
  unheldSeconds,
  windowSeconds,
} from './hall-rules.ts';
import { durations, millisecondsOf } from './measured-durations.ts';
import type { Hall } from './measured-units.ts';
import type { Morning } from './morning-rules.ts';

export interface Figures {
  /** From the first change to the record that shows it, while the projector has this to do. */
  batchSeconds: number;
  /** How often a session's record is made anew. */
  everySeconds: number;
  /** In all regencies together, in a second. */
  perSecond: number;
}

export interface News {
  mean: Figures;
  peak: Figures;
}

/**
 * Each shard's batch makes every session anew that changed while the one before was under way: four at a time on one processor. So the more
 * sessions a shard has, the longer a batch is, and the rarer a session's turn. Solved by repeating.
 */
export const figuresOf = (morning: Morning, hall: Hall, changesASecond: number): Figures => {
  const { regencies, shards } = morning;
  const sessions = Math.ceil(regencies / shards);
  const busy = Math.min(shards, regencies);
  if (sessions === 0 || changesASecond === 0)
    return { batchSeconds: 0, everySeconds: Number.POSITIVE_INFINITY, perSecond: 0 };
  const cpu = (['recompute', 'totals'] as const).reduce(
    (sum, action) => sum + durations[action].cpuMs + (durations[action].cpuMsAnOffice ?? 0) * hall.invited,
    0,
  );
  const whole = (['recompute', 'totals'] as const).reduce(
    (sum, action) => sum + millisecondsOf(action, hall.invited, readOf(action, hall)),
    0,
  );
  const changed = (seconds: number): number => sessions * (1 - Math.exp(-changesASecond * seconds));
  let batchSeconds = windowSeconds;
  for (let turn = 0; turn < 200; turn += 1) {
    const together = changed(batchSeconds);
    const side = Math.max(cpu, whole / Math.min(projectorWidth, Math.max(1, together)));
    batchSeconds = windowSeconds + (together * side) / 1000;
  }
  const perSecond = (changed(batchSeconds) * busy) / batchSeconds;
  return {
    batchSeconds,
    everySeconds: regencies / perSecond,
    perSecond: Math.min(perSecond, regencies / windowSeconds),
  };
};

export const newsOf = (morning: Morning, hall: Hall, changesASecond: number): News => ({
  mean: figuresOf(morning, hall, changesASecond),
  peak: figuresOf(morning, hall, changesASecond * morning.peak),
});

/** What boards ask, and how long a Lambda is at it. */
export const boardFlows = (morning: Morning, news: News): Flow[] => {
  const { regencies, boards, regentPages, liveHoldSeconds } = morning;
  const heldSeconds = ({ everySeconds }: Figures): number =>
    Math.min(liveHoldSeconds, Math.max(everySeconds, lookSeconds));
  const cycle = (figures: Figures): number =>
    liveHoldSeconds === 0 ? unheldSeconds : heldSeconds(figures) + leastSeconds;
  const pages = regencies * regentPages;
  const asked = (figures: Figures): number => (regencies * boards) / cycle(figures);
  const again = (figures: Figures): number =>
    liveHoldSeconds === 0 ? 0 : Math.max(1, Math.floor(heldSeconds(figures) / lookSeconds));
  const flow = (what: string, action: Flow['action'], of: (figures: Figures) => number, requests: number): Flow => ({
    what,
    action,
    mean: of(news.mean),
    peak: of(news.peak),
    requests,
  });
  const held = flow(
    'its question is held, and looked at again',
    'look',
    (figures) => asked(figures) * again(figures),
    0,
  );
  return [
    flow('live board asks', 'look', asked, 1),
    // An instance is occupied for as long as the question is held, so by each look for as long as lies between two.
    ...(liveHoldSeconds > 0 ? [{ ...held, heldMs: (heldSeconds(news.peak) * 1000) / again(news.peak) }] : []),
    flow(
      "regent's page asks for its report",
      'regencyCoverage',
      (figures) => pages / Math.max(1, figures.everySeconds),
      1,
    ),
  ];
};

export const projectorFlows = (news: News): Flow[] =>
  (['recompute', 'totals'] as const).map((action) => ({
    what: action === 'recompute' ? 'coverage made anew' : 'totals made anew',
    action,
    mean: news.mean.perSecond,
    peak: news.peak.perSecond,
    requests: 0,
  }));
