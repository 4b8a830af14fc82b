import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import { denialOf } from '../check-in/check-in-rules.ts';
import type { CheckIn } from '../invitations/invitation-schema.ts';
import { conflictOf } from './conflict-rules.ts';
import { burstCount, burstMs, findFlags, type Recorded, walkMs } from './flag-rules.ts';

const start = Date.parse('2024-06-27T01:00:00.000Z');
const time = (milliseconds: number) => new Date(start + milliseconds).toISOString();
let numbers = 0;
const scan = (changes: Partial<CheckIn> = {}): CheckIn => {
  numbers += 1;
  return aCheckIn({ nonce: `nonce-${numbers}`, at: time(0), evidence: 'CODE', ...changes });
};
const recorded = (changes: Partial<Recorded>): Recorded => ({
  invitations: [],
  denials: [],
  conflicts: [],
  ...changes,
});
const kinds = (changes: Partial<Recorded>) => findFlags(recorded(changes)).map(({ kind }) => kind);
const checkedIn = (name: string, checkIn: CheckIn) => anInvitation(name, { checkIn });

describe('one phone for several', () => {
  const byPhone = (name: string, phone: string) =>
    checkedIn(name, scan({ evidence: 'VENUE_SCREEN', phone, door: 'Layar' }));

  test('two invitations by one phone are flagged once, with both names', () => {
    const invitations = [byPhone('Dinas A', 'one'), byPhone('Dinas B', 'one'), byPhone('Dinas C', 'two')];
    expect(findFlags(recorded({ invitations }))).toMatchObject([
      { id: 'SAME_PHONE.one', invitations: [{ name: expect.any(String) }, { name: expect.any(String) }] },
    ]);
  });

  test('a phone of one’s own is no sign', () => {
    expect(kinds({ invitations: [byPhone('Dinas A', 'one'), byPhone('Dinas B', 'two')] })).toEqual([]);
  });
});

describe('one code at two places', () => {
  const other = (milliseconds: number, changes: Partial<CheckIn> = {}) =>
    denialOf(scan({ at: time(milliseconds), door: 'Pintu B', ...changes }), 'ALREADY', {
      invitation: anInvitation('Dinas A').id,
    });
  const invitations = [checkedIn('Dinas A', scan())];

  test.each([
    [walkMs, ['TWO_PLACES']],
    [walkMs + 1, []],
    [-walkMs, ['TWO_PLACES']],
  ])('%i ms apart', (wait, expected) => {
    expect(kinds({ invitations, denials: [other(wait)] })).toEqual(expected);
  });

  test('whoever was recorded by another office’s code was at that door too', () => {
    const byOther = [checkedIn('Dinas A', scan({ evidence: 'SAME_PERSON' }))];
    expect(kinds({ invitations: byOther, denials: [other(20_000)] })).toEqual(['TWO_PLACES']);
  });

  test('the same door again, a back-entry and the venue’s own code are no other place', () => {
    expect(kinds({ invitations, denials: [other(1000, { door: 'Pintu A' })] })).toEqual([]);
    expect(kinds({ invitations, denials: [other(1000, { evidence: 'VENUE_SCREEN' })] })).toEqual([]);
    // The head's own code, refused while the delegate's was at the other door.
    expect(kinds({ invitations, denials: [{ ...other(1000), reason: 'DELEGATED' }] })).toEqual([]);
    const paper = scan({ mode: 'BACK_ENTERED', door: 'Panitia' });
    expect(kinds({ invitations: [checkedIn('Dinas A', paper)], denials: [other(1000)] })).toEqual([]);
  });

  test('scans that stand against the record and those taken back are looked at too', () => {
    const invitation = anInvitation('Dinas A', { checkIn: scan() });
    const conflict = conflictOf(invitation, scan({ door: 'Pintu B', at: time(20_000) }), {
      revoked: false,
      now: new Date(start),
    });
    expect(kinds({ invitations: [invitation], conflicts: [conflict] })).toEqual(['TWO_PLACES']);
    const undone = { checkIn: scan({ door: 'Pintu B' }), at: time(0), by: 'x', reason: 'x' };
    expect(kinds({ invitations: [anInvitation('Dinas A', { checkIn: scan(), undone: [undone] })] })).toEqual([
      'TWO_PLACES',
    ]);
  });

  test('two devices of one name are two places; one device is one', () => {
    const at = (doorId: string) => checkedIn('Dinas A', scan({ doorId }));
    expect(
      kinds({ invitations: [at('aaaaaaaa')], denials: [other(1000, { door: 'Pintu A', doorId: 'bbbbbbbb' })] }),
    ).toEqual(['TWO_PLACES']);
  });
});

describe('names found faster than people pass', () => {
  const found = (milliseconds: number, changes: Partial<CheckIn> = {}) =>
    checkedIn(`Dinas ${milliseconds}`, scan({ at: time(milliseconds), evidence: 'NAME', ...changes }));
  const every = (count: number, gap: number) => Array.from({ length: count }, (_, index) => found(index * gap));

  test('five in half a minute are a burst, four are not, and five in a longer time are not', () => {
    const gap = burstMs / (burstCount - 1);
    expect(kinds({ invitations: every(burstCount, gap) })).toEqual(['BURST']);
    expect(kinds({ invitations: every(burstCount - 1, 1000) })).toEqual([]);
    expect(kinds({ invitations: every(burstCount, gap + 1) })).toEqual([]);
  });

  test('scanned codes are as fast as a queue is, and doors are looked at one by one', () => {
    expect(
      kinds({
        invitations: every(10, 1000).map(({ checkIn, ...rest }) => ({
          ...rest,
          checkIn: { ...(checkIn as CheckIn), evidence: 'CODE' as const },
        })),
      }),
    ).toEqual([]);
    const doors = Array.from({ length: 8 }, (_, index) => found(index * 1000, { door: `Pintu ${index % 2}` }));
    expect(kinds({ invitations: doors })).toEqual([]);
  });

  test('a long run is one flag; two runs with a pause are two', () => {
    expect(findFlags(recorded({ invitations: every(40, 1000) }))).toMatchObject([
      { from: time(0), until: time(39_000) },
    ]);
    const later = Array.from({ length: 6 }, (_, index) => found(600_000 + index * 1000));
    expect(kinds({ invitations: [...every(6, 1000), ...later] })).toEqual(['BURST', 'BURST']);
  });
});

test('the same records in any order give the same flags, with ids of their own', () => {
  const invitation = fc
    .record({
      name: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
      wait: fc.nat(90_000),
      door: fc.constantFrom('Pintu A', 'Pintu B'),
      evidence: fc.constantFrom('CODE' as const, 'NAME' as const),
      phone: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
    })
    .map(({ name, wait, door, evidence, phone }) => checkedIn(name, scan({ at: time(wait), door, evidence, phone })));
  fc.assert(
    fc.property(fc.uniqueArray(invitation, { selector: ({ id }) => id }), (invitations) => {
      const flags = findFlags(recorded({ invitations }));
      expect(findFlags(recorded({ invitations: [...invitations].reverse() }))).toEqual(flags);
      expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
    }),
  );
});
