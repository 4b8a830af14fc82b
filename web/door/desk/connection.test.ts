import { describe, expect, it } from 'vitest';
import { connectionOf, spanOf } from './connection.ts';

describe('the connection in words', () => {
  const linked = { reachable: true, problem: undefined };
  const gone = { reachable: false, problem: undefined };

  it('says where the scans are', () => {
    expect(connectionOf(linked, 0)).toEqual({ tone: 'good', words: 'Tersambung', kept: undefined });
    expect(connectionOf(linked, 3)).toEqual({ tone: 'good', words: 'Mengirim 3', kept: undefined });
    expect(connectionOf(gone, 0)).toEqual({ tone: 'info', words: 'Luring', kept: undefined });
    const refused = { reachable: false, problem: 'DOOR_CREDENTIAL_INVALID' };
    expect(connectionOf(refused, 0)).toEqual({ tone: 'info', words: 'Ditolak server', kept: undefined });
    const kept = '1.204 belum terkirim, tersimpan di ponsel ini';
    expect(connectionOf(gone, 1204)).toEqual({ tone: 'info', words: 'Luring', kept });
  });
});

describe('how far a clock is off', () => {
  it('is told in minutes, then hours, then days, in either direction', () => {
    expect([5 * 60_000, -5 * 60_000].map(spanOf)).toEqual(['5 menit', '5 menit']);
    expect(spanOf(7 * 3_600_000)).toBe('7 jam');
    expect(spanOf(-56 * 365.25 * 86_400_000)).toBe('20.454 hari');
  });
});
