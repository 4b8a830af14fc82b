/** The whole answer for a morning: requests, units, instances, costs, which default quotas it exceeds, and what to do. Functions of values. */

import type { Stage } from '../stages/stage.ts';
import { type CostLine, type MonthlyCount, monthlyCost, monthlyCount, storedGb, totalOf } from './cost-rules.ts';
import {
  type Instances,
  instancesOf,
  type Phase,
  partitionOf,
  phaseOf,
  requestsASecond,
  unitsASecond,
} from './demand-rules.ts';
import { doorsOf, hallOf, type PhaseName } from './hall-rules.ts';
import { assumed, type FunctionName } from './measured-durations.ts';
import { type ActionName, unitsOf } from './measured-units.ts';
import { type Morning, type MorningInput, readMorning } from './morning-rules.ts';
import { borrowed, oldestList, type PriceName, pricesAsOf, unread } from './prices.ts';
import { type QuotaName, quotas } from './quotas.ts';

interface Rate {
  mean: number;
  peak: number;
}

export interface RouteRate extends Rate {
  what: string;
  action: ActionName;
  /** Requests a second; 0 for what no request asks for. */
  requests: Rate;
}

export interface PhaseReport {
  requests: Rate;
  read: Rate;
  write: Rate;
  routes: RouteRate[];
  instances: Record<FunctionName, Instances>;
  instancesTogether: Instances;
  partition: { read: number; write: number; atOnce: number };
  /** From a change to the record that shows it, at the peak. */
  figuresSeconds: number;
}

export interface QuotaReport {
  quota: QuotaName;
  asked: number;
  limit: number;
  isExceeded: boolean;
}

export type StageSettings = Pick<Stage, 'requestsPerSecond' | 'burst' | 'warmThroughput'>;

export interface Alternative {
  change: string;
  requests: number;
  instances: number;
  figuresSeconds: number;
  usdAMonth: number;
  exceeds: QuotaName[];
}

export interface Capacity {
  morning: Morning;
  doors: number;
  phases: Record<PhaseName, PhaseReport>;
  perAction: Record<ActionName, { read: number; write: number }>;
  quotas: QuotaReport[];
  /** What to write into the stage (stages/stage.ts), at least. */
  stage: StageSettings;
  alternatives: Alternative[];
  month: { count: MonthlyCount; storedGb: number; lines: CostLine[]; usd: number };
  prices: { asOf: string; oldest: string; borrowed: PriceName[]; unread: PriceName[] };
}

const both = (of: (kind: 'mean' | 'peak') => number): Rate => ({ mean: of('mean'), peak: of('peak') });

const together = (instances: Record<FunctionName, Instances>): Instances =>
  Object.values(instances).reduce((sum, { warm, cold }) => ({ warm: sum.warm + warm, cold: sum.cold + cold }), {
    warm: 0,
    cold: 0,
  });

const reportOf = (phase: Phase, morning: Morning): PhaseReport => {
  const instances = instancesOf(phase, morning, assumed.coldStartMs);
  return {
    requests: both((kind) => requestsASecond(phase, kind)),
    read: both((kind) => unitsASecond(phase, kind).read),
    write: both((kind) => unitsASecond(phase, kind).write),
    routes: phase.flows.map(({ what, action, mean, peak, requests }) => ({
      what,
      action,
      mean,
      peak,
      requests: { mean: mean * requests, peak: peak * requests },
    })),
    instances,
    instancesTogether: together(instances),
    partition: partitionOf(phase, morning),
    figuresSeconds: phase.figures.batchSeconds,
  };
};

const phasesOf = (morning: Morning): Record<PhaseName, PhaseReport> => ({
  doors: reportOf(phaseOf(morning, 'doors'), morning),
  signing: reportOf(phaseOf(morning, 'signing'), morning),
});

/** Everybody who signs in does so within a quarter of an hour, by two calls. */
const signInSeconds = 900;
const callsASignIn = 2;
/** All sessions of a morning are closed within a quarter of an hour. */
const closingSeconds = 900;

const highest = (phases: Record<PhaseName, PhaseReport>, of: (report: PhaseReport) => number): number =>
  Math.max(of(phases.doors), of(phases.signing));

const askedOf = (morning: Morning, phases: Record<PhaseName, PhaseReport>): Record<QuotaName, number> => {
  const { regencies, staff, invited, mails } = morning;
  const read = highest(phases, (report) => report.read.peak);
  const write = highest(phases, (report) => report.write.peak);
  return {
    gatewayRate: highest(phases, (report) => report.requests.peak),
    lambdaConcurrency: highest(phases, (report) => report.instancesTogether.warm),
    // As if all that a function needs at the peak were asked of it within ten seconds.
    lambdaScaling: highest(phases, ({ instances }) => Math.max(...Object.values(instances).map(({ warm }) => warm))),
    newTableWrites: write,
    newTableReads: read,
    tableWrites: write,
    tableReads: read,
    partitionWrites: highest(phases, (report) => report.partition.write),
    partitionReads: highest(phases, (report) => report.partition.read),
    keySignatures: regencies / closingSeconds,
    signIns: (regencies * staff * callsASignIn) / signInSeconds,
    mailsADay: regencies * invited * Math.min(1, mails),
  };
};

