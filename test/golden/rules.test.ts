/**
 * Rules 1 to 6 under random days: who comes where, what is taken back, corrected, signed, revoked, in any order, with requests and answers
 * that are lost between door and product and between product and engine. Every day is held twice, told in different orders.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineUnavailable, type Table } from '../../functions/platform/table.ts';
import { makeStores } from '../../functions/stores.ts';
import { randomOf } from '../cases/generate/random.ts';
import { as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { listOf } from './ask.ts';
import { sessionFigures, sessionUnits, unitsCounted } from './compare.ts';
import { firstArrivals, planDeliveries } from './deliveries.ts';
import type { SessionOfLog, UnitOfLog } from './event-log.ts';
import { hold } from './play.ts';
import { prepare, register } from './prepare.ts';
import { type DrawnDay, drawnDay, guests, logOfDay, units } from './random-days.ts';
import { recountSession, type SessionCounted } from './recount.ts';

const seed = Number(process.env.RULES_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RULES_RUNS ?? 100);
/** A failing day is made smaller (each attempt is two days more) where somebody asks for it. */
const parameters = { seed, numRuns: runs, endOnFailure: process.env.RULES_SHRINK === undefined };

let api: TestApi;
let unitIds: ReadonlyMap<string, string>;
const losses = { share: 0, random: randomOf('losses', String(seed)) };

/** The write is done, and whoever asked for it is told that the engine gave no answer. */
const forgetful = (table: Table): Table => {
  const lost = <T>(done: T): T => {
    if (losses.random.chance(losses.share)) throw new EngineUnavailable('the answer was lost');
    return done;
  };
  return {
    ...table,
    put: async (...args) => lost(await table.put(...args)),
    update: async (...args) => lost(await table.update(...args)),
  };
};

const regency = { code: '16.04', name: 'Kabupaten Lahat', zone: 'WIB' as const, units };

beforeAll(async () => {
  api = await startTestApi({ wrap: ({ table }) => ({ stores: makeStores(forgetful(table)) }) });
  unitIds = await register(api, regency);
});
afterAll(() => api.stop());

interface Told {
  coverage: Reply['body'];
  units: Awaited<ReturnType<typeof sessionUnits>>;
  invitations: Reply['body'][];
  counted: SessionCounted;
  figures: Awaited<ReturnType<typeof sessionFigures>>;
}

let held = 0;

/** Holds the day anew, told in the order of this seed. */
const tell = async (day: DrawnDay, order: string): Promise<Told> => {
  held += 1;
  const log: SessionOfLog = logOfDay(day, `rules-${held}`);
  const deliveries = planDeliveries(log, order);
  const played = await prepare({ api, regency, unitIds }, log);
  losses.share = 0.03;
  try {
    await hold(played, deliveries);
  } finally {
    losses.share = 0;
  }
  await api.recompute(played.session);
  const counted = recountSession(log, units, firstArrivals(deliveries));
  return {
    coverage: (await api.call(as('regent'), 'GET', `${played.base}/coverage`)).body,
    units: await sessionUnits(api, regency.code, played.session),
    invitations: await listOf(api, 'organizer', regency.code, `${played.base}/invitations`),
    counted,
    figures: await sessionFigures(api, regency.code, played.session, counted),
  };
};

/** Each rule looks at the same days: they are held once. */
const days = new Map<string, Promise<[Told, Told]>>();
const both = async (day: DrawnDay): Promise<[Told, Told]> => [
  await tell(day, day.orders[0] ?? ''),
  await tell(day, day.orders[1] ?? ''),
];
const toldOf = (day: DrawnDay): Promise<[Told, Told]> => {
  const key = JSON.stringify(day);
  const known = days.get(key) ?? both(day);
  days.set(key, known);
  return known;
};

const holds = (judge: (told: Told, day: DrawnDay) => void) =>
  fc.assert(
    fc.asyncProperty(drawnDay, async (day) => {
      for (const told of await toldOf(day)) judge(told, day);
    }),
    parameters,
  );

/** The recount of the same day, had some of it not happened. */
const recountWithout = (day: DrawnDay, kept: (happening: SessionOfLog['happenings'][number]) => boolean) => {
  const log = logOfDay(day, 'rules-less');
  return recountSession({ ...log, happenings: log.happenings.filter(kept) }, units, {});
};

