import { describe, expect, it } from 'vitest';
import { type ConflictShown, kindWords, otherThan, parted } from './conflict-words.ts';

const conflict = (id: string, changes: Partial<ConflictShown>): ConflictShown =>
  ({ id, foundAt: '2024-06-27T01:00:00.000Z', ...changes }) as ConflictShown;

describe('conflicts', () => {
  it('stand apart: the open by when they were found, the decided newest first', () => {
    const { open, decided } = parted([
      conflict('later', { foundAt: '2024-06-27T02:00:00.000Z' }),
      conflict('done-1', { decision: 'KEEP', decidedAt: '2024-06-27T03:00:00.000Z' }),
      conflict('first', {}),
      conflict('done-2', { decision: 'TAKE_OTHER', decidedAt: '2024-06-27T04:00:00.000Z' }),
    ]);
    expect(open.map(({ id }) => id)).toEqual(['first', 'later']);
    expect(decided.map(({ id }) => id)).toEqual(['done-2', 'done-1']);
  });

  it('have exactly two decisions', () => {
    expect(otherThan('KEEP')).toBe('TAKE_OTHER');
    expect(otherThan('TAKE_OTHER')).toBe('KEEP');
  });

  it('call a code dead only where it is: a head before whom a delegate was named came by a good one', () => {
    const words = (who: string, because: string, revokedAt?: string) =>
      kindWords({
        kind: 'REVOKED_ADMITTED',
        other: { who },
        proposal: { because },
        invitation: { revokedAt },
      } as ConflictShown);
    expect(words('holder', 'HOLDER_CAME')).toMatch(/^Pejabat masuk dengan kodenya sendiri/);
    const dead = /^Kode yang sudah tidak berlaku/;
    expect(words('holder', 'HOLDER_CAME', '2024-06-27T01:00:00.000Z')).toMatch(dead);
    expect(words('delegate', 'HOLDER_CAME')).toMatch(dead);
    expect(words('holder', 'SCANNED_AFTER_REVOCATION')).toMatch(dead);
  });
});
