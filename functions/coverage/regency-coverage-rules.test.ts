import { describe, expect, test } from 'vitest';
import { aRecord, aState } from '../../test/support/coverage-records.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { RegencyCoverage } from './coverage-schema.ts';
import { regencyCoverage } from './regency-coverage-rules.ts';

const now = '2024-08-01T00:00:00.000Z';
const names: Record<string, string> = { '16.04.05': 'Kikim Timur', '16.04.06': 'Lahat' };
const reportOf = (records: readonly CoverageRecord[], period = {}): RegencyCoverage =>
  regencyCoverage({
    regency: { code: '16.04', name: 'Kabupaten Lahat' },
    period,
    records,
    doors: { unsent: 1, scans: 4 },
    nameOf: (code) => names[code],
    now,
  });

const [lahat, kikim] = ['16.04.06', '16.04.05'] as const;

// A school that moved between the sessions, an agency in no district, a district's own office.
const january = aRecord(
  '2024-01-10T01:00:00.000Z',
  [
    aState('aaaaaaaa', { presence: 'DELEGATED', pledge: 'NOT_YET' }),
    aState('bbbbbbbb', { class: 'SD', district: kikim, presence: 'MISSING', pledge: 'NOT_YET' }),
    aState('cccccccc', { class: 'KECAMATAN', district: lahat, presence: 'ONLINE', pledge: 'NOT_DUE' }),
  ],
  { added: 2, revoked: 1, openConflicts: 1, phase: 'BEFORE', asOf: '2024-03-01T00:00:00.000Z' },
);
const february = aRecord(
  '2024-02-10T01:00:00.000Z',
  [
    aState('aaaaaaaa', { presence: 'IN_PERSON', pledge: 'SIGNED' }),
    aState('bbbbbbbb', { class: 'SD', district: lahat, presence: 'MISSING', pledge: 'NOT_YET' }),
    aState('dddddddd', { class: 'SD', district: lahat, presence: 'ACTING', pledge: 'SIGNED' }),
  ],
  { added: 1, openConflicts: 2, asOf: '2024-02-11T00:00:00.000Z' },
);

describe('the report of a regency', () => {
  test('by hand: four units over two sessions, three of them once and one never', () => {
    const report = reportOf([january, february]);
    expect(report.units).toEqual({ expected: 4, covered: 2, never: 2, inPerson: 1, acting: 1, delegated: 0 });
    expect(report.pledge).toEqual({ due: 3, signed: 2, notYet: 1 });
    expect(report.conflicts).toEqual({ open: 3 });
    expect(report.amendments).toEqual({ added: 3, revoked: 1 });
    expect(report.repeated).toEqual({ missed: 1, delegated: 0 });
    expect(report.doors).toEqual({ unsent: 1, scans: 4 });
  });

  test('classes in protocol order; districts by code with their names, those in none first; each unit under its latest', () => {
    const { classes, districts, cells } = reportOf([january, february]);
    expect(classes.map((row) => [row.class, row.expected, row.covered, row.pledge.due, row.pledge.signed])).toEqual([
      ['OPD', 1, 1, 1, 1],
      ['KECAMATAN', 1, 0, 0, 0],
      ['SD', 2, 1, 2, 1],
    ]);
    expect(districts.map((row) => [row.district, row.districtName, row.expected, row.never])).toEqual([
      [null, null, 1, 0],
      [lahat, 'Lahat', 3, 2],
    ]);
    expect(cells).toEqual([
      { district: null, class: 'OPD', expected: 1, covered: 1, due: 1, signed: 1 },
      { district: lahat, class: 'KECAMATAN', expected: 1, covered: 0, due: 0, signed: 0 },
      { district: lahat, class: 'SD', expected: 2, covered: 1, due: 2, signed: 1 },
    ]);
  });

  test('the worst groups bear their district’s name; a district that the country’s list lost bears its code', () => {
    expect(reportOf([january, february]).worst).toEqual([
      { district: lahat, districtName: 'Lahat', class: 'KECAMATAN', expected: 1, covered: 0, never: 1 },
      { district: lahat, districtName: 'Lahat', class: 'SD', expected: 2, covered: 1, never: 1 },
    ]);
    const gone = aRecord('2024-02-10T01:00:00.000Z', [aState('aaaaaaaa', { district: '16.04.99' })]);
    expect(reportOf([gone]).worst[0]).toMatchObject({ district: '16.04.99', districtName: '16.04.99' });
  });

  test('sessions newest first with their phase, and without what is per district', () => {
    const { sessions } = reportOf([january, february]);
    expect(sessions.map(({ startsAt, phase }) => [startsAt.slice(0, 7), phase])).toEqual([
      ['2024-02', null],
      ['2024-01', 'BEFORE'],
    ]);
    expect(Object.keys(sessions[0] ?? {})).not.toEqual(expect.arrayContaining(['districts']));
    expect(sessions[1]?.units).toEqual({ expected: 3, inPerson: 0, acting: 0, delegated: 1, online: 1, missing: 1 });
  });

  test('asOf is of the youngest data, not of the youngest session; with no session it is now, and the rest is nothing', () => {
    expect(reportOf([january, february]).asOf).toBe(january.asOf);
    const empty = reportOf([], { from: '2024-01-01', phase: 'AFTER' });
    expect(empty).toMatchObject({
      asOf: now,
      period: { from: '2024-01-01', to: null, phase: 'AFTER' },
      units: { expected: 0, covered: 0, never: 0, inPerson: 0, acting: 0, delegated: 0 },
      pledge: { due: 0, signed: 0, notYet: 0 },
      classes: [],
      districts: [],
      cells: [],
      worst: [],
      sessions: [],
    });
  });

  test('is what the contract says, and every grouping sums to the whole', () => {
    const report = reportOf([january, february]);
    expect(RegencyCoverage.parse(report)).toEqual(report);
    for (const rows of [report.classes, report.districts, report.cells]) {
      expect(rows.reduce((sum, row) => sum + row.expected, 0)).toBe(report.units.expected);
      expect(rows.reduce((sum, row) => sum + row.covered, 0)).toBe(report.units.covered);
    }
  });
});
