import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession } from '../../test/support/fixtures.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { toBase32 } from '../platform/ids.ts';
import { unitClasses } from '../roster/unit-class.ts';
import { computeCoverage, showCoverage } from './coverage-rules.ts';
import { heldRecords } from './period-rules.ts';
import { periodFigures, tallyUnits } from './unit-tally-rules.ts';

const frozenAt = '2024-06-27T00:00:00.000Z';
const signature = { at: frozenAt, hash: 'x', method: 'LINK' as const, nonce: 'nonce-0001' };
const id = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => toBase32(bytes));

const invitation: fc.Arbitrary<Invitation> = fc
  .record({
    id,
    guest: fc.boolean(),
    class: fc.constantFrom(...unitClasses.map((entry) => entry.code)),
    district: fc.option(fc.constantFrom('16.04.05', '16.04.06'), { nil: undefined }),
    acting: fc.constantFrom('DEFINITIVE' as const, 'PLT' as const),
    online: fc.boolean(),
    who: fc.option(fc.constantFrom('holder' as const, 'acting' as const, 'delegate' as const), { nil: undefined }),
    late: fc.boolean(),
    added: fc.boolean(),
    signs: fc.record({ holder: fc.boolean(), delegate: fc.boolean(), symbolic: fc.boolean() }),
  })
  .map((made) => ({
    ...anInvitation('Unit'),
    id: made.id,
    kind: made.guest ? ('guest' as const) : ('unit' as const),
    class: made.guest ? undefined : made.class,
    district: made.district,
    holder: { name: 'Budi', acting: made.acting },
    invitedAt: made.added ? '2024-06-27T01:00:00.000Z' : '2024-06-20T00:00:00.000Z',
    checkIn:
      made.who &&
      aCheckIn({
        who: made.who,
        mode: made.online ? ('ONLINE' as const) : ('IN_PERSON' as const),
        ...(made.late && { late: true }),
      }),
    signedHolder: made.signs.holder ? signature : undefined,
    signedDelegate: made.signs.delegate ? signature : undefined,
    signedSymbolic: made.signs.symbolic ? signature : undefined,
  }));

const roster = fc.uniqueArray(invitation, { selector: (item) => item.id, maxLength: 60 });
const session = aSession({ state: 'OPEN', frozen: { at: frozenAt, units: 0, hash: 'f'.repeat(64) } });
const frozenOf = (items: readonly Invitation[]) =>
  new Set(items.filter((item) => item.kind === 'unit' && item.invitedAt <= frozenAt).map((item) => item.id));
const coverageOf = (items: readonly Invitation[]) => {
  const record = computeCoverage(session, items, frozenOf(items), frozenAt);
  return { record, shown: showCoverage(record, () => undefined) };
};

