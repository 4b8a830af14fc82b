import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import {
  correctedTime,
  denialOf,
  gateAnswer,
  mayAskFor,
  notedDenial,
  outcomeBefore,
  rightRecord,
  type SessionGate,
} from './check-in-rules.ts';

const minute = 60_000;
const iso = (time: number) => new Date(time).toISOString();
const noon = Date.parse('2024-06-27T05:00:00Z');
const by = (scanned: number, sent: number, clockOffsetMs?: number) => ({
  scannedAt: iso(scanned),
  sentAt: iso(sent),
  clockOffsetMs,
});

describe('the corrected time of a scan', () => {
  test('is how long ago the scan was, whatever the door’s clock shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 11 }), fc.nat(600 * minute), (offset, age) => {
        const corrected = correctedTime(by(noon + offset - age, noon + offset), new Date(noon));
        expect(Date.parse(corrected)).toBe(noon - age);
      }),
    );
  });

  test('is the arrival’s where the difference is no wait but a clock that was set', () => {
    expect(correctedTime({ scannedAt: '1900-01-01T00:00:00.000Z', sentAt: iso(noon) }, new Date(noon))).toBe(iso(noon));
  });

  test('is never later than its arrival, even when a clock jumped back in between', () => {
    expect(correctedTime(by(noon + 5 * minute, noon), new Date(noon))).toBe(iso(noon));
  });
});

describe('the time by a measured offset', () => {
  const offset = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });

  test('is the scan’s own, however long it waited and whatever was done to the clock before it was sent', () => {
    fc.assert(
      fc.property(offset, fc.nat(600 * minute), fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), (off, age, jump) => {
        const times = by(noon - age - off, noon - off + jump, off);
        expect(Date.parse(correctedTime(times, new Date(noon)))).toBe(noon - age);
      }),
    );
  });

  test.each([
    ['a few seconds ahead is the arrival', 4_000, noon],
    ['further ahead is disproved: the age counts', 6_000, noon - minute],
    ['more than 30 days before is disproved', -31 * 24 * 60 * minute, noon - minute],
  ])('that puts the scan %s', (_, ahead, expected) => {
    const scanned = noon - minute;
    const times = by(scanned, noon, ahead + minute);
    expect(Date.parse(correctedTime(times, new Date(noon)))).toBe(expected);
  });

  test('is never later than the arrival', () => {
    fc.assert(
      fc.property(offset, fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), (off, scanned) => {
        const time = Date.parse(correctedTime(by(noon + scanned, noon, off), new Date(noon)));
        expect(time).toBeLessThanOrEqual(noon);
      }),
    );
  });
});

describe('what a caller may ask for', () => {
  const door = { kind: 'door', id: 'abcdefgh', name: 'Pintu A' } as const;
  const staff = { kind: 'staff', subject: 'x', role: 'operator' } as const;
  const attendee = { kind: 'attendee', phone: 'x', evidence: 'VENUE_PRINT' } as const;

  test.each(['BACK_ENTERED', 'ONLINE'] as const)('%s is the staff’s alone', (mode) => {
    expect([door, staff, attendee].map((actor) => mayAskFor(actor, mode))).toEqual([false, true, false]);
    expect([door, staff, attendee].every((actor) => mayAskFor(actor, 'IN_PERSON'))).toBe(true);
  });
});

describe('the gate of a session', () => {
  const gate = (state: SessionGate['state']): SessionGate => ({
    regency: '16.04',
    state,
    openedAt: iso(noon - 60 * minute),
    closedAt: state === 'CLOSED' ? iso(noon) : null,
  });

  test.each([
    ['DRAFT', 'SESSION_NOT_OPEN'],
    ['PUBLISHED', 'SESSION_NOT_OPEN'],
    ['OPEN', 'open'],
    ['CANCELLED', 'SESSION_CANCELLED'],
  ] as const)('%s answers %s', (state, answer) => {
    expect(gateAnswer(gate(state), iso(noon))).toBe(answer);
  });

  test('a scan of the session’s time that comes after closing is a late addendum; a later scan is not', () => {
    expect(gateAnswer(gate('CLOSED'), iso(noon - minute))).toBe('late');
    expect(gateAnswer(gate('CLOSED'), iso(noon))).toBe('late');
    expect(gateAnswer(gate('CLOSED'), iso(noon + 1))).toBe('SESSION_OVER');
    expect(gateAnswer(gate('CLOSED'), iso(noon - 61 * minute))).toBe('SESSION_OVER');
  });
});

