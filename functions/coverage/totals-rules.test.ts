import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRecord } from '../../test/support/coverage-records.ts';
import type { Zone } from '../platform/base-schema.ts';
import { makeSessionId } from '../platform/ids.ts';
import { dayIn } from '../platform/time.ts';
import type { UnitState } from './cell-rules.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { Period } from './coverage-schema.ts';
import { recordsIn } from './period-rules.ts';
import { regencyCoverage } from './regency-coverage-rules.ts';
import { nationCoverage, provinceCoverage } from './show-totals-rules.ts';
import { figuresIn, noFigures, provinceTotals, regencyTotals, sumFigures } from './totals-rules.ts';
import type { RegencyTotals } from './totals-schema.ts';

const zones = ['WIB', 'WITA', 'WIT'] as const;
const anyUnits = fc
  .array(
    fc.record({
      unit: fc.constantFrom('aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd', 'eeeeeeee'),
      class: fc.constantFrom('OPD' as const, 'SD' as const),
      district: fc.constantFrom(null, '16.04.05'),
      presence: fc.constantFrom('IN_PERSON', 'ACTING', 'DELEGATED', 'ONLINE', 'MISSING') as fc.Arbitrary<
        UnitState['presence']
      >,
      pledge: fc.constantFrom('SIGNED', 'NOT_YET', 'NOT_DUE') as fc.Arbitrary<UnitState['pledge']>,
    }),
    { maxLength: 8 },
  )
  .map((units) => [...new Map(units.map((unit) => [unit.unit, unit])).values()]);
/** Around midnight of New Year's in every zone, and in the middle of years. */
const anyStart = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map((hours) => Date.UTC(2024, 0, 1) + hours * 3_600_000),
  fc.integer({ min: 0, max: 3 * 365 }).map((days) => Date.UTC(2023, 0, 1) + days * 86_400_000),
);
const anyRecords = fc
  .array(fc.tuple(anyUnits, anyStart, fc.boolean(), fc.nat({ max: 3 })), { maxLength: 6 })
  .map((all) =>
    all.map(([units, at, frozen, openConflicts], index) =>
      aRecord(new Date(at).toISOString(), units, {
        session: makeSessionId('16.04', `totals-${index}`),
        frozenAt: frozen ? '2024-01-01T00:00:00.000Z' : null,
        openConflicts,
      }),
    ),
  );

const report = (records: readonly CoverageRecord[], period: Period, zone: Zone) =>
  regencyCoverage({
    regency: { code: '16.04', name: 'Kabupaten Lahat' },
    period,
    records: recordsIn(records, period, zone),
    doors: { unsent: 0, scans: 0 },
    nameOf: () => undefined,
    now: '2024-06-27T06:00:00.000Z',
  });

/** What a report says that totals say too. */
const told = ({ units, pledge, sessions }: ReturnType<typeof regencyCoverage>) => ({
  sessions: sessions.length,
  expected: units.expected,
  covered: units.covered,
  inPerson: units.inPerson,
  acting: units.acting,
  delegated: units.delegated,
  due: pledge.due,
  signed: pledge.signed,
});

describe('totals of a regency', () => {
  test('agree with its report, over all sessions and over each year in its zone', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...zones), (records, zone) => {
        const regency = { code: '16.04', name: 'Lahat', zone };
        const totals = regencyTotals(regency, records, 'now');
        expect(totals.all).toEqual(told(report(records, {}, zone)));
        const years = new Set(
          records.filter(({ frozenAt }) => frozenAt).map(({ startsAt }) => dayIn(zone, startsAt).slice(0, 4)),
        );
        expect(new Set(Object.keys(totals.years))).toEqual(years);
        for (const year of years)
          expect(totals.years[year]).toEqual(
            told(report(records, { from: `${year}-01-01`, to: `${year}-12-31` }, zone)),
          );
        expect(totals.openConflicts).toBe(report(records, {}, zone).conflicts.open);
      }),
    );
  });

  test('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const regency = { code: '16.04', zone: 'WIB' as const };
        expect(regencyTotals(regency, [...records].reverse(), 'now')).toEqual(regencyTotals(regency, records, 'now'));
      }),
    );
  });

  test('a morning of January counts for its own year, though in UTC it is still December', () => {
    const records = [aRecord('2023-12-31T23:00:00.000Z', [])];
    expect(Object.keys(regencyTotals({ code: '16.04', zone: 'WIB' }, records, 'now').years)).toEqual(['2024']);
  });

  test('a plan is not a session held, and the last one is the latest that was', () => {
    const records = [
      aRecord('2024-03-01T01:00:00.000Z', [], { state: 'OPEN' }),
      aRecord('2024-09-01T01:00:00.000Z', [], { frozenAt: null }),
    ];
    expect(regencyTotals({ code: '16.04', zone: 'WIB' }, records, 'now')).toMatchObject({
      lastSessionAt: '2024-03-01T01:00:00.000Z',
      openSessions: 1,
      all: { sessions: 1 },
    });
  });
});

