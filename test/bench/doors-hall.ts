/** One simulated hall, from pairing to the last answer. */
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { invitationKey, sessionKey } from '../../functions/platform/keys.ts';
import type { Door } from '../../web/door/core/door.ts';
import { pairDevice } from '../../web/door/core/pairing.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { kitPorts, newDbName } from '../support/door-kit.ts';
import { lahat } from '../support/fixtures.ts';
import { makeVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import { conflictsOf, difference, isChanged, isKept, listen, readKept, type Shown } from './doors-judge.ts';
import { linkTo, makeRandom, type Overheard } from './doors-link.ts';
import {
  clocks,
  type DoorsSettings,
  minute,
  type PlannedChange,
  type PlannedScan,
  planOutages,
  planScans,
  queueMs,
} from './doors-plan.ts';
import { percentile, round } from './figures.ts';
import { fill, inviteAll, makeUnits, openSession } from './people.ts';

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

const opensAt = '2024-06-27T01:00:00.000Z';

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