describe('while a delegate is named', () => {
  const delegate = { name: 'Wati', office: 'Sekretaris' };
  const delegation = { delegate, at: iso(noon), version: 2, holderVersion: 1 };
  const named = anInvitation('Dinas A', { tokenVersion: 2, lastVersion: 2, delegation });

  test('the holder’s code is told of the delegate, any other old one is dead, and a revocation goes before both', () => {
    const told = (invitation: typeof named, version: number) => outcomeBefore(invitation, 'nonce-0002', version);
    expect(told(named, 1)).toMatchObject({ result: 'refused', reason: 'DELEGATED' });
    expect(told(named, 2)).toBeUndefined();
    expect(told(named, 3)).toMatchObject({ reason: 'REVOKED' });
    expect(told({ ...named, revokedAt: iso(noon) }, 1)).toMatchObject({ reason: 'REVOKED' });
    expect(told({ ...named, checkIn: aCheckIn() }, 1)).toMatchObject({ reason: 'DELEGATED' });
  });

  test('the delegate’s code records the delegate, unless the door said more or corrected it', () => {
    const byCode = { tokenVersion: 2 };
    const record = aCheckIn();
    expect(rightRecord(named, record, byCode)).toEqual({ ...record, who: 'delegate', delegate });
    const right = [
      [aCheckIn({ who: 'acting' }), byCode],
      [aCheckIn({ who: 'delegate', delegate: { name: 'Tono' } }), byCode],
      [aCheckIn({ corrected: { at: iso(noon), was: 'delegate' } }), byCode],
      [aCheckIn(), { tokenVersion: 1 }],
      [aCheckIn({ evidence: 'NAME' }), {}],
    ] as const;
    for (const [one, by] of right) expect(rightRecord(named, one, by)).toBe(one);
    const unknown = { ...named, delegation: { ...delegation, delegate: {} } };
    const put = rightRecord(unknown, record, byCode);
    expect(put).toEqual({ ...record, who: 'delegate' });
    expect(rightRecord(unknown, put, byCode)).toBe(put);
  });

  test('whoever comes for another office by its code must hold both', () => {
    const same = aCheckIn({ evidence: 'SAME_PERSON' });
    const both = anInvitation('SDN 1', { alsoHolds: ['bbbbbbbb'] });
    expect(rightRecord(both, same, { sameAs: 'bbbbbbbb' })).toBe(same);
    for (const sameAs of ['cccccccc', undefined])
      expect(rightRecord(both, same, { sameAs })).toEqual({ ...same, evidence: 'NAME' });
  });

  test('a noted refusal is told as it was: of the holder’s code DELEGATED, also after it was taken back', () => {
    const noted = (version: number | undefined, shown?: 'ADMITTED') =>
      denialOf(aCheckIn(), 'REVOKED', { invitation: named.id, version, shown });
    const back = { ...anInvitation('Dinas A'), lastVersion: 2 };
    expect(notedDenial(named, noted(1))?.reason).toBe('DELEGATED');
    expect(notedDenial(back, noted(1))?.reason).toBe('DELEGATED');
    expect(notedDenial(back, noted(2))?.reason).toBe('REVOKED');
    expect(notedDenial({ ...back, revokedAt: iso(noon) }, noted(1))?.reason).toBe('REVOKED');
    expect(notedDenial(named, noted(undefined))?.reason).toBe('REVOKED');
    expect(notedDenial(named, noted(1, 'ADMITTED'))).toBeUndefined();
  });
});
