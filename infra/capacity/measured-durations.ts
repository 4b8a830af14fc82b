/**
 * How long a Lambda is at each action. Measured here is processor time of the app and its client (`npm run bench -- units`);
 * nothing has run in AWS yet, so the rest is said as what it is: an assumption.
 */
import type { ActionName } from './measured-units.ts';

export const measuredOn = {
  machine: 'two shared cores of an Intel Xeon at 2.80 GHz, Node 20.20, other work beside it (load 9)',
  date: '2026-11-22',
  command: 'npm run bench -- units',
} as const;

export const assumed = {
  /** "Consistent, single-digit millisecond latency" (DynamoDB Developer Guide); the upper half of that. */
  msACall: 7,
  /** To read a megabyte by Query, and send it: about what a page of 1 MB takes. */
  msAMegabyteRead: 40,
  /** With this much memory comes one whole processor (Lambda Developer Guide); with less, that share of one. */
  mbAProcessor: 1769,
  /** A processor of Lambda's against the one measured on: the same, until somebody has measured. */
  processorFactor: 1,
  /** Before the first event: the runtime, the import of the bundle, the first connection. `npm run bench -- coldstart` measures the import. */
  coldStartMs: { hot: 900, attendee: 900, staff: 1200, projector: 1000, mailer: 1000 },
} as const;

export type FunctionName = keyof typeof assumed.coldStartMs;

/** As the stacks give them; `capacity-rules.test.ts` compares. Papers are too few to be counted here. */
export const memoryMb: Record<FunctionName, number> = {
  hot: 512,
  attendee: 512,
  staff: 1769,
  projector: 1769,
  mailer: 256,
};

export interface Duration {
  by: FunctionName;
  /** Processor time, and what every invited office adds to it. */
  cpuMs: number;
  cpuMsAnOffice?: number;
  /** Calls to the table one after the other. */
  calls: number;
}

/**
 * Of what grows with the session, the share of each office is what 470 took more than 120 did, rounded up; of the sealing and the largest lists
 * what the benchmarks of 11,000 took (`npm run bench -- seal`).
 */
export const durations: Record<ActionName, Duration> = {
  inviteAll: { by: 'staff', cpuMs: 20, cpuMsAnOffice: 2.5, calls: 4 },
  mailOwed: { by: 'staff', cpuMs: 20, cpuMsAnOffice: 2, calls: 4 },
  mailSent: { by: 'mailer', cpuMs: 9.6, calls: 5 },
  view: { by: 'attendee', cpuMs: 6.4, calls: 2 },
  qr: { by: 'attendee', cpuMs: 1.7, calls: 0 },
  answer: { by: 'attendee', cpuMs: 7.3, calls: 3 },
  open: { by: 'staff', cpuMs: 16, cpuMsAnOffice: 0.06, calls: 6 },
  doorContact: { by: 'hot', cpuMs: 6.1, calls: 3 },
  doorList: { by: 'hot', cpuMs: 11, cpuMsAnOffice: 0.07, calls: 1 },
  doorDelta: { by: 'hot', cpuMs: 2.8, calls: 1 },
  // Two more reads; one measured at a time says nothing of them.
  coldDoor: { by: 'hot', cpuMs: 4, calls: 2 },
  checkIn: { by: 'hot', cpuMs: 3.9, calls: 1 },
  // Eight side by side.
  checkInOfTen: { by: 'hot', cpuMs: 1.9, calls: 0.2 },
  recompute: { by: 'projector', cpuMs: 13, cpuMsAnOffice: 0.07, calls: 8 },
  totals: { by: 'projector', cpuMs: 16, calls: 8 },
  look: { by: 'staff', cpuMs: 8.3, calls: 1 },
  regencyCoverage: { by: 'staff', cpuMs: 11, calls: 2 },
  invitationsPage: { by: 'staff', cpuMs: 22, calls: 3 },
  coldTable: { by: 'attendee', cpuMs: 4, calls: 2 },
  signAtTable: { by: 'attendee', cpuMs: 4.6, calls: 1 },
  signByLink: { by: 'attendee', cpuMs: 7.2, calls: 3 },
  close: { by: 'staff', cpuMs: 110, cpuMsAnOffice: 0.3, calls: 25 },
};

/** Milliseconds that its Lambda is at one action, which reads so many units. */
export const millisecondsOf = (action: ActionName, invited: number, readUnits: number): number => {
  const { by, cpuMs, cpuMsAnOffice = 0, calls } = durations[action];
  const processor = Math.min(1, memoryMb[by] / assumed.mbAProcessor);
  const work = ((cpuMs + cpuMsAnOffice * invited) * assumed.processorFactor) / processor;
  const megabytes = (readUnits * 4096) / 1e6;
  return work + calls * assumed.msACall + megabytes * assumed.msAMegabyteRead;
};
