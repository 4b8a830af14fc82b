/**
 * Makes up what happens on the day of a session: people come once, twice, by others, not at all; doors have a signal or not, take scans
 * back and correct them; heads sign, delegates sign, some sign for all.
 *
 * Kept out, because what is right would then depend on who is faster: an office that comes to a door which asks the engine while another
 * door, which sends now and then, has let somebody in for it; and a line on a paper list that says otherwise than a door.
 */
import type { Random } from '../cases/generate/random.ts';
import type { DoorOfLog, Happening, SessionOfLog, Signal, UnitOfLog, Who } from './event-log.ts';
import { someOf } from './regencies.ts';

const minute = 60_000;

export interface DayPlan extends Pick<SessionOfLog, 'key' | 'kind' | 'title' | 'phase' | 'startsAt' | 'pledge'> {
  /** Whom it calls. */
  units: readonly UnitOfLog[];
  /** Those who are asked only when it has opened; a few of the units unless told. */
  late?: readonly UnitOfLog[];
  guests: number;
}

/** Everything at a moment of its own: who of two was first is never a matter of taste. */
const makeMoments = (random: Random) => {
  const taken = new Set<number>();
  return (from: number, until: number): number => {
    for (;;) {
      const moment = random.int(from, until);
      if (taken.has(moment)) continue;
      taken.add(moment);
      return moment;
    }
  };
};

const doorsOf = (random: Random): DoorOfLog[] =>
  (['ALWAYS', 'ALWAYS', 'NOW_AND_THEN', 'NOW_AND_THEN', 'AFTERWARDS', 'AFTERWARDS'] as Signal[]).map(
    (signal, index) => ({
      name: `Pintu ${'ABCDEF'[index]}`,
      signal,
      fastBy: random.pick([0, 0, 90_000, -240_000, 11 * minute]),
    }),
  );

interface Scene {
  random: Random;
  moment: (from: number, until: number) => number;
  doors: DoorOfLog[];
  openedAt: number;
  closedAt: number;
  happenings: Happening[];
  /** One of the doors with such a signal. */
  door: (...signals: Signal[]) => string;
  newId: () => string;
}

const anyWho = (random: Random): Who => random.pick(['holder', 'holder', 'holder', 'holder', 'acting', 'delegate']);
const keeping = ['NOW_AND_THEN', 'AFTERWARDS'] as const;

const scan = (scene: Scene, of: string, door: string, from: number, until: number, who = anyWho(scene.random)) => {
  const at = scene.moment(from, until);
  const byName = scene.random.chance(0.15);
  const scanned = { what: 'scanned', at, id: scene.newId(), of, who, door, ...(byName && { byName }) } as const;
  scene.happenings.push(scanned);
  return scanned;
};

/** Within the quarter of an hour in which a door may. */
const change = (scene: Scene, { at, id, door }: { at: number; id: string; door: string }, who?: Who): number => {
  const { happenings, newId, moment } = scene;
  const changedAt = moment(at + 1, Math.min(at + 10 * minute, scene.closedAt - 1));
  const common = { at: changedAt, id: newId(), of: id, door };
  happenings.push(who === undefined ? { what: 'undone', ...common } : { what: 'corrected', who, ...common });
  return changedAt;
};

type Story = (scene: Scene, of: string) => void;

/** The time in which nearly all come. */
const early = ({ openedAt }: Scene) => [openedAt + minute, openedAt + 40 * minute] as const;
const lastCall = ({ closedAt }: Scene) => closedAt - 15 * minute;

