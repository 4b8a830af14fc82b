import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRecord, aState } from '../../test/support/coverage-records.ts';
import type { UnitState } from './cell-rules.ts';
import { periodFigures, shows, tallyUnits, type UnitTally } from './unit-tally-rules.ts';

const [january, february, march] = ['01', '02', '03'].map((month) => `2024-${month}-10T01:00:00.000Z`) as [
  string,
  string,
  string,
];
const tallyOf = (...records: ReturnType<typeof aRecord>[]): UnitTally =>
  tallyUnits(records).get('aaaaaaaa') as UnitTally;
const figuresOf = (...records: ReturnType<typeof aRecord>[]) => periodFigures([...tallyUnits(records).values()]);
const unit = (changes: Partial<UnitState>) => aState('aaaaaaaa', changes);

describe('a unit over several sessions', () => {
  test('is covered once however many sessions it came to (rule 1)', () => {
    const came = [january, february, march].map((day) => aRecord(day, [unit({ presence: 'IN_PERSON' })]));
    expect(figuresOf(...came).units).toEqual({
      expected: 1,
      covered: 1,
      never: 0,
      inPerson: 1,
      acting: 0,
      delegated: 0,
    });
    expect(tallyOf(...came)).toMatchObject({ invited: 3, represented: 3 });
  });

  test('stands under the best of its presences, whichever came first, and under no other (rule 2)', () => {
    const orders = [
      ['DELEGATED', 'ACTING', 'IN_PERSON'],
      ['IN_PERSON', 'ACTING', 'DELEGATED'],
      ['ACTING', 'IN_PERSON', 'MISSING'],
    ] as const;
    for (const order of orders) {
      const records = order.map((presence, index) =>
        aRecord([january, february, march][index] as string, [unit({ presence })]),
      );
      expect(figuresOf(...records).units).toMatchObject({ covered: 1, inPerson: 1, acting: 0, delegated: 0 });
    }
    const [first, second] = [
      aRecord(january, [unit({ presence: 'DELEGATED' })]),
      aRecord(february, [unit({ presence: 'ACTING' })]),
    ];
    expect(figuresOf(first, second).units).toMatchObject({ covered: 1, inPerson: 0, acting: 1, delegated: 0 });
    expect(figuresOf(first).units).toMatchObject({ covered: 1, inPerson: 0, acting: 0, delegated: 1 });
  });

  test('by video is neither covered nor missed', () => {
    const online = aRecord(january, [unit({ presence: 'ONLINE' })]);
    expect(figuresOf(online).units).toMatchObject({ expected: 1, covered: 0, never: 1 });
    expect(tallyOf(online)).toMatchObject({ represented: 0, missed: 0, missedInARow: 0 });
  });

  test('has pledged when its head signed in one of the sessions; being there is not it (rule 3)', () => {
    const there = aRecord(january, [unit({ presence: 'IN_PERSON', pledge: 'NOT_YET' })]);
    expect(figuresOf(there).pledge).toEqual({ due: 1, signed: 0, notYet: 1 });
    const later = aRecord(february, [unit({ presence: 'MISSING', pledge: 'SIGNED' })]);
    expect(figuresOf(there, later).pledge).toEqual({ due: 1, signed: 1, notYet: 0 });
    const again = aRecord(march, [unit({ pledge: 'NOT_YET' })]);
    expect(figuresOf(there, later, again).pledge).toEqual({ due: 1, signed: 1, notYet: 0 });
    expect(figuresOf(aRecord(january, [unit({})])).pledge).toEqual({ due: 0, signed: 0, notYet: 0 });
  });

  test('counts in the denominator of the sessions whose frozen roster had it, and no plan adds one (rule 5)', () => {
    const held = aRecord(january, [unit({}), aState('bbbbbbbb')]);
    const plan = aRecord(february, [unit({ presence: 'IN_PERSON' }), aState('cccccccc')], {
      frozenAt: null,
      state: 'PUBLISHED',
    });
    expect(figuresOf(held, plan).units).toMatchObject({ expected: 2, covered: 0 });
  });

  test('missed in a row counts back from the latest session that it was invited to', () => {
    const missed = (day: string) => aRecord(day, [unit({})]);
    const came = (day: string) => aRecord(day, [unit({ presence: 'DELEGATED' })]);
    expect(tallyOf(missed(january), missed(february), missed(march))).toMatchObject({ missed: 3, missedInARow: 3 });
    expect(tallyOf(missed(january), came(february), missed(march))).toMatchObject({ missed: 2, missedInARow: 1 });
    expect(tallyOf(missed(january), missed(february), came(march))).toMatchObject({ missed: 2, missedInARow: 0 });
    // Not invited in February: no row is broken by it.
    const without = aRecord(february, [aState('bbbbbbbb')]);
    expect(tallyOf(missed(march), without, missed(january))).toMatchObject({ invited: 2, missedInARow: 2 });
    const online = aRecord(february, [unit({ presence: 'ONLINE' })]);
    expect(tallyOf(missed(january), online, missed(march))).toMatchObject({ missed: 2, missedInARow: 1 });
  });

  test('a hall that is still filling is no absence, and breaks no row until somebody comes', () => {
    const missed = (day: string) => aRecord(day, [unit({})]);
    const open = (presence: UnitState['presence']) =>
      aRecord(march, [unit({ presence })], { state: 'OPEN', closedAt: null });
    const waiting = tallyOf(missed(january), open('MISSING'));
    expect(waiting).toMatchObject({ invited: 2, missed: 1, missedInARow: 1 });
    expect(shows.missed(waiting)).toBe(false);
    expect(tallyOf(missed(january), missed(february), open('MISSING'))).toMatchObject({ missed: 2, missedInARow: 2 });
    expect(tallyOf(missed(january), missed(february), open('DELEGATED'))).toMatchObject({ missed: 2, missedInARow: 0 });
  });

  test('has class and district as of its latest session, and that session is named', () => {
    const before = aRecord(march, [unit({ class: 'SMP', district: '16.04.06' })]);
    const after = aRecord(february, [unit({ class: 'SD', district: '16.04.05' })]);
    expect(tallyOf(before, after)).toMatchObject({ class: 'SMP', district: '16.04.06', session: before.session });
  });

  test('is repeatedly missing, or repeatedly delegated, from the second time on', () => {
    const [once, twice] = [january, february].map((day) => aRecord(day, [unit({ presence: 'DELEGATED' })]));
    expect(shows.delegated(tallyOf(once as never))).toBe(false);
    expect(shows.delegated(tallyOf(once as never, twice as never))).toBe(true);
    const [gone, goneAgain] = [january, february].map((day) => aRecord(day, [unit({})]));
    expect(shows.missed(tallyOf(gone as never))).toBe(false);
    expect(shows.missed(tallyOf(gone as never, goneAgain as never))).toBe(true);
    expect(shows.never(tallyOf(gone as never))).toBe(true);
    expect(shows.notPledged(tallyOf(gone as never))).toBe(false);
  });

  test('the same figures in whatever order the sessions come, in the order of ids, and as plain loops count them', () => {
    const state = fc.record({
      unit: fc.constantFrom('aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'),
      presence: fc.constantFrom(
        'IN_PERSON' as const,
        'ACTING' as const,
        'DELEGATED' as const,
        'ONLINE' as const,
        'MISSING' as const,
      ),
      pledge: fc.constantFrom('SIGNED' as const, 'NOT_YET' as const, 'NOT_DUE' as const),
    });
    const sessions = fc.array(fc.uniqueArray(state, { selector: (one) => one.unit }), { maxLength: 6 });
    fc.assert(
      fc.property(sessions, (made) => {
        const records = made.map((states, index) =>
          aRecord(
            `2024-0${index + 1}-10T01:00:00.000Z`,
            states.map((one) => aState(one.unit, one)),
          ),
        );
        const tallies = tallyUnits(records);
        expect([...tallyUnits([...records].reverse())]).toEqual([...tallies]);
        expect([...tallies.keys()]).toEqual([...new Set(made.flat().map((one) => one.unit))].sort());
        const having = (test: (one: (typeof made)[0][0]) => boolean) =>
          new Set(
            made
              .flat()
              .filter(test)
              .map((one) => one.unit),
          );
        const inPerson = having((one) => one.presence === 'IN_PERSON');
        const acting = having((one) => one.presence === 'ACTING');
        const delegated = having((one) => one.presence === 'DELEGATED');
        const { units, pledge } = periodFigures([...tallies.values()]);
        expect(units.inPerson).toBe(inPerson.size);
        expect(units.acting).toBe([...acting].filter((one) => !inPerson.has(one)).length);
        expect(units.delegated).toBe([...delegated].filter((one) => !inPerson.has(one) && !acting.has(one)).length);
        expect(units.covered + units.never).toBe(units.expected);
        expect(pledge.due).toBe(having((one) => one.pledge !== 'NOT_DUE').size);
        expect(pledge.signed).toBe(having((one) => one.pledge === 'SIGNED').size);
        expect(pledge.signed + pledge.notYet).toBe(pledge.due);
      }),
    );
  });
});
