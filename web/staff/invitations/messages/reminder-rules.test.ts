import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../../functions/messages/message-rules.ts';
import { reminderSplit } from './reminder-rules.ts';

const now = Date.parse('2024-06-20T02:00:00Z');
const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const answer = { kind: 'ATTENDING' as const, at: ago(1) };

const list = [
  { id: 'never', revoked: false },
  { id: 'yesterday', revoked: false, remindedAt: ago(24) },
  { id: 'today', revoked: false, remindedAt: ago(23.99) },
  { id: 'answered', revoked: false, answer },
  { id: 'here', revoked: false, checkIn: {} as never },
  { id: 'revoked', revoked: true },
  { id: 'walked in', revoked: false, walkIn: true },
];

describe('whom a reminder reaches', () => {
  it('is who has neither answered nor come, nobody twice within a day', () => {
    const { due, waiting } = reminderSplit(list, now);
    expect(due.map(({ id }) => id)).toEqual(['never', 'yesterday']);
    expect(waiting.map(({ id }) => id)).toEqual(['today']);
  });

  it('is whom the API would claim', () => {
    const { due, waiting } = reminderSplit(list, now);
    const stored = ({ revoked, ...rest }: (typeof list)[number]) =>
      ({ ...rest, ...(revoked && { revokedAt: ago(1) }) }) as never;
    const claims = list.map((each) => claimOf(stored(each), { by: 'key', now: new Date(now) }));
    expect(claims.filter((claim) => claim === 'TO_CLAIM')).toHaveLength(due.length);
    expect(claims.filter((claim) => claim === 'WAITING')).toHaveLength(waiting.length);
  });
});