describe('coverage arithmetic', () => {
  test('every unit is in exactly one of in person, acting, delegated, online, missing', () => {
    fc.assert(
      fc.property(roster, (items) => {
        const { units, pledge } = coverageOf(items).shown;
        expect(units.inPerson + units.acting + units.delegated + units.online + units.missing).toBe(units.expected);
        expect(units.expected).toBe(frozenOf(items).size);
        expect(pledge.signed + pledge.notYet).toBe(pledge.due);
        expect(pledge.due).toBeLessThanOrEqual(units.expected);
      }),
    );
  });

  test('classes and districts each sum to the whole', () => {
    fc.assert(
      fc.property(roster, (items) => {
        const { shown } = coverageOf(items);
        for (const rows of [shown.classes, shown.districts]) {
          for (const field of ['expected', 'inPerson', 'acting', 'delegated', 'online', 'missing'] as const) {
            expect(rows.reduce((sum, row) => sum + row[field], 0)).toBe(shown.units[field]);
          }
          expect(rows.reduce((sum, row) => sum + row.pledge.due, 0)).toBe(shown.pledge.due);
          expect(rows.reduce((sum, row) => sum + row.pledge.signed, 0)).toBe(shown.pledge.signed);
        }
      }),
    );
  });

  test('is the same in whatever order the invitations come, and when counted again', () => {
    fc.assert(
      fc.property(roster, fc.infiniteStream(fc.nat()), (items, numbers) => {
        const order = new Map(items.map((item) => [item.id, numbers.next().value as number]));
        const shuffled = [...items].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
        expect(coverageOf(shuffled).record).toEqual(coverageOf(items).record);
      }),
    );
  });

  test('a further arrival never lowers the figure and never moves the denominator', () => {
    fc.assert(
      fc.property(roster, fc.nat(), (items, pick) => {
        fc.pre(items.length > 0);
        const index = pick % items.length;
        const before = coverageOf(items).shown;
        const after = coverageOf(
          items.map((item, at) => (at === index ? { ...item, checkIn: item.checkIn ?? aCheckIn() } : item)),
        ).shown;
        expect(after.units.expected).toBe(before.units.expected);
        expect(after.units.missing).toBeLessThanOrEqual(before.units.missing);
        expect(before.units.missing - after.units.missing).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('an invitation is an amendment by the frozen roster, not by its times', () => {
    const frozen = new Set([anInvitation('In').id, anInvitation('In, revoked').id]);
    const items = [
      anInvitation('In'),
      anInvitation('In, revoked', { revokedAt: frozenAt }),
      anInvitation('Written while it opened', { invitedAt: '2024-06-26T23:59:59.999Z' }),
      anInvitation('Revoked before, never back', { revokedAt: '2024-06-25T00:00:00.000Z' }),
    ];
    const { added, revoked, units } = computeCoverage(session, items, frozen, frozenAt);
    expect({ added, revoked, expected: units.length }).toEqual({ added: 1, revoked: 1, expected: 2 });
  });

  test('a check-in after the closing counts as late, whatever the door believed', () => {
    const closed = { ...session, state: 'CLOSED' as const, closedAt: '2024-06-27T05:00:00.000Z' };
    const items = ['2024-06-27T04:59:59.000Z', '2024-06-27T05:00:01.000Z'].map((at, index) =>
      anInvitation(`Unit ${index}`, { checkIn: aCheckIn({ at }) }),
    );
    expect(computeCoverage(closed, items, frozenOf(items), frozenAt).late).toBe(1);
  });

  test('before the session opens the figures are a forecast, marked so, and no regency figure', () => {
    const items = [anInvitation('A'), anInvitation('B', { revokedAt: frozenAt })];
    const record = computeCoverage(aSession(), items, null, frozenAt);
    expect(record.frozenAt).toBeNull();
    expect(showCoverage(record, () => undefined).units.expected).toBe(1);
    expect(heldRecords([record])).toEqual([]);
    expect(tallyUnits([record]).size).toBe(0);
  });

  test('online is counted apart: neither represented nor missing, and no unit is covered by it', () => {
    const items = [
      anInvitation('A', { checkIn: aCheckIn() }),
      anInvitation('B', { checkIn: aCheckIn({ mode: 'ONLINE', who: 'delegate' }) }),
      anInvitation('C'),
    ];
    const { record, shown } = coverageOf(items);
    expect(shown.units).toEqual({ expected: 3, inPerson: 1, acting: 0, delegated: 0, online: 1, missing: 1 });
    expect(shown.cells).toMatchObject([{ represented: 1 }]);
    expect(periodFigures([...tallyUnits([record]).values()]).units).toMatchObject({ covered: 1, never: 2 });
  });

  test('open conflicts and groups are figures of their own', () => {
    const conflicts = [{}, { decision: 'KEEP' as const }, {}];
    const besides = { conflicts, headCounts: [{ count: 40 }, { count: 2 }] };
    const record = computeCoverage(session, [anInvitation('A')], new Set(), frozenAt, besides);
    const shown = showCoverage(record, () => undefined);
    expect(shown.conflicts).toEqual({ open: 2 });
    expect(shown.people).toEqual({ checkedIn: 0, guests: 0, grouped: 42 });
  });
});
