/** Random days of a small meeting, as fast-check draws them and makes them smaller: no story, anything may follow anything. */
import fc from 'fast-check';
import type { Happening, SessionOfLog, UnitOfLog, Who } from './event-log.ts';

/** The last one is invited after the opening, if at all. */
export const units: UnitOfLog[] = [
  { name: 'Dinas Urusan 1', class: 'OPD', district: null, acting: false },
  { name: 'Dinas Urusan 2', class: 'OPD', district: null, acting: true },
  { name: 'SD Negeri 1 Jarai', class: 'SD', district: '16.04.06', acting: false },
  { name: 'SD Negeri 2 Lahat', class: 'SD', district: '16.04.10', acting: false },
  { name: 'Perumda Usaha 1', class: 'BUMD', district: null, acting: false },
  { name: 'Dinas Urusan 3', class: 'OPD', district: null, acting: false },
];
export const guests = ['Tamu 1', 'Tamu 2'];

const minute = 60_000;
const parties = [...units.slice(0, -1).map(({ name }) => name), ...guests];
const late = units.at(-1)?.name ?? '';
const doors = ['Pintu A', 'Pintu B', 'Pintu C'];

const who = fc.constantFrom<Who>('holder', 'holder', 'acting', 'delegate');
const party = fc.constantFrom(...parties, ...parties.slice(0, 2));
const door = fc.constantFrom(...doors);
/** The doors close after 180. */
const at = fc.integer({ min: 1, max: 190 });
const wait = fc.integer({ min: 1, max: 10 });
/** Of the scans in the order of the list. */
const which = fc.nat(9);

const step = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ what: fc.constant('scanned' as const), of: party, who, door, at, byName: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undone' as const), which, wait }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('corrected' as const), which, wait, who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('signed' as const),
      of: party,
      by: fc.constantFrom('holder' as const, 'delegate' as const),
      how: fc.constantFrom('LINK' as const, 'PAPER' as const),
      as: fc.constantFrom(
        'SIGNER' as const,
        'SIGNER' as const,
        'SIGNER' as const,
        'SYMBOLIC' as const,
        'SYMBOLIC' as const,
        'WITNESS' as const,
      ),
      at: fc.integer({ min: 1, max: 230 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('revoked' as const),
      of: fc.constantFrom(...parties.slice(0, 5), late),
      at: fc.integer({ min: 1, max: 175 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('invited' as const),
      at: fc.integer({ min: 1, max: 100 }),
      comes: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('walkedIn' as const), at: fc.integer({ min: 1, max: 170 }), door }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('counted' as const),
      at: fc.integer({ min: 1, max: 170 }),
      door,
      people: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const drawnDay = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 16 }),
  /** Of doors' clocks, in minutes. */
  fastBy: fc.tuple(...doors.map(() => fc.constantFrom(0, 0, 7, -12))),
  signals: fc.tuple(...doors.map(() => fc.constantFrom('NOW_AND_THEN' as const, 'AFTERWARDS' as const))),
  /** The same day told twice. */
  orders: fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.string({ minLength: 1, maxLength: 4 })),
});
export type DrawnDay = typeof drawnDay extends fc.Arbitrary<infer T> ? T : never;

const openedAt = Date.parse('2024-06-27T00:30:00Z');
/** Every step at a moment of its own. */
const momentOf = (minutes: number, index: number): number => openedAt + minutes * minute + index * 101;

type Scan = Extract<Happening, { what: 'scanned' }>;
const scansIn = (steps: readonly Step[], key: string): Scan[] =>
  steps.flatMap((one, index) => {
    if (one.what !== 'scanned') return [];
    return [{ ...one, at: momentOf(one.at, index), id: `${key}-scan-${index}` }];
  });

/** What a step is, or nothing where it is about a scan that is not there. */
const happeningsOf = (one: Step, index: number, scans: readonly Scan[], key: string): Happening[] => {
  const id = `${key}-step-${index}`;
  if (one.what === 'scanned') return scans.filter((scan) => scan.id === `${key}-scan-${index}`);
  if (one.what === 'undone' || one.what === 'corrected') {
    const scan = scans[one.which];
    if (!scan) return [];
    const common = { at: scan.at + one.wait * minute + index * 7, id, of: scan.id, door: scan.door };
    return [one.what === 'undone' ? { what: 'undone', ...common } : { what: 'corrected', who: one.who, ...common }];
  }
  const moment = momentOf(one.at, index);
  // By a link everybody signs for themselves alone.
  if (one.what === 'signed' && one.as !== 'SIGNER') return [{ ...one, how: 'PAPER', at: moment, id }];
  if (one.what === 'walkedIn') return [{ ...one, at: moment, id, office: `Wartawan ${index}` }];
  return [{ ...one, at: moment, id } as Happening];
};

/** One office is invited at most once, and its people come only afterwards. */
const ofLateComer = (steps: readonly Step[], key: string): Happening[] => {
  const index = steps.findIndex(({ what }) => what === 'invited');
  const invited = steps[index];
  if (invited?.what !== 'invited') return [];
  const moment = momentOf(invited.at, index);
  const scan: Happening = {
    what: 'scanned',
    at: moment + 5 * minute,
    id: `${key}-late`,
    of: late,
    who: 'holder',
    door: 'Pintu A',
  };
  return [{ what: 'invited', at: moment, of: late }, ...(invited.comes ? [scan] : [])];
};

/** The first revocation of an office is the only one; who was never invited is not revoked. */
const plausible = (happenings: readonly Happening[]): Happening[] => {
  const invitedAt = happenings.find(({ what }) => what === 'invited')?.at ?? Number.POSITIVE_INFINITY;
  const revoked = new Set<string>();
  return happenings.filter((one) => {
    if (one.what !== 'revoked') return true;
    if (revoked.has(one.of) || (one.of === late && one.at < invitedAt)) return false;
    revoked.add(one.of);
    return true;
  });
};

/** The day as an event log; `key` is in the ids of its scans, so that no two sessions share one. */
export const logOfDay = ({ steps, fastBy, signals }: DrawnDay, key: string): SessionOfLog => {
  const scans = scansIn(steps, key);
  const told = steps.flatMap((one, index) => (one.what === 'invited' ? [] : happeningsOf(one, index, scans, key)));
  const all = [...told, ...ofLateComer(steps, key)].sort((a, b) => a.at - b.at);
  return {
    key,
    kind: 'RAKOR',
    title: 'Rakor',
    phase: null,
    startsAt: openedAt + 30 * minute,
    endsAt: openedAt + 170 * minute,
    units: units.slice(0, -1).map(({ name }) => name),
    guests,
    pledge: ['OPD', 'SD'],
    openedAt,
    closedAt: openedAt + 180 * minute,
    doors: doors.map((name, index) => ({
      name,
      signal: signals[index] ?? 'AFTERWARDS',
      fastBy: (fastBy[index] ?? 0) * minute,
    })),
    happenings: plausible(all),
    unsettled: [],
  };
};
