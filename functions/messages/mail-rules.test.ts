import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deferral, leaseMs, longestWaitMs, stateOf, waitOf } from './mail-rules.ts';
import { Mail } from './mail-schema.ts';

const now = new Date('2024-06-21T02:00:00.000Z');
const instant = fc
  .oneof(
    fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
    fc.integer({ min: -400_000, max: 400_000 }).map((offset) => new Date(now.getTime() + offset)),
  )
  .map((date) => date.toISOString());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Whatever may stand in the table, also what an import brought from a clock that was wrong. */
const storedMail = fc
  .record({
    session: fc.constant('aaaaaaaaaa'),
    invitation: fc.constant('bbbbbbbb'),
    purpose: fc.constantFrom('INVITE', 'REMIND'),
    occasion: fc.constant('v1'),
    state: fc.constantFrom('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN'),
    since: instant,
    leaseUntil: maybe(instant),
    notBefore: maybe(instant),
    deferrals: fc.maxSafeInteger(),
  })
  .map((item) => Mail.parse(item));

const inSomeTime = (milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();
const waiting: Mail = {
  session: 'aaaaaaaaaa',
  invitation: 'bbbbbbbb',
  purpose: 'INVITE',
  occasion: 'v1',
  state: 'QUEUED',
  since: now.toISOString(),
  deferrals: 1,
};
const under = (leaseUntil: string): Mail => ({ ...waiting, state: 'SENDING', leaseUntil });

describe('how long a mail waits', () => {
  test('never longer than its mailer can wait, whatever is stored', () => {
    fc.assert(
      fc.property(storedMail, (mail) => {
        const wait = waitOf(mail, now);
        if (mail.state === 'QUEUED') expect(wait).toBeLessThanOrEqual(longestWaitMs);
        else if (mail.state === 'SENDING') expect(wait).toBeLessThanOrEqual(leaseMs);
        else expect(wait).toBeUndefined();
        expect(wait ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('never longer than that again and again: whoever waits it out finds nothing more to wait for', () => {
    fc.assert(
      fc.property(storedMail, (mail) => {
        let [at, waited] = [now, 0];
        for (let wait = waitOf(mail, at); wait; wait = waitOf(mail, at)) {
          waited += wait;
          expect(waited).toBeLessThanOrEqual(Math.max(longestWaitMs, 2 * leaseMs));
          at = new Date(at.getTime() + wait);
        }
      }),
    );
  });

  test('as it was put off, the first time and the last', () => {
    for (const deferrals of [0, 1, 5, 6, 7, 20, 1_000]) {
      const wait = deferral(deferrals);
      expect(waitOf({ ...waiting, notBefore: inSomeTime(wait) }, now)).toBe(wait);
    }
    expect(deferral(-1_000)).toBe(deferral(0));
  });

  test('what lies further ahead than any mail is put off is due', () => {
    expect(waitOf({ ...waiting, notBefore: inSomeTime(longestWaitMs + 1) }, now)).toBe(0);
    expect(waitOf({ ...waiting, since: '2030-01-01T00:00:00.000Z' }, now)).toBe(0);
  });

  test('a lease is waited for, also that of a sender whose clock is a little fast; one that no clock gave is over', () => {
    expect(waitOf(under(inSomeTime(leaseMs)), now)).toBe(leaseMs);
    expect(waitOf(under(inSomeTime(leaseMs + 5_000)), now)).toBe(leaseMs);
    expect(waitOf(under('2030-01-01T00:00:00.000Z'), now)).toBe(0);
  });
});

test('a mail whose sender is at it no more is shown in doubt, whether its lease is over or none that a clock gave', () => {
  expect(stateOf(under(inSomeTime(1)), now)).toBe('SENDING');
  for (const leaseUntil of [inSomeTime(0), '2030-01-01T00:00:00.000Z'])
    expect(stateOf(under(leaseUntil), now)).toBe('UNCERTAIN');
});