/** A table with more parts than a new one has was warmed, or has grown: each part takes what a partition takes. */
const limitOf = (quota: QuotaName, { shards }: Morning): number => {
  const { limit } = quotas[quota];
  if (quota === 'newTableWrites') return Math.max(limit, shards * quotas.partitionWrites.limit);
  if (quota === 'newTableReads') return Math.max(limit, shards * quotas.partitionReads.limit);
  return limit;
};

const quotasOf = (morning: Morning, phases: Record<PhaseName, PhaseReport>): QuotaReport[] => {
  const asked = askedOf(morning, phases);
  return (Object.keys(quotas) as QuotaName[]).map((quota) => {
    const limit = limitOf(quota, morning);
    return { quota, asked: asked[quota], limit, isExceeded: asked[quota] > limit };
  });
};

/** A quarter above the need, in whole hundreds: what to ask for, and to write. */
export const amply = (need: number): number => Math.max(1, Math.ceil((need * 1.25) / 100)) * 100;

const settingsOf = (reports: readonly QuotaReport[]): StageSettings => {
  const report = (name: QuotaName) => reports.find(({ quota }) => quota === name);
  const needed = (name: QuotaName): number => amply(report(name)?.asked ?? 0);
  const isWarmed = report('newTableReads')?.isExceeded || report('newTableWrites')?.isExceeded;
  const requestsPerSecond = needed('gatewayRate');
  return {
    requestsPerSecond,
    // As AWS's own burst stands to its rate in Jakarta.
    burst: requestsPerSecond / 2,
    ...(isWarmed && {
      warmThroughput: {
        reads: Math.max(quotas.newTableReads.limit, needed('newTableReads')),
        writes: Math.max(quotas.newTableWrites.limit, needed('newTableWrites')),
      },
    }),
  };
};

/** What the stage, the doors or the day can do instead of asking AWS. */
const changesOf = ({ byPhone, boards, shards }: Morning): readonly { change: string; to: Partial<Morning> }[] => {
  const live = { liveHoldSeconds: 0 };
  const batches = { scansPerBatch: 10 };
  const oneBoard = { boards: Math.min(1, boards), regentPages: 0 };
  const cards = { byPhone: byPhone / 2 };
  return [
    { change: 'as asked', to: {} },
    { change: 'A  liveHoldSeconds 0 in the stage', to: live },
    { change: 'B  doors send ten scans in a request (they send each at once today)', to: batches },
    { change: 'C  one board a session, no regent watching', to: oneBoard },
    { change: 'D  printed cards for half of those who would show a phone', to: cards },
    {
      change: 'E  warmThroughput in the stage, for four times as much (more parts of the stream)',
      to: { shards: shards * 4 },
    },
    { change: 'A and B', to: { ...live, ...batches } },
    { change: 'A and D', to: { ...live, ...cards } },
    { change: 'A, B and C', to: { ...live, ...batches, ...oneBoard } },
    { change: 'A to E', to: { ...live, ...batches, ...oneBoard, ...cards, shards: shards * 4 } },
  ];
};

const alternativesOf = (morning: Morning): Alternative[] =>
  changesOf(morning).map(({ change, to }) => {
    const changed = { ...morning, ...to };
    const phases = phasesOf(changed);
    return {
      change,
      requests: highest(phases, (report) => report.requests.peak),
      instances: highest(phases, (report) => report.instancesTogether.warm),
      figuresSeconds: highest(phases, (report) => report.figuresSeconds),
      usdAMonth: totalOf(monthlyCost(changed)),
      exceeds: quotasOf(changed, phases).flatMap(({ quota, isExceeded }) => (isExceeded ? [quota] : [])),
    };
  });

/** Throws a RangeError with a sentence for each wrong value. */
export const capacityOf = (input: MorningInput): Capacity => {
  const morning = readMorning(input);
  const phases = phasesOf(morning);
  const hall = hallOf(morning, 'signing');
  const lines = monthlyCost(morning);
  const reports = quotasOf(morning, phases);
  const perAction = Object.fromEntries(
    (Object.keys(unitsOf) as ActionName[]).map((action) => {
      const { read, write, empty } = unitsOf[action](hall);
      return [action, { read: read + empty, write }];
    }),
  ) as Capacity['perAction'];
  return {
    morning,
    doors: doorsOf(morning),
    phases,
    perAction,
    quotas: reports,
    stage: settingsOf(reports),
    alternatives: alternativesOf(morning),
    month: { count: monthlyCount(morning), storedGb: storedGb(morning), lines, usd: totalOf(lines) },
    prices: { asOf: pricesAsOf, oldest: oldestList(), borrowed: borrowed(), unread: unread() },
  };
};
