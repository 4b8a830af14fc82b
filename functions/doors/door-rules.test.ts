import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOffset, doorState, isClockOff, isJpeg, showDoor } from './door-rules.ts';
import type { Door } from './door-schema.ts';

const now = new Date('2024-06-27T01:00:00.000Z');
const inMinutes = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();
const door = (changes: Partial<Door> = {}): Door => ({
  id: 'aaaaaaaa',
  session: 'aaaaaaaaaa',
  name: 'Pintu A',
  createdAt: inMinutes(-60),
  pairingExpiresAt: inMinutes(60),
  ...changes,
});
const contact = (clockOffsetMs: number): Door['contact'] => ({
  at: inMinutes(0),
  unsent: 0,
  appVersion: '1',
  clockOffsetMs,
});

describe('the state of a door', () => {
  test.each([
    ['WAITING', {}],
    ['EXPIRED', { pairingExpiresAt: inMinutes(0) }],
    ['PAIRED', { secretHash: 'x', pairingExpiresAt: inMinutes(-1) }],
    ['CUT_OFF', { cutOffAt: inMinutes(-1) }],
    ['CUT_OFF', { cutOffAt: inMinutes(-1), secretHash: 'x' }],
  ] as const)('%s', (state, changes) => expect(doorState(door(changes), now)).toBe(state));

  test('the link that makes a device a door is shown while it waits, and to nobody for whom none is given', () => {
    expect(showDoor(door(), now, 'link').pairing).toEqual({ link: 'link', expiresAt: inMinutes(60) });
    expect(showDoor(door(), now).pairing).toBeUndefined();
    for (const changes of [{ secretHash: 'x' }, { cutOffAt: inMinutes(-1) }, { pairingExpiresAt: inMinutes(-1) }]) {
      expect(showDoor(door(changes), now, 'link').pairing).toBeUndefined();
    }
  });

  test('neither the secret’s hash nor the key is shown', () => {
    const shown = JSON.stringify(showDoor(door({ secretHash: 'the-hash' }), now, 'link'));
    expect(shown).not.toContain('the-hash');
  });
});

describe('a device’s clock', () => {
  test.each([
    [120_000, false],
    [120_001, true],
    [-120_001, true],
    [0, false],
  ])('off by %i ms: %s', (offset, off) => expect(isClockOff(door({ contact: contact(offset) }))).toBe(off));

  test('a door that was never in contact is not called off', () => expect(isClockOff(door())).toBe(false));

  test('what the device measured stands; before it has, the moment of sending tells', () => {
    expect(clockOffset(7, inMinutes(-100), now)).toBe(7);
    expect(clockOffset(undefined, inMinutes(-5), now)).toBe(5 * 60_000);
    expect(clockOffset(undefined, '1970-01-01T00:00:00.000Z', now)).toBe(now.getTime());
  });

  test('whatever a clock says, the offset can be stored and read again', () => {
    const years = { min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), fc.date(years), (sent, at) => {
        const offset = clockOffset(undefined, sent.toISOString(), at);
        expect(Math.abs(offset)).toBeLessThanOrEqual(5e12);
        expect(Number.isInteger(offset)).toBe(true);
      }),
    );
  });
});

test('a JPEG is told by its first bytes', () => {
  expect(isJpeg(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe(true);
  for (const bytes of [[], [0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47], [0x3c, 0x73, 0x76, 0x67]]) {
    expect(isJpeg(Uint8Array.from(bytes))).toBe(false);
  }
});
