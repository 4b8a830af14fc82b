import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anInvitation, aSession } from '../../test/support/fixtures.ts';
import type { Session } from '../sessions/session-schema.ts';
import { arrange, capacityOf, countWaves, waveOf } from './arrange-rules.ts';
import type { Invitation } from './invitation-schema.ts';

const wave = (id: string, capacity?: number): Session['waves'][number] => ({
  id,
  label: id,
  startsAt: '2024-06-27T01:00:00.000Z',
  endsAt: '2024-06-27T05:00:00.000Z',
  ...(capacity !== undefined && { capacity }),
});
const planWith = (waves: Session['waves'], capacity?: number) =>
  aSession({ waves, venue: { ...aSession().venue, ...(capacity !== undefined && { capacity }) } });
const districts = ['16.04.01', '16.04.02', '16.04.03', '16.04.04', undefined];
const inDistrict = (name: string, district: string | undefined, changes: Partial<Invitation> = {}) =>
  anInvitation(name, { ...(district && { district }), ...changes });

/** Plans with one to four waves, some of them without a capacity, and people of whom some have a wave, good or gone. */
const situation = fc
  .record({
    capacities: fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 4,
    }),
    hall: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    people: fc.array(
      fc.record({
        district: fc.constantFrom(...districts),
        class: fc.constantFrom('OPD' as const, 'SD' as const, undefined),
        wave: fc.constantFrom('w0', 'w1', 'gone', undefined, undefined, undefined),
        state: fc.constantFrom('invited', 'invited', 'invited', 'revoked', 'walkIn'),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ capacities, hall, people }) => ({
    plan: planWith(
      capacities.map((capacity, index) => wave(`w${index}`, capacity)),
      hall,
    ),
    people: people.map(({ district, class: unitClass, wave: at, state }, index) => {
      const { class: _, ...plain } = inDistrict(`Unit ${index}`, district);
      return {
        ...plain,
        ...(unitClass && { class: unitClass }),
        ...(at && { wave: at }),
        ...(state === 'revoked' && { revokedAt: '2024-06-21T02:00:00.000Z' }),
        ...(state === 'walkIn' && { walkIn: true }),
      };
    }),
  }));
const by = fc.constantFrom('DISTRICT' as const, 'CLASS' as const);

describe('an arrangement', () => {
  test('gives a wave to each who has none, once, and to nobody else', () => {
    fc.assert(
      fc.property(situation, by, ({ plan, people }, how) => {
        const { assignments, unplaced } = arrange(plan, people, how);
        const waiting = people.filter(
          (one) => one.revokedAt === undefined && one.walkIn !== true && waveOf(plan, one) === undefined,
        );
        expect([...assignments.map(({ id }) => id), ...unplaced].sort()).toEqual(waiting.map(({ id }) => id).sort());
      }),
    );
  });

  test('never goes beyond a capacity, and leaves nobody over while a wave has room', () => {
    fc.assert(
      fc.property(situation, by, ({ plan, people }, how) => {
        const { assignments, unplaced } = arrange(plan, people, how);
        const before = new Map(countWaves(plan, people).map(({ wave: id, invited }) => [id, invited]));
        const waves = new Map(assignments.map(({ id, wave: at }) => [id, at]));
        const after = people.map((one) => ({
          ...one,
          ...(waves.has(one.id) && { wave: waves.get(one.id) as string }),
        }));
        for (const { wave: id, invited, capacity = Number.POSITIVE_INFINITY } of countWaves(plan, after)) {
          // Somebody may have put more into it by hand: then nobody is added.
          expect(invited).toBeLessThanOrEqual(Math.max(capacity, before.get(id) ?? 0));
          if (unplaced.length > 0) expect(invited).toBeGreaterThanOrEqual(capacity);
        }
      }),
    );
  });

  test('is the same whatever the order of the invitations', () => {
    const shuffled = situation.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.people, { minLength: one.people.length })),
    );
    fc.assert(
      fc.property(shuffled, by, ([{ plan, people }, mixed], how) => {
        const sorted = ({ assignments }: ReturnType<typeof arrange>) =>
          [...assignments].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(arrange(plan, mixed, how))).toEqual(sorted(arrange(plan, people, how)));
      }),
    );
  });

  test('divides no district where every one fits into each wave that is left', () => {
    const people = fc.array(fc.constantFrom(...districts.slice(0, 4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(people, (list) => {
        const invitations = list.map((district, index) => inDistrict(`Unit ${index}`, district));
        const { assignments } = arrange(planWith([wave('w0', 40), wave('w1', 40)]), invitations, 'DISTRICT');
        const waves = new Map(assignments.map(({ id, wave: at }) => [id, at]));
        for (const district of districts.slice(0, 4)) {
          const own = invitations.filter((one) => one.district === district).map(({ id }) => waves.get(id));
          expect(new Set(own).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const many = (district: string, count: number, changes: Partial<Invitation> = {}) =>
  Array.from({ length: count }, (_, index) => inDistrict(`${district} ${index}`, district, changes));
const sizes = (assignments: readonly { id: string; wave: string }[]) =>
  Object.fromEntries(
    [...new Set(assignments.map(({ wave: at }) => at))].map((id) => [
      id,
      assignments.filter(({ wave: at }) => at === id).length,
    ]),
  );

test('with room enough the waves come out even, also without capacities', () => {
  const people = [...many('16.04.01', 10), ...many('16.04.02', 10), ...many('16.04.03', 5), ...many('16.04.04', 5)];
  for (const plan of [planWith([wave('a'), wave('b')]), planWith([wave('a', 100), wave('b', 100)])])
    expect(sizes(arrange(plan, people, 'DISTRICT').assignments)).toEqual({ a: 15, b: 15 });
});

test('where an even spread would divide a district, a tight one is taken', () => {
  const people = [...many('16.04.01', 3), ...many('16.04.02', 3), ...many('16.04.03', 6)];
  const plan = planWith([wave('a', 6), wave('b', 6)]);
  const { divided } = arrange(plan, people, 'DISTRICT');
  expect(divided).toBe(0);
});

test('who comes later goes where their district is', () => {
  const people = [...many('16.04.01', 3, { wave: 'b' }), inDistrict('Baru', '16.04.01')];
  const { assignments } = arrange(planWith([wave('a', 10), wave('b', 10)]), people, 'DISTRICT');
  expect(assignments.map(({ wave: at }) => at)).toEqual(['b']);
});

test('a wave takes what the hall takes where it says nothing else', () => {
  const plan = planWith([wave('a'), wave('b', 3)], 2);
  expect(plan.waves.map((one) => capacityOf(one, plan))).toEqual([2, 3]);
  expect(arrange(plan, many('16.04.01', 7), 'CLASS')).toMatchObject({
    unplaced: [expect.any(String), expect.any(String)],
  });
});