const statusOf = (told: Told, unit: UnitOfLog): unknown => told.units[unit.name]?.pledge;
/** The first to look at the days holds them all: 70 seconds alone, more than 300 were seen on a busy machine. */
const timeout = { timeout: 900_000 };

describe(`under random orders, repeats and losses (RULES_SEED=${seed} RULES_RUNS=${runs})`, () => {
  test('rule 1: a unit is represented once, however many people come for it', timeout, () =>
    holds(({ coverage, units: shown, counted }) => {
      expect(shown).toEqual(unitsCounted(counted));
      const { expected, inPerson, acting, delegated, online, missing } = coverage.units;
      expect(inPerson + acting + delegated + online + missing).toBe(expected);
      expect(Object.keys(shown).length).toBe(expected);
    }),
  );

  test('rule 2: in person, by an acting head and by a delegate are counted apart', timeout, () =>
    holds(({ figures, units: shown, coverage }) => {
      expect(figures.shown).toEqual(figures.counted);
      const having = (presence: string) => Object.values(shown).filter((unit) => unit.presence === presence).length;
      const { inPerson, acting, delegated } = coverage.units;
      expect([inPerson, acting, delegated]).toEqual(['IN_PERSON', 'ACTING', 'DELEGATED'].map(having));
    }),
  );

  test('rule 3: neither coming nor a delegate’s signature is the head’s, who can sign later', timeout, () =>
    holds((told, day) => {
      const heads = recountWithout(
        day,
        ({ what, ...rest }) => what === 'revoked' || ('by' in rest && rest.by === 'holder'),
      );
      for (const unit of units.slice(0, -1))
        expect([unit.name, statusOf(told, unit)]).toEqual([
          unit.name,
          heads.units.find(({ name }) => name === unit.name)?.pledge,
        ]);
      expect(told.coverage.pledge.byDelegateOnly).toBe(told.counted.byDelegateOnly);
    }),
  );

  test('rule 4: symbolic signatures and guests move no figure of the units or the pledge', timeout, () =>
    holds(({ coverage, units: shown }, day) => {
      const without = recountWithout(day, (one) => {
        const ofGuest = 'of' in one && guests.includes(one.of);
        const forAll = one.what === 'signed' && one.as !== 'SIGNER';
        return !ofGuest && !forAll && one.what !== 'walkedIn' && one.what !== 'counted';
      });
      expect(shown).toEqual(unitsCounted(without));
      const { due, signed } = coverage.pledge;
      const having = (pledge: string) => without.units.filter((unit) => unit.pledge === pledge).length;
      expect([due, signed]).toEqual([having('SIGNED') + having('NOT_YET'), having('SIGNED')]);
    }),
  );

  test('rule 5: the denominator is the roster frozen at the opening, and changes since are shown', timeout, () =>
    holds(({ coverage, counted, invitations }) => {
      expect(coverage.units.expected).toBe(units.length - 1);
      expect(coverage.amendments).toEqual(counted.amendments);
      const amended = (kind: string) => invitations.filter(({ amendment }) => amendment === kind).length;
      expect({ added: amended('ADDED'), revoked: amended('REVOKED') }).toEqual(counted.amendments);
    }),
  );

  test('rule 6: SIGNED, NOT_YET or NOT_DUE, and nothing else, is known of a pledge', timeout, () =>
    holds(({ coverage, units: shown, invitations }) => {
      const statuses = [
        ...Object.values(shown).map(({ pledge }) => pledge),
        ...invitations.map(({ pledge }) => pledge.status),
      ];
      for (const status of statuses) expect(['SIGNED', 'NOT_YET', 'NOT_DUE']).toContain(status);
      for (const { kind, class: unitClass, pledge } of invitations)
        expect(pledge.status === 'NOT_DUE').toBe(kind === 'guest' || unitClass === 'BUMD');
      const { due, signed, notYet } = coverage.pledge;
      expect(due - signed).toBe(notYet);
    }),
  );

  test('in whatever order the same day is told, the figures are the same', timeout, () =>
    fc.assert(
      fc.asyncProperty(drawnDay, async (day) => {
        const [first, second] = await toldOf(day);
        expect(second.units).toEqual(first.units);
        const { late: _, ...figures } = first.figures.shown;
        expect(second.figures.shown).toMatchObject(figures);
      }),
      parameters,
    ),
  );
});
