/**
 * Three simulated doors with the door's real core, each behind a network of its own that drops, delays, duplicates and reorders,
 * against the real app over the embedded engine; clocks that are five minutes slow, right and five minutes fast; codes that are
 * presented at two doors while neither hears of the other. Time is the simulation's, except for how long a verdict takes.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
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

export type SeedReport = DoorsReport & { seed: number; verdictMs: readonly number[] };

/** Said in full: whoever starts this may run without tsx (vitest has a loader of its own). */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

const minute = 60_000;
/** The queue at the doors (DOMAIN.md: 90 % of the roster inside 20 minutes). */
const queueMs = 20 * minute;
/** Every door is without a network here; the codes that come twice come now. */
const darkness = { from: 8 * minute, until: 12 * minute };
const clocks = [-5 * minute, 0, 5 * minute];
const opensAt = '2024-06-27T01:00:00.000Z';

interface PlannedScan {
  door: number;
  at: number;
  input: ScanInput;
  invitation: string;
}

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Who comes where and when: `presentedTwice` codes at two doors in the dark, everybody else at one. */
const planScans = (
  settings: DoorsSettings,
  ids: readonly string[],
  tokenOf: (id: string) => string,
  random: () => number,
) => {
  const people = shuffled(ids, random);
  const left = clocks.map(() => settings.scansADoor);
  const scans: PlannedScan[] = [];
  const come = (invitation: string, door: number, at: number): void => {
    const who = random() < 0.1 ? 'delegate' : 'roster';
    const target = random() < 0.1 ? { invitation } : { code: `HTTPS://HADIR.TEST/C/${tokenOf(invitation)}` };
    scans.push({ door, at, invitation, input: { target, who } });
    left[door] = (left[door] ?? 0) - 1;
  };
  const inTheDark = (): number => darkness.from + 5_000 + random() * (darkness.until - darkness.from - 10_000);
  for (const id of people.splice(0, settings.presentedTwice)) {
    const [one = 0, other = 1] = shuffled([0, 1, 2], random);
    come(id, one, inTheDark());
    come(id, other, inTheDark());
  }
  for (const door of clocks.keys()) while ((left[door] ?? 0) > 0) come(people.pop() ?? '', door, random() * queueMs);
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

/** Everything on the table, as text: a scan that left any trace is in it by its nonce. */
const everything = async ({ engine }: TestApi): Promise<string> => {
  const parts: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await engine.client.send(
      new ScanCommand({ TableName: 'hadir', ...(from && { ExclusiveStartKey: from as never }) }),
    );
    parts.push(JSON.stringify(answer.Items));
    from = answer.LastEvaluatedKey;
  } while (from);
  return parts.join('\n');
};

const conflictsOf = async (api: TestApi, session: string): Promise<{ invitation: { id: string } }[]> => {
  const found: { invitation: { id: string } }[] = [];
  let cursor = '';
  do {
    const path = `/api/sessions/${session}/conflicts?limit=200${cursor && `&cursor=${cursor}`}`;
    const { body } = await api.call(as('organizer'), 'GET', path);
    found.push(...body.items);
    cursor = body.next ?? '';
  } while (cursor);
  return found;
};

/** How many doors beyond the first let somebody in, by invitation. */
const admittedTwice = (shown: readonly { invitation: string; admitted: boolean }[]): Map<string, number> => {
  const times = new Map<string, number>();
  for (const { invitation, admitted } of shown) if (admitted) times.set(invitation, (times.get(invitation) ?? 0) + 1);
  return new Map([...times].filter(([, count]) => count > 1).map(([id, count]) => [id, count - 1]));
};

interface Heard {
  overhear: Overheard;
  doubleAccepted: () => number;
}

/** Listens to what the server answers: an invitation may be accepted for one nonce only. */
const listen = (): Heard => {
  const accepted = new Map<string, Set<string>>();
  return {
    overhear: (call, body, answer) => {
      if (call !== 'batch') return;
      const { entries } = body as { entries: { nonce: string }[] };
      const { answers } = answer as { answers: { result: string; invitation?: { id: string } }[] };
      for (const [at, { result, invitation }] of answers.entries())
        if (result === 'accepted' && invitation)
          accepted.set(invitation.id, (accepted.get(invitation.id) ?? new Set()).add(entries[at]?.nonce ?? ''));
    },
    doubleAccepted: () => [...accepted.values()].filter(({ size }) => size > 1).length,
  };
};

interface Shown {
  nonce: string;
  invitation: string;
  admitted: boolean;
  saved: boolean;
}

const takeAll = async (scans: readonly PlannedScan[], doors: readonly Door[], time: VirtualTime) => {
  const shown: Shown[] = [];
  const verdictMs: number[] = [];
  const take = async ({ door: index, input, invitation }: PlannedScan): Promise<void> => {
    const door = doors[index] as Door;
    const start = performance.now();
    const nonce = await door.take(input);
    verdictMs.push(performance.now() - start);
    const verdict = door.log.value.find((entry) => entry.nonce === nonce)?.verdict;
    shown.push({ nonce, invitation, admitted: verdict?.kind === 'ADMITTED', saved: verdict?.kind !== 'NOT_SAVED' });
  };
  for (const scan of scans) time.later(() => void time.track(take(scan)), scan.at);
  await time.advance(queueMs + minute);
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
    const table = await everything(api);
    const expected = admittedTwice(shown);
    const found = await conflictsOf(api, session);
    for (const door of doors) door.stop();
    return {
      seed,
      scans: shown.length,
      lost: shown.filter(({ nonce, saved }) => saved && !table.includes(nonce)).length,
      doubleAccepted: heard.doubleAccepted(),
      conflictsExpected: [...expected.values()].reduce((sum, count) => sum + count, 0),
      // Only those that were to be expected count as found; a surplus shows as a difference.
      conflictsFound: found.filter(({ invitation }) => expected.has(invitation.id)).length + surplus(found, expected),
      p95VerdictMs: round(percentile(verdictMs, 0.95), 1),
      verdictMs,
    };
  } finally {
    time.stop();
    await api.stop();
  }
};

/** Conflicts about somebody whom one door at most let in. */
const surplus = (found: readonly { invitation: { id: string } }[], expected: ReadonlyMap<string, number>): number =>
  found.filter(({ invitation }) => !expected.has(invitation.id)).length;

/** What must hold of every seed by itself. */
export const isSound = ({ lost, doubleAccepted, conflictsExpected, conflictsFound }: DoorsReport): boolean =>
  lost === 0 && doubleAccepted === 0 && conflictsExpected === conflictsFound;

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
