/**
 * Three simulated doors with the door's real core, each behind a network of its own that drops, delays, duplicates and reorders,
 * against the real app over the embedded engine; clocks that are five minutes slow, right and five minutes fast; codes that are
 * presented at two doors while neither hears of the other. Time is the simulation's, except for how long a verdict takes.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { invitationKey, sessionKey } from '../../functions/platform/keys.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import type { Door, ScanInput } from '../../web/door/core/door.ts';
import { pairDevice } from '../../web/door/core/pairing.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { kitPorts, newDbName } from '../support/door-kit.ts';
import { lahat } from '../support/fixtures.ts';
import { makeVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import { linkTo, makeRandom, type Overheard } from './doors-link.ts';
import { percentile, round, textTable } from './figures.ts';
import { fill, inviteAll, makeUnits, openSession } from './people.ts';

export interface DoorsSettings {
  seeds: readonly number[];
  scansADoor: number;
  invitations: number;
  /** Presented at two doors, both without a network. */
  presentedTwice: number;
}

export const fullDoors: DoorsSettings = {
  seeds: Array.from({ length: 20 }, (_, index) => index + 1),
  scansADoor: 500,
  invitations: 1_500,
  presentedTwice: 40,
};

export interface DoorsReport {
  scans: number;
  /** Shown as saved, and nowhere on the server. */
  lost: number;
  /** Invitations with two accepted scans. */
  doubleAccepted: number;
  /** Codes that two doors let in, by what they showed. */
  conflictsExpected: number;
  conflictsFound: number;
  /** From the decoded text to the saved verdict, of real time. */
  p95VerdictMs: number;
}

export type SeedReport = DoorsReport & {
  seed: number;
  verdictMs: readonly number[];
  presentedTwice: number;
  /** Scans that are in a conflict and should not be, or the other way round: sums alone would cancel them out. */
  conflictsWrong: number;
  /** Undos and corrections that a door confirmed to its operator and the server keeps otherwise. */
  changesWrong: number;
};

/** Said in full: whoever starts this may run without tsx (vitest has a loader of its own). */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const minute = 60_000;
/** The queue at the doors (DOMAIN.md: 90 % of the roster inside 20 minutes). */
const queueMs = 20 * minute;
/** Every door is without a network here; the codes that come twice come now. */
const darkness = { from: 8 * minute, until: 12 * minute };
const clocks = [-5 * minute, 0, 5 * minute];
const opensAt = '2024-06-27T01:00:00.000Z';

/** What the operator does to the scan afterwards: takes it back, or says who came, once or twice. */
interface PlannedChange {
  kind: 'undo' | 'correct';
  /** After the scan, and after the first change. */
  waits: number[];
}