const stories: Record<string, Story> = {
  absent: () => {},
  once: (scene, of) => {
    scan(scene, of, scene.door('ALWAYS', ...keeping), ...early(scene));
  },
  twiceWithSignal: (scene, of) => {
    const { at } = scan(scene, of, scene.door('ALWAYS'), ...early(scene));
    scan(scene, of, scene.door('ALWAYS'), at + 1, lastCall(scene));
  },
  twiceWithout: (scene, of) => {
    for (let time = scene.random.int(2, 3); time > 0; time -= 1)
      scan(scene, of, scene.door(...keeping), scene.openedAt + minute, lastCall(scene));
  },
  withAndWithout: (scene, of) => {
    scan(scene, of, scene.door('ALWAYS'), scene.openedAt + minute, lastCall(scene));
    scan(scene, of, scene.door('AFTERWARDS'), scene.openedAt + minute, lastCall(scene));
  },
  takenBack: (scene, of) => {
    const undoneAt = change(scene, scan(scene, of, scene.door('ALWAYS', ...keeping), ...early(scene)));
    if (scene.random.chance(0.5)) scan(scene, of, scene.door('AFTERWARDS'), undoneAt + 1, undoneAt + 5 * minute);
  },
  takenBackAndBack: (scene, of) => {
    const undoneAt = change(scene, scan(scene, of, scene.door('ALWAYS'), ...early(scene)));
    scan(scene, of, scene.door('ALWAYS'), undoneAt + 1, undoneAt + 5 * minute);
  },
  corrected: (scene, of) => {
    const first = scan(scene, of, scene.door('ALWAYS', ...keeping), ...early(scene));
    for (let time = scene.random.int(1, 2); time > 0; time -= 1) change(scene, first, anyWho(scene.random));
    if (scene.random.chance(0.3)) scan(scene, of, scene.door('AFTERWARDS'), ...early(scene));
  },
  tooLate: (scene, of) => {
    scan(scene, of, scene.door('ALWAYS', 'AFTERWARDS'), scene.closedAt + 3 * minute, scene.closedAt + 9 * minute);
  },
  video: (scene, of) => {
    const at = scene.moment(...early(scene));
    scene.happenings.push({ what: 'byVideo', at, id: scene.newId(), of });
    if (scene.random.chance(0.4)) scan(scene, of, scene.door('ALWAYS', ...keeping), at + 1, lastCall(scene));
  },
  paper: (scene, of) => {
    const { random, moment, closedAt, newId } = scene;
    const cameAt = moment(...early(scene));
    const [from, until] = random.chance(0.5)
      ? [cameAt + 1, closedAt - 1]
      : [closedAt + 2 * minute, closedAt + 40 * minute];
    const at = moment(from, until);
    scene.happenings.push({ what: 'onPaper', at, cameAt, id: newId(), of, who: anyWho(random) });
  },
  doorAndPaper: (scene, of) => {
    const { at, who, id } = scan(scene, of, scene.door('ALWAYS'), ...early(scene));
    const entered = scene.moment(scene.closedAt + 2 * minute, scene.closedAt + 40 * minute);
    scene.happenings.push({ what: 'onPaper', at: entered, cameAt: at + 1000, id: `${id}-paper`, of, who });
  },
  revoked: (scene, of) => {
    const { at } = scan(scene, of, scene.door('ALWAYS', ...keeping), ...early(scene));
    const [from, until] = scene.random.chance(0.5) ? [at + 1, lastCall(scene)] : [scene.openedAt + 1, at - 1];
    scene.happenings.push({ what: 'revoked', at: scene.moment(from, until), of });
  },
};

/** How often each happens among a hundred offices. */
const weights: Record<keyof typeof stories, number> = {
  absent: 15,
  once: 42,
  twiceWithSignal: 5,
  twiceWithout: 9,
  withAndWithout: 5,
  takenBack: 4,
  takenBackAndBack: 2,
  corrected: 6,
  tooLate: 2,
  video: 4,
  paper: 3,
  doorAndPaper: 1,
  revoked: 2,
};

const drawStory = (random: Random): string => {
  let rest = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [name, weight] of Object.entries(weights)) {
    rest -= weight;
    if (rest < 0) return name;
  }
  return 'absent';
};

const sign = (scene: Scene, of: string, changes: Partial<Extract<Happening, { what: 'signed' }>>, from: number) => {
  const { happenings, moment, newId, closedAt } = scene;
  const at = moment(from, closedAt + 60 * minute);
  happenings.push({ what: 'signed', at, id: newId(), of, by: 'holder', how: 'LINK', as: 'SIGNER', ...changes });
};

/** Whether an office's people came to doors that ask, so that the table knows what the door knows. */
const signs = (scene: Scene, of: string, story: string): void => {
  const { random, happenings, openedAt } = scene;
  const from = openedAt + 45 * minute;
  const single = story === 'once' || story === 'absent';
  const asked = happenings.every(
    (one) =>
      one.what !== 'scanned' ||
      one.of !== of ||
      scene.doors.some(({ name, signal }) => name === one.door && signal === 'ALWAYS'),
  );
  if (random.chance(0.12)) sign(scene, of, { by: 'delegate' }, from);
  if (!random.chance(0.55)) return;
  const how = random.pick(
    single && asked ? (['TABLET', 'TABLET', 'LINK', 'PAPER'] as const) : (['LINK', 'PAPER'] as const),
  );
  sign(scene, of, { how }, from);
  // Once more, by a link that was opened again.
  if (random.chance(0.1)) sign(scene, of, {}, from);
};

