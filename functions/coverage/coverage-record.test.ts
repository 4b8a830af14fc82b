import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession } from '../../test/support/fixtures.ts';
import { PledgeStatus } from '../invitations/invitation-schema.ts';
import { toBase32 } from '../platform/ids.ts';
import { makeItemVersions } from '../platform/item-version.ts';
import { coverageKey } from '../platform/keys.ts';
import { unitClasses } from '../roster/unit-class.ts';
import { Phase } from '../sessions/arrangement-schema.ts';
import { type Arrivals, noArrivals } from './arrival-rules.ts';
import { cellsOf, type UnitState } from './cell-rules.ts';
import { type CoverageRecord, packCoverage, unpackCoverage } from './coverage-record.ts';
import { computeCoverage } from './coverage-rules.ts';
import { UnitPresence } from './coverage-schema.ts';
import { packUnits, unpackUnits } from './unit-rows.ts';

const frozenAt = '2024-06-27T00:00:00.000Z';
const empty = computeCoverage(
  aSession({ state: 'OPEN', frozen: { at: frozenAt, units: 0, hash: 'f'.repeat(64) } }),
  [],
  new Set(),
  frozenAt,
);

const unit: fc.Arbitrary<UnitState> = fc.record({
  unit: fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => toBase32(bytes)),
  class: fc.constantFrom(...unitClasses.map(({ code }) => code)),
  district: fc.option(
    fc.integer({ min: 1, max: 60 }).map((number) => `16.04.${String(number).padStart(2, '0')}`),
    { nil: null },
  ),
  presence: fc.constantFrom(...UnitPresence.options),
  pledge: fc.constantFrom(...PledgeStatus.options),
});
const counts = fc.array(fc.nat({ max: 2000 }), { minLength: 1, maxLength: 720 });
const arrivals: fc.Arbitrary<Arrivals> = fc.oneof(
  fc.constant(noArrivals),
  fc.record({
    from: fc.constant('2024-06-27T00:50:00.000Z'),
    perMinute: counts,
    lately: fc.array(
      fc.record({
        door: fc.option(fc.constantFrom('aaaaaaaa', 'bbbbbbbb'), { nil: null }),
        perMinute: fc.array(fc.nat({ max: 99 }), { minLength: 10, maxLength: 10 }),
      }),
      { maxLength: 3 },
    ),
  }),
);
const record: fc.Arbitrary<CoverageRecord> = fc
  .record({
    units: fc.uniqueArray(unit, { selector: (one) => one.unit, maxLength: 80 }),
    arrivals,
    phase: fc.option(fc.constantFrom(...Phase.options), { nil: null }),
    closedAt: fc.option(fc.constant('2024-06-27T05:00:00.000Z'), { nil: null }),
  })
  .map((made) => ({ ...empty, ...made, cells: cellsOf(made.units) }));

describe('the stored record', () => {
  test('reads back as it was, at thirteen characters a unit', () => {
    fc.assert(
      fc.property(record, (made) => {
        const packed = packCoverage(made);
        // Through the engine's own form: what it would not keep must not be relied on.
        expect(unpackCoverage(JSON.parse(JSON.stringify(packed)))).toEqual(made);
        expect(() => marshall(packed)).not.toThrow();
        expect(packed.units).toHaveLength(made.units.length * 13);
      }),
    );
  });

  test('one that was stored before districts, phases and arrivals were kept reads as having none, its cells as they stood', () => {
    const old = {
      ...packCoverage(empty),
      phase: undefined,
      closedAt: undefined,
      districts: undefined,
      openConflicts: undefined,
      grouped: undefined,
      units: 'aaaaaaaaOPSbbbbbbbbS-N',
      // Of a version that did not count those who followed by video, either.
      cells: JSON.stringify([
        ['', 'OPD', 1, 1, 0, 0, 1, 1],
        ['16.04.05', 'SD', 1, 0, 0, 0, 1, 0],
      ]),
    };
    const stored = { ...coverageKey(empty.session), ...JSON.parse(JSON.stringify(old)) };
    const read = unpackCoverage(makeItemVersions().read(stored));
    expect(read).toMatchObject({ phase: null, closedAt: null, openConflicts: 0, grouped: 0 });
    expect(read.arrivals).toEqual({ from: null, perMinute: [], lately: [] });
    expect(read.units).toEqual([
      { unit: 'aaaaaaaa', class: 'OPD', district: null, presence: 'IN_PERSON', pledge: 'SIGNED' },
      { unit: 'bbbbbbbb', class: 'SD', district: null, presence: 'MISSING', pledge: 'NOT_YET' },
    ]);
    expect(read.cells).toMatchObject([
      { district: null, class: 'OPD', expected: 1, online: 0, signed: 1 },
      { district: '16.04.05', class: 'SD', expected: 1, inPerson: 0, due: 1, signed: 0 },
    ]);
  });

  test.each([
    ['a row that is cut off', { units: 'aaaaaaaaOPS0' }],
    ['a letter of no meaning', { units: 'aaaaaaaaOXS00' }],
    ['a district that is not in the list', { units: 'aaaaaaaaOPS02' }],
  ])('%s is an error and no unit', (_, broken) => {
    expect(() => unpackCoverage({ ...packCoverage(empty), ...broken, districts: ['16.04.05'] })).toThrow();
  });

  test('a province with its most districts fits: 666 of them, the last one too', () => {
    const units = Array.from(
      { length: 666 },
      (_, index): UnitState => ({
        unit: toBase32(Uint8Array.of(0, 0, 0, index >> 8, index & 0xff)),
        class: 'KECAMATAN',
        district: `35.${String(Math.floor(index / 50) + 1).padStart(2, '0')}.${String((index % 50) + 1).padStart(2, '0')}`,
        presence: 'MISSING',
        pledge: 'NOT_DUE',
      }),
    );
    expect(unpackUnits(packUnits(units))).toEqual(units);
  });

  test.each([
    [470, 7_500],
    [830, 12_000],
    [11_000, 148_000],
  ])('of %i units that came at three doors within two hours is at most %i bytes', (size, bytes) => {
    const items = Array.from({ length: size }, (_, index) => {
      const at = new Date(Date.parse('2024-06-27T00:00:00Z') + index * (7_200_000 / size)).toISOString();
      return {
        ...anInvitation(`Unit ${index}`),
        district: `16.04.${String((index % 24) + 1).padStart(2, '0')}`,
        checkIn: aCheckIn({ at, doorId: `door${'abc'[index % 3]}aaa` }),
      };
    });
    const frozen = new Set(items.map(({ id }) => id));
    const asOf = '2024-06-27T02:00:00.000Z';
    const session = aSession({ state: 'OPEN', frozen: { at: frozenAt, units: size, hash: 'f'.repeat(64) } });
    const packed = packCoverage(computeCoverage(session, items, frozen, asOf));
    expect(JSON.stringify(packed).length).toBeLessThan(bytes);
  });
});