interface PlannedScan {
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
const planScans = (
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
const planOutages = (random: () => number): { from: number; until: number }[] => {
  const outages = [darkness];
  for (let at = random() * 2 * minute; at < queueMs; ) {
    const lasts = (0.25 + random() * 1.25) * minute;
    outages.push({ from: at, until: at + lasts });
    at += lasts + (0.5 + random() * 4) * minute;
  }
  return outages;
};

/** An open session with everybody invited. */
const prepare = async (api: TestApi, settings: DoorsSettings, seed: number) => {
  const session = makeSessionId(lahat, `doors-${seed}`);
  const invitations = inviteAll(session, await makeUnits(settings.invitations));
  await fill(api.engine.client, 'hadir', [
    { ...sessionKey(session), ...openSession(session, ['OPD', 'SD'], opensAt) },
    ...invitations.map((invitation) => ({ ...invitationKey(session, invitation.id), ...invitation })),
  ]);
  return { session, ids: invitations.map(({ id }) => id) };
};

const pairAll = async (api: TestApi, time: VirtualTime, session: string, seed: number, overhear: Overheard) => {
  let fair = true;
  const begin = time.now();
  const open = async (skewMs: number, index: number): Promise<Door> => {
    const name = `Pintu ${'ABC'[index]}`;
    const made = await api.call(
      as('organizer'),
      'POST',
      `/api/sessions/${session}/doors`,
      { name },
      {
        'idempotency-key': `door-${seed}-${index}`,
      },
    );
    const random = makeRandom(seed * 1_000 + index);
    const outages = planOutages(random);
    const isOut = (): boolean =>
      outages.some(({ from, until }) => time.now() - begin >= from && time.now() - begin < until);
    const link = linkTo(api, time, { random, isOut, isFair: () => fair }, overhear);
    const ports = kitPorts({
      time,
      api: link,
      dbName: newDbName(),
      skewMs: () => skewMs,
      random,
      name: `bench${seed}${'abc'[index]}`,
    });
    const paired = await time.until(pairDevice(made.body.pairing.link, ports));
    if (paired.kind !== 'door') throw new Error(`a door was not paired: ${JSON.stringify(paired)}`);
    return paired.door;
  };
  const doors: Door[] = [];
  for (const [index, skewMs] of clocks.entries()) doors.push(await open(skewMs, index));
  await time.advance(20_000);
  if (doors.some(({ list }) => list.value.status !== 'ready')) throw new Error('a list was not downloaded');
  return {
    doors,
    begin,
    setFair: (to: boolean) => {
      fair = to;
    },
  };
};

/** What the server keeps of a session, by the nonce of its scan. */
const readKept = async ({ engine: { stores } }: TestApi, session: string) => {
  const [invitations, conflicts, denials] = await Promise.all([
    stores.invitations.all(session, { consistent: true }),
    stores.conflicts.all(session, { consistent: true }),
    stores.checkIns.denials(session),
  ]);
  const records = new Map(invitations.flatMap(({ checkIn }) => (checkIn ? [[checkIn.nonce, checkIn]] : [])));
  const undone = new Map(
    invitations.flatMap((invitation) => (invitation.undone ?? []).map(({ checkIn }) => [checkIn.nonce, checkIn])),
  );
  const others = new Map(conflicts.map((conflict) => [conflict.other.nonce, conflict]));
  const denied = new Set(denials.map(({ nonce }) => nonce));
  return { records, undone, others, denied };
};
type Kept = Awaited<ReturnType<typeof readKept>>;

/** A scan that let somebody in is on record, was taken back, or stands in a conflict; any other one at least left a denial. */
const isKept = ({ nonce, admitted }: Shown, { records, undone, others, denied }: Kept): boolean =>
  records.has(nonce) || undone.has(nonce) || others.has(nonce) || (!admitted && denied.has(nonce));

/** As the server has them: neither on record any more, or as the operator said last. */
const isChanged = ({ nonce, undone: taken, who }: Shown, { records, undone, others }: Kept): boolean => {
  if (taken) return !records.has(nonce) && (undone.has(nonce) || others.get(nonce)?.decision === 'KEEP');
  const told = records.get(nonce) ?? undone.get(nonce) ?? others.get(nonce)?.other;
  return who === undefined || told?.who === who;
};

/**
 * The scans that must stand in a conflict: of an invitation that several doors let in all but the one that is on record. Where one of
 * them was taken back, which of the others met a record depends on when it came: those that were told "already".
 */
const conflictsOf = (shown: readonly Shown[], { records }: Kept, told: ReadonlySet<string>): Set<string> => {
  const byInvitation = new Map<string, Shown[]>();
  for (const scan of shown)
    if (scan.admitted) byInvitation.set(scan.invitation, [...(byInvitation.get(scan.invitation) ?? []), scan]);
  const expected = [...byInvitation.values()].flatMap((scans) => {
    if (scans.some(({ undone }) => undone)) return scans.filter(({ nonce }) => told.has(nonce));
    return scans.filter(({ nonce }) => !records.has(nonce));
  });
  return new Set(expected.map(({ nonce }) => nonce));
};

const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => !b.has(one)).length + [...b].filter((one) => !a.has(one)).length;

interface Heard {
  overhear: Overheard;
  /** Invitations that were accepted for two scans of which neither was taken back. */
  doubleAccepted: (kept: Kept) => number;
  /** Scans that were told that somebody is in already. */
  already: ReadonlySet<string>;
  /** Undos and corrections that were refused. */
  refused: ReadonlySet<string>;
}

/** Listens to what the server answers: an invitation may be accepted for one nonce only. */
const listen = (): Heard => {
  const accepted = new Map<string, Set<string>>();
  const already = new Set<string>();
  const refused = new Set<string>();
  const heard: Record<string, Set<string>> = { already, problem: refused, invalid: refused };
  return {
    overhear: (call, body, answer) => {
      if (call !== 'batch') return;
      const { entries } = body as { entries: { nonce: string }[] };
      const { answers } = answer as { answers: { result: string; invitation?: { id: string } }[] };
      for (const [at, { result, invitation }] of answers.entries()) {
        const nonce = entries[at]?.nonce ?? '';
        heard[result]?.add(nonce);
        if (result === 'accepted' && invitation)
          accepted.set(invitation.id, (accepted.get(invitation.id) ?? new Set()).add(nonce));
      }
    },
    doubleAccepted: ({ undone }) =>
      [...accepted.values()].filter((nonces) => [...nonces].filter((nonce) => !undone.has(nonce)).length > 1).length,
    already,
    refused,
  };
};

interface Shown {
  nonce: string;
  invitation: string;
  admitted: boolean;
  saved: boolean;
  /** The door said that it is taken back. */
  undone?: boolean;
  /** Who came, as the door's operator said last. */
  who?: string;
}

/** Does to the scan what the operator does; what the door does not let them do is not done. */
const change = async (door: Door, scan: Shown, kind: PlannedChange['kind'], turn: number): Promise<void> => {
  if (kind === 'undo') {
    if (await door.undo(scan.nonce, 'salah orang')) scan.undone = true;
    return;
  }
  const who = turn === 0 ? 'delegate' : 'holder';
  await door.correct(scan.nonce, who, who === 'delegate' ? { name: 'Siti' } : undefined);
  const entry = door.log.value.find(({ nonce }) => nonce === scan.nonce);
  if (entry?.corrected && entry.input.who === who) scan.who = who;
};

const takeAll = async (scans: readonly PlannedScan[], doors: readonly Door[], time: VirtualTime) => {
  const shown: Shown[] = [];
  const verdictMs: number[] = [];
  const take = async ({ door: index, input, invitation, change: planned }: PlannedScan): Promise<void> => {
    const door = doors[index] as Door;
    const start = performance.now();
    const nonce = await door.take(input);
    verdictMs.push(performance.now() - start);
    const verdict = door.log.value.find((entry) => entry.nonce === nonce)?.verdict;
    const scan = { nonce, invitation, admitted: verdict?.kind === 'ADMITTED', saved: verdict?.kind !== 'NOT_SAVED' };
    shown.push(scan);
    if (!planned || !scan.admitted) return;
    let wait = 0;
    for (const [turn, more] of planned.waits.entries()) {
      wait += more;
      time.later(() => void time.track(change(door, scan, planned.kind, turn)), wait);
    }
  };
  for (const scan of scans) time.later(() => void time.track(take(scan)), scan.at);
  // The last changes are made after the last scans.
  await time.advance(queueMs + 5 * minute);
  return { shown, verdictMs };
};

/** Until every door has told everything, and nothing that was delayed is still on its way. */
const drain = async (doors: readonly Door[], time: VirtualTime): Promise<void> => {
  for (let waited = 0; doors.some(({ unsent }) => unsent.value > 0); waited += 1) {
    if (waited > 60) throw new Error('a door still has unsent scans after half an hour of a fair network');
    await time.advance(minute / 2);
  }
  await time.advance(2 * minute);
};

/** One hall, from pairing to the last answer. */
export const runSeed = async (settings: DoorsSettings, seed: number): Promise<SeedReport> => {
  const api = await startTestApi();
  const time = makeVirtualTime(Date.parse(opensAt));
  Object.defineProperty(api.clock, 'now', { get: () => new Date(time.now()) });
  try {
    const { session, ids } = await prepare(api, settings, seed);
    const heard = listen();
    const { doors, setFair } = await pairAll(api, time, session, seed, heard.overhear);
    const token = (invitation: string) => makeToken(api.keys, { session, invitation, version: 1 });
    const scans = planScans(settings, ids, token, makeRandom(seed));
    setFair(false);
    const { shown, verdictMs } = await takeAll(scans, doors, time);
    setFair(true);
    await drain(doors, time);
    const kept = await readKept(api, session);
    const expected = conflictsOf(shown, kept, heard.already);
    const found = new Set(kept.others.keys());
    for (const door of doors) door.stop();
    return {
      seed,
      scans: shown.length,
      lost: shown.filter((scan) => scan.saved && !isKept(scan, kept)).length,
      doubleAccepted: heard.doubleAccepted(kept),
      conflictsExpected: expected.size,
      conflictsFound: found.size,
      presentedTwice: settings.presentedTwice,
      conflictsWrong: difference(expected, found),
      changesWrong: shown.filter((scan) => !isChanged(scan, kept)).length + heard.refused.size,
      p95VerdictMs: round(percentile(verdictMs, 0.95), 1),
      verdictMs,
    };
  } finally {
    time.stop();
    await api.stop();
  }
};

/** What must hold of every seed by itself. */
export const isSound = (seed: Omit<SeedReport, 'seed' | 'verdictMs'>): boolean =>
  seed.lost === 0 &&
  seed.doubleAccepted === 0 &&
  seed.conflictsExpected >= seed.presentedTwice &&
  seed.conflictsExpected === seed.conflictsFound &&
  seed.conflictsWrong === 0 &&
  seed.changesWrong === 0;

/** Seeds in processes of their own, as many at once as there are cores: a simulated hall keeps one busy for half a minute. */
const inProcess = (settings: DoorsSettings, seed: number): Promise<SeedReport> =>
  new Promise((resolve, reject) => {
    const entry = fileURLToPath(new URL('./doors-process.ts', import.meta.url));
    const child = fork(entry, [JSON.stringify(settings), String(seed)], { execArgv: ['--import', tsx] });
    child.once('message', (report) => resolve(report as SeedReport));
    child.once('exit', (code) => reject(new Error(`seed ${seed} ended with ${code ?? 'a signal'}`)));
  });

/** `done`: told of each hall as it ends, since all of them take minutes. */
export const benchDoors = async (
  settings: DoorsSettings,
  done: (seed: SeedReport) => void = () => undefined,
): Promise<{ report: DoorsReport; seeds: SeedReport[] }> => {
  const atOnce = Math.max(1, availableParallelism());
  const seeds = await sideBySide(settings.seeds, atOnce, async (seed) => {
    const ended = await inProcess(settings, seed);
    done(ended);
    return ended;
  });
  const sum = (of: (seed: SeedReport) => number): number => seeds.reduce((total, seed) => total + of(seed), 0);
  const report = {
    scans: sum(({ scans }) => scans),
    lost: sum(({ lost }) => lost),
    doubleAccepted: sum(({ doubleAccepted }) => doubleAccepted),
    conflictsExpected: sum(({ conflictsExpected }) => conflictsExpected),
    conflictsFound: sum(({ conflictsFound }) => conflictsFound),
    p95VerdictMs: round(
      percentile(
        seeds.flatMap(({ verdictMs }) => verdictMs),
        0.95,
      ),
      1,
    ),
  };
  return { report, seeds };
};

/** One hall in a line, for whoever waits. */
export const seedLine = ({ verdictMs: _, ...seed }: SeedReport): string => `${JSON.stringify(seed)}\n`;

export const doorsTable = (seeds: readonly SeedReport[]): string =>
  textTable([
    ['seed', 'scans', 'lost', 'accepted twice', 'conflicts expected', 'found', 'verdict p95 ms'],
    ...seeds.map((seed) => [
      seed.seed,
      seed.scans,
      seed.lost,
      seed.doubleAccepted,
      seed.conflictsExpected,
      seed.conflictsFound,
      seed.p95VerdictMs,
    ]),
  ]);
