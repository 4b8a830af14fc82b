import { describe, expect, it } from 'vitest';
import { type Admitted, isSettled, resultOfAnswer, resultOfProblem, toneOf } from './result.ts';
import { isDoorName, requestOf, type Scan } from './scan.ts';

const invitation: Admitted = {
  id: 'aaaaaaaa',
  session: 'bbbbbbbbbb',
  kind: 'unit',
  name: 'Kecamatan Lahat',
  office: 'Camat Lahat',
  holder: null,
  revoked: false,
  version: 1,
  invitedAt: '2024-06-20T02:00:00.000Z',
  pledge: { status: 'NOT_DUE' },
};

const scan = (changes: Partial<Scan> = {}): Scan => ({
  nonce: 'nonce-0001',
  session: 'bbbbbbbbbb',
  door: 'Pintu A',
  scannedAt: '2024-06-27T01:00:00.000Z',
  target: { code: 'HTTPS://HADIR/C/ABC' },
  who: 'roster',
  ...changes,
});

describe('the result of an answer', () => {
  it('shows a replay as the acceptance it repeats', () => {
    const answers = (['accepted', 'replayed'] as const).map((result) =>
      resultOfAnswer({ result, invitation, late: false }),
    );
    expect(answers).toEqual([
      { kind: 'accepted', invitation, late: false },
      { kind: 'accepted', invitation, late: false },
    ]);
  });

  it('carries time and door of the first, and the reason of a refusal', () => {
    const first = { at: '2024-06-27T01:00:00.000Z', door: 'Pintu B' };
    expect(resultOfAnswer({ result: 'already', invitation, late: false, first })).toMatchObject({
      kind: 'already',
      first,
    });
    expect(resultOfAnswer({ result: 'refused', reason: 'REVOKED' })).toEqual({ kind: 'refused', reason: 'REVOKED' });
  });
});

describe('the result of a problem', () => {
  it.each([
    'UNREACHABLE',
    'TIMED_OUT',
    'ENGINE_UNAVAILABLE',
    'SIGN_IN_UNAVAILABLE',
    'INTERNAL',
    'ANSWER_UNREADABLE',
  ] as const)('keeps the scan after %s', (code) => {
    const result = resultOfProblem(code);
    expect(result).toEqual({ kind: 'waiting', why: 'NO_ANSWER' });
    expect(isSettled(result)).toBe(false);
    expect(toneOf(result)).toBe('info');
  });

  it('keeps the scan until somebody signs in again', () => {
    expect(resultOfProblem('SIGN_IN_EXPIRED')).toEqual({ kind: 'waiting', why: 'SIGN_IN' });
  });

  it('ends a scan that the API will never take', () => {
    expect(resultOfProblem('OTHER_REGENCY')).toEqual({ kind: 'failed', code: 'OTHER_REGENCY' });
    expect(isSettled(resultOfProblem('SESSION_UNKNOWN'))).toBe(true);
  });
});

describe('the request of a scan', () => {
  const sentAt = '2024-06-27T01:00:05.000Z';

  it('says holder or acting as the list says', () => {
    expect(requestOf(scan(), false, sentAt)).toMatchObject({ token: 'HTTPS://HADIR/C/ABC', who: 'holder', sentAt });
    expect(requestOf(scan(), true, sentAt).who).toBe('acting');
    expect(requestOf(scan({ who: 'holder' }), true, sentAt).who).toBe('holder');
  });

  it('leaves out what is not known of a delegate', () => {
    const delegate = { name: ' Siti Aminah ', office: '', letter: '  ' };
    expect(requestOf(scan({ who: 'delegate', delegate }), false, sentAt).delegate).toEqual({ name: 'Siti Aminah' });
    expect(requestOf(scan({ who: 'delegate', delegate: { name: '' } }), false, sentAt)).not.toHaveProperty('delegate');
    expect(requestOf(scan({ who: 'holder', delegate }), false, sentAt)).not.toHaveProperty('delegate');
  });

  it('names an invitation found by name, and cuts a foreign code that is too long', () => {
    expect(requestOf(scan({ target: { invitation: 'aaaaaaaa' } }), false, sentAt)).toMatchObject({
      invitation: 'aaaaaaaa',
    });
    expect(requestOf(scan({ target: { code: 'x'.repeat(900) } }), false, sentAt).token).toHaveLength(400);
  });
});

describe('the name of a door', () => {
  it('follows the rule of the API', () => {
    expect(isDoorName('Pintu Utara 2')).toBe(true);
    expect(isDoorName('')).toBe(false);
    expect(isDoorName('<pintu>')).toBe(false);
  });
});