const someTotals = (regency: string, changes: Partial<RegencyTotals> = {}): RegencyTotals => ({
  regency,
  asOf: '2024-06-27T06:00:00.000Z',
  lastSessionAt: '2024-06-27T01:00:00.000Z',
  openSessions: 0,
  openConflicts: 1,
  all: { ...noFigures, sessions: 3, expected: 10, covered: 8 },
  years: { '2024': { ...noFigures, sessions: 2, expected: 10, covered: 7 } },
  ...changes,
});

describe('totals of a province', () => {
  const lahat = someTotals('16.04');
  const muaraEnim = someTotals('16.03', {
    lastSessionAt: null,
    all: noFigures,
    years: {},
    openConflicts: 0,
  });
  const itself = someTotals('16', { lastSessionAt: '2024-07-01T01:00:00.000Z', years: { '2023': noFigures } });

  test('are the sums of its regencies; the province itself is none of them', () => {
    const totals = provinceTotals('16', [itself, muaraEnim, lahat], ['16', '16.03', '16.04', '16.05'], 'now');
    expect(totals).toMatchObject({
      asOf: 'now',
      lastSessionAt: '2024-07-01T01:00:00.000Z',
      openConflicts: 2,
      all: { sessions: 6, expected: 20, covered: 16 },
      years: { '2024': { sessions: 2 }, '2023': noFigures },
      registered: 3,
      held: { all: 1, years: { '2024': 1, '2023': 0 } },
    });
  });

  const there = {
    regencies: ['16.03', '16.04', '16.05'].map((code) => ({ code, name: `Kabupaten ${code}` })),
    registered: new Set(['16.03', '16.04']),
  };
  const province = { code: '16', name: 'Sumatera Selatan' };

  test('shows every regency: with sessions, registered without any, and not registered', () => {
    const shown = provinceCoverage(province, [muaraEnim, lahat], there, undefined);
    expect(shown.rows.map(({ regency, registered, asOf }) => [regency, registered, asOf !== null])).toEqual([
      ['16.03', true, true],
      ['16.04', true, true],
      ['16.05', false, false],
    ]);
    expect(shown.regencies).toEqual({ all: 3, registered: 2, held: 1 });
    expect(shown.figures).toEqual(sumFigures(shown.rows.map(({ figures }) => figures)));
    expect(provinceCoverage(province, [itself], there, undefined).rows[0]).toMatchObject({ regency: '16' });
  });

  test('of a year without sessions there are zeros, and nothing of other years', () => {
    const shown = provinceCoverage(province, [lahat], there, '2023');
    expect([shown.figures, shown.regencies.held, shown.years]).toEqual([noFigures, 0, ['2024']]);
    expect(figuresIn(lahat, '2024')).toMatchObject({ covered: 7 });
  });

  test('the nation shows every province, and its sums are those of the rows', () => {
    const totals = provinceTotals('16', [lahat], ['16.04'], 'now');
    const provinces = [
      { code: '16', name: 'Sumatera Selatan', regencies: 17 },
      { code: '18', name: 'Lampung', regencies: 15 },
    ];
    const shown = nationCoverage(provinces, [totals], '2024');
    expect(shown).toMatchObject({
      asOf: 'now',
      years: ['2024'],
      regencies: { all: 32, registered: 1, held: 1 },
      figures: { sessions: 2, covered: 7 },
    });
    expect(shown.rows[1]).toMatchObject({ province: '18', asOf: null, figures: noFigures });
  });
});
