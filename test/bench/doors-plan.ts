/** What a simulated hall brings: who comes to which door when, what operators change afterwards, and when the network is gone. */
import type { ScanInput } from '../../web/door/core/door.ts';

export interface DoorsSettings {
  seeds: readonly number[];
  scansADoor: number;
  invitations: number;
  /** Presented at two doors, both without a network. */
  presentedTwice: number;
}

export const minute = 60_000;
/** The queue at the doors (DOMAIN.md: 90 % of the roster inside 20 minutes). */
export const queueMs = 20 * minute;
/** Every door is without a network here; the codes that come twice come now. */
const darkness = { from: 8 * minute, until: 12 * minute };
export const clocks = [-5 * minute, 0, 5 * minute];

/** What the operator does to the scan afterwards: takes it back, or says who came, once or twice. */
export interface PlannedChange {
  kind: 'undo' | 'correct';
  /** After the scan, and after the first change. */
  waits: number[];
}

export interface PlannedScan {
  door: number;
  at: number;
  input: ScanInput;
  invitation: string;
  change?: PlannedChange | undefined;
}

/** Besides those that are presented twice and left so: one of the two is taken back. */
const takenBackShare = 1 / 8;

const planChange = (random: () => number): PlannedChange | undefined => {
  const kind = random();
  const wait = () => 1_000 + random() * 4 * minute;
  if (kind < 0.03) return { kind: 'undo', waits: [wait()] };
  if (kind < 0.06) return { kind: 'correct', waits: [wait()] };
  return kind < 0.1 ? { kind: 'correct', waits: [wait(), 1_000 + random() * 30_000] } : undefined;
};

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Who comes where and when: `presentedTwice` codes and some more at two doors in the dark, everybody else at one. */
export const planScans = (
  settings: DoorsSettings,
  ids: readonly string[],
  tokenOf: (id: string) => string,
  random: () => number,
) => {
  const people = shuffled(ids, random);
  const left = clocks.map(() => settings.scansADoor);
  const scans: PlannedScan[] = [];
  const come = (invitation: string, door: number, at: number, change?: PlannedChange): void => {
    const who = random() < 0.1 ? 'delegate' : 'roster';
    const target = random() < 0.1 ? { invitation } : { code: `HTTPS://HADIR.TEST/C/${tokenOf(invitation)}` };
    scans.push({ door, at, invitation, input: { target, who }, change });
    left[door] = (left[door] ?? 0) - 1;
  };
  const inTheDark = (): number => darkness.from + 5_000 + random() * (darkness.until - darkness.from - 10_000);
  const comeTwice = (id: string, change?: PlannedChange): void => {
    const [one = 0, other = 1] = shuffled([0, 1, 2], random);
    come(id, one, inTheDark(), change);
    come(id, other, inTheDark());
  };
  for (const id of people.splice(0, settings.presentedTwice)) comeTwice(id);
  for (const id of people.splice(0, Math.ceil(settings.presentedTwice * takenBackShare)))
    comeTwice(id, { kind: 'undo', waits: [1_000 + random() * 10 * minute] });
  for (const door of clocks.keys())
    while ((left[door] ?? 0) > 0) come(people.pop() ?? '', door, random() * queueMs, planChange(random));
  return scans;
};

/** Half-minutes to minutes without a network, a quarter of the time, besides the darkness that all share. */
export const planOutages = (random: () => number): { from: number; until: number }[] => {
  const outages = [darkness];
  for (let at = random() * 2 * minute; at < queueMs; ) {
    const lasts = (0.25 + random() * 1.25) * minute;
    outages.push({ from: at, until: at + lasts });
    at += lasts + (0.5 + random() * 4) * minute;
  }
  return outages;
};