const ceremonies = (scene: Scene, units: readonly string[], guests: readonly string[]): void => {
  const from = scene.openedAt + 45 * minute;
  const { random } = scene;
  for (const of of [...random.shuffle(units).slice(0, 2), ...guests.slice(0, 1)])
    sign(scene, of, { as: 'SYMBOLIC', how: 'PAPER' }, from);
  for (const of of guests.slice(1, 3)) sign(scene, of, { as: 'WITNESS', how: 'TABLET' }, from);
  for (const of of guests.slice(3, 5)) sign(scene, of, { how: 'TABLET' }, from);
};

/** Guests of every kind, groups without names, and offices that are asked when all have been counted already. */
const others = (scene: Scene, guests: readonly string[], late: readonly string[], pledged: boolean): void => {
  const { random, happenings, moment, newId } = scene;
  for (const guest of guests) {
    const story = random.pick(['absent', 'once', 'once', 'twiceWithout', 'takenBack', 'video']);
    stories[story]?.(scene, guest);
  }
  for (let index = 0; index < 4; index += 1) {
    const door = scene.door('ALWAYS', ...keeping);
    const [at, id] = [moment(...early(scene)), newId()];
    happenings.push({ what: 'walkedIn', at, id, office: `Wartawan ${index + 1}`, door });
    const counted = { at: moment(...early(scene)), id: newId(), door };
    happenings.push({ what: 'counted', people: random.int(2, 30), ...counted });
    if (index === 0) change(scene, counted);
  }
  for (const of of late) {
    const at = moment(scene.openedAt + 2 * minute, scene.openedAt + 30 * minute);
    happenings.push({ what: 'invited', at, of });
    if (random.chance(0.5)) scan(scene, of, scene.door('ALWAYS', ...keeping), at + 1, lastCall(scene));
    if (pledged && random.chance(0.2)) sign(scene, of, {}, at + 50 * minute);
    if (random.chance(0.2))
      happenings.push({ what: 'revoked', at: moment(lastCall(scene), scene.closedAt - minute), of });
  }
};

/** Those let in at several doors without a signal, and nothing else about them: somebody leaves a few of them as they are. */
const leaveUnsettled = (random: Random, told: ReadonlyMap<string, string>): string[] =>
  someOf(
    random,
    [...told].flatMap(([name, story]) => (story === 'twiceWithout' ? [name] : [])),
    0.2,
  );

/** The day of one session. The same random numbers give the same day. */
export const makeDay = (plan: DayPlan, random: Random): SessionOfLog => {
  const { key, kind, title, phase, startsAt, pledge } = plan;
  const [openedAt, closedAt] = [startsAt - 40 * minute, startsAt + 200 * minute];
  const moment = makeMoments(random);
  const happenings: Happening[] = [];
  const doors = doorsOf(random);
  let ids = 0;
  const scene: Scene = {
    random,
    moment,
    doors,
    openedAt,
    closedAt,
    happenings,
    door: (...signals) => random.pick(doors.filter(({ signal }) => signals.includes(signal))).name,
    newId: () => {
      ids += 1;
      return `${key}-${String(ids).padStart(5, '0')}`;
    },
  };
  const names = plan.units.map(({ name }) => name);
  const late = plan.late?.map(({ name }) => name) ?? someOf(random, names, 0.015);
  const units = names.filter((name) => !late.includes(name));
  const guests = Array.from({ length: plan.guests }, (_, index) => `Tamu ${index + 1}`);
  const told = new Map(units.map((name) => [name, drawStory(random)]));
  for (const [name, story] of told) {
    stories[story]?.(scene, name);
    if (pledge) signs(scene, name, story);
  }
  if (pledge) ceremonies(scene, units, guests);
  others(scene, guests, late, pledge !== null);
  happenings.sort((a, b) => a.at - b.at);
  const unsettled = leaveUnsettled(random, told);
  const endsAt = startsAt + 180 * minute;
  const common = { key, kind, title, phase, startsAt, endsAt, pledge };
  return { ...common, units, guests, openedAt, closedAt, doors, happenings, unsettled };
};
