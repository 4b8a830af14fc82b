import { describe, expect, it } from 'vitest';
import type { InvitationShown } from '../invitation.ts';
import { answersOf } from './answers-by-class.ts';

type Seen = Parameters<typeof answersOf>[0][number];
const at = '2024-06-20T00:00:00.000Z';
const unit = (unitClass: InvitationShown['class'], kind?: 'ATTENDING' | 'DELEGATED' | 'UNABLE'): Seen => ({
  kind: 'unit',
  class: unitClass,
  revoked: false,
  ...(kind && { answer: { kind, at } }),
});

describe('answers by class', () => {
  it('are counted for each class in the order given, those without an answer apart', () => {
    const list = [unit('SD'), unit('OPD', 'ATTENDING'), unit('SD', 'DELEGATED'), unit('SD', 'UNABLE')];
    const { classes, units } = answersOf(list, ['OPD', 'KECAMATAN', 'SD']);
    expect(classes).toEqual([
      { class: 'OPD', invited: 1, attending: 1, delegated: 0, unable: 0, notYet: 0 },
      { class: 'SD', invited: 3, attending: 0, delegated: 1, unable: 1, notYet: 1 },
    ]);
    expect(units).toEqual({ invited: 4, attending: 1, delegated: 1, unable: 1, notYet: 1 });
  });

  it('leave out who was revoked or walked in, and keep guests out of every class', () => {
    const list: Seen[] = [
      { ...unit('OPD', 'ATTENDING'), revoked: true },
      { ...unit('GUEST_BODY', 'ATTENDING'), kind: 'guest' },
      { kind: 'guest', class: undefined, revoked: false, walkIn: true },
    ];
    const { classes, units, guests } = answersOf(list, ['OPD', 'GUEST_BODY']);
    expect(classes).toEqual([]);
    expect(units.invited).toBe(0);
    expect(guests).toMatchObject({ invited: 1, attending: 1 });
  });
});
