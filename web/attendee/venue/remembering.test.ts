import { describe, expect, it } from 'vitest';
import { keepUntil, type OwnInvitation, readOwn, withOwn, withoutOwn } from './own-invitations.ts';
import { readVisit } from './visit.ts';

const now = Date.parse('2024-06-27T01:00:00Z');
const own = (letter: string, changes: Partial<OwnInvitation> = {}): OwnInvitation => ({
  token: letter.repeat(39),
  office: 'Camat Lahat',
  until: now + 1000,
  ...changes,
});

describe('the invitations that a phone remembers', () => {
  it('are kept newest first, each once, and twenty at most', () => {
    const list = withOwn(withOwn([own('A')], own('B')), own('A', { office: 'Plt. Camat Lahat' }));
    expect(list).toEqual([own('A', { office: 'Plt. Camat Lahat' }), own('B')]);
    const many = Array.from({ length: 30 }, (_, at) => own('A', { token: String(at % 2) + 'B'.repeat(38) }));
    expect(many.reduce(withOwn, [] as OwnInvitation[])).toHaveLength(2);
    expect(withOwn(many, own('C'))).toHaveLength(20);
  });

  it('are forgotten when the owner says so, in either case of the link, and when the session is over', () => {
    expect(withoutOwn([own('A'), own('B')], 'a'.repeat(39))).toEqual([own('B')]);
    expect(readOwn([own('A', { until: now }), own('B')], now)).toEqual([own('B')]);
  });

  it('last a day beyond the session, and a day from now when it goes on longer than planned', () => {
    const day = 86_400_000;
    expect(keepUntil(new Date(now + 5000).toISOString(), now)).toBe(now + 5000 + day);
    expect(keepUntil(new Date(now - 5000).toISOString(), now)).toBe(now + day);
  });

  it('are none when the storage holds something else', () => {
    for (const value of [null, 'x', {}, [null, 1, { token: 'A' }, { ...own('A'), token: '<b>' }]])
      expect(readOwn(value, now)).toEqual([]);
  });
});

describe('a visit', () => {
  const opened = { pass: 'PASS', session: { id: 'aaaaaaaaaa' } };
  const visit = { code: 'CODE', openedAt: now, opened };

  it('lasts almost five minutes, whatever the phone’s clock shows', () => {
    expect(readVisit(visit, now)).toEqual(visit);
    expect(readVisit(visit, now + 289_000)).toEqual(visit);
    expect(readVisit(visit, now + 290_000)).toBeUndefined();
    expect(readVisit(visit, now - 1)).toBeUndefined();
  });

  it('is none when the storage holds something else', () => {
    for (const value of [null, 'x', {}, { code: 'CODE', openedAt: now }, { ...visit, opened: {} }])
      expect(readVisit(value, now)).toBeUndefined();
  });
});
