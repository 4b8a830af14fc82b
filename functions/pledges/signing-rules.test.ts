import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession, pledgeHash } from '../../test/support/fixtures.ts';
import type { Signature } from '../invitations/invitation-schema.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import {
  hasReceipt,
  refusalOf,
  refusedSigning,
  signatureKind,
  termsOf,
  wrongSheet,
  wrongTime,
} from './signing-rules.ts';

const read = '2024-06-27T02:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(read) + seconds * 1000).toISOString();
const { pledge } = aSession();
const planned = pledge as SessionPledge;
const session = (changes: Partial<SessionPledge> = {}, state: Session['state'] = 'OPEN') => ({
  state,
  pledge: { ...planned, ...changes },
});
const signature: Signature = { at: at(0), hash: pledgeHash, method: 'TABLET', nonce: 'nonce-0001' };

describe('whether anybody may sign now', () => {
  test.each([
    ['DRAFT', 'SESSION_WRONG_STATE'],
    ['PUBLISHED', 'SESSION_WRONG_STATE'],
    ['OPEN', undefined],
    ['CLOSED', undefined],
    ['CANCELLED', 'SESSION_WRONG_STATE'],
  ] as const)('in a session that is %s: %s', (state, refused) => {
    expect(refusedSigning(session({}, state), undefined, signature)).toBe(refused);
  });

  test('not without a pledge, not of another text', () => {
    expect(refusedSigning({ state: 'OPEN', pledge: null }, read, signature)).toBe('PLEDGE_NOT_DUE');
    expect(refusedSigning(session(), read, { ...signature, hash: 'b'.repeat(64) })).toBe('PLEDGE_TEXT_DIFFERS');
  });

  test('where it is to be read first: from a minute before the first reading on, and while none took place not at all', () => {
    const refused = (seconds: number, since: string | undefined = read) =>
      refusedSigning(session({ readFirst: true }), since, { ...signature, at: at(seconds) });
    expect([-61, -60, 0, 3600].map((seconds) => refused(seconds))).toEqual([
      'PLEDGE_NOT_READ',
      undefined,
      undefined,
      undefined,
    ]);
    expect(refusedSigning(session({ readFirst: true }), undefined, signature)).toBe('PLEDGE_NOT_READ');
  });

  test('sessions that were stored before there was the choice need no reading', () => {
    expect(refusedSigning(session(), undefined, signature)).toBeUndefined();
    expect(refusedSigning(session({ readFirst: false }), undefined, signature)).toBeUndefined();
  });
});

describe('whose signature it can be', () => {
  test('a witness’s and a symbolic one have their own places, whoever’s hand it was', () => {
    expect(signatureKind({ who: 'holder', role: 'SIGNER', symbolic: false })).toBe('holder');
    expect(signatureKind({ who: 'delegate', role: 'SIGNER', symbolic: false })).toBe('delegate');
    expect(signatureKind({ who: 'delegate', role: 'SIGNER', symbolic: true })).toBe('symbolic');
    expect(signatureKind({ who: 'holder', role: 'WITNESS', symbolic: true })).toBe('witness');
  });

  test('at the table of those who owe it and of guests, by link of those who owe it', () => {
    const table = termsOf(planned, 'delegate', { who: 'delegate', method: 'TABLET' });
    expect(table).toEqual({ classes: planned.classes, guests: true });
    expect(termsOf(planned, 'holder', { who: 'holder', method: 'TABLET' })).toEqual({ ...table, inPerson: true });
    expect(termsOf(planned, 'holder', { who: 'holder', method: 'PAPER' })).toEqual(table);
    expect(termsOf(planned, 'holder', { who: 'holder', method: 'LINK', version: 2 })).toEqual({
      classes: planned.classes,
      version: 2,
    });
    // Nobody stands at the table as the head who is not there, in whatever place they sign.
    expect(termsOf(planned, 'witness', { who: 'holder', method: 'TABLET' })).toEqual({ inPerson: true });
    expect(termsOf(planned, 'witness', { who: 'delegate', method: 'TABLET' })).toEqual({});
  });

  test('why it is refused', () => {
    const terms = { classes: ['OPD'], guests: true };
    const refused = (changes: Parameters<typeof anInvitation>[1], more = {}) =>
      refusalOf(anInvitation('Dinas A', changes), { ...terms, ...more });
    expect(refused({ revokedAt: read })).toBe('INVITATION_REVOKED');
    expect(refused({}, { version: 2 })).toBe('INVITATION_REVOKED');
    expect(refused({ class: 'SD' })).toBe('PLEDGE_NOT_DUE');
    expect(refused({ kind: 'guest' }, { guests: false })).toBe('PLEDGE_NOT_DUE');
    expect(refused({ checkIn: aCheckIn({ who: 'delegate' }) }, { inPerson: true })).toBe('PLEDGE_HEAD_ABSENT');
  });
});

test('paper bears a sheet’s number, and nothing else does', () => {
  expect(wrongSheet({ method: 'PAPER', sheet: '7' })).toBe(false);
  expect(wrongSheet({ method: 'TABLET' })).toBe(false);
  expect(wrongSheet({ method: 'PAPER' })).toBe(true);
  expect(wrongSheet({ method: 'TABLET', sheet: '7' })).toBe(true);
});

test('a time is noted of paper alone, and lies in the session', () => {
  const opened = { openedAt: at(0) };
  const paper = (signedAt?: string) => wrongTime({ method: 'PAPER', signedAt }, opened);
  expect([paper(), paper(at(0)), paper(at(-60)), paper(at(-61))]).toEqual([
    undefined,
    undefined,
    undefined,
    'not-in-session',
  ]);
  expect(wrongTime({ method: 'TABLET', signedAt: at(5) }, opened)).toBe('only-of-paper');
  expect(wrongTime({ method: 'TABLET' }, opened)).toBeUndefined();
});

test('a receipt is of what that person did: the head’s, or the delegate’s', () => {
  const of = (changes: Parameters<typeof anInvitation>[1]) => {
    const invitation = anInvitation('Dinas A', changes);
    return [hasReceipt(invitation, 'HOLDER'), hasReceipt(invitation, 'DELEGATE')];
  };
  expect(of({})).toEqual([false, false]);
  expect(of({ checkIn: aCheckIn() })).toEqual([true, false]);
  expect(of({ checkIn: aCheckIn({ who: 'delegate' }) })).toEqual([false, true]);
  expect(of({ signedHolder: signature })).toEqual([true, false]);
  expect(of({ signedDelegate: signature })).toEqual([false, true]);
  expect(of({ signedWitness: signature })).toEqual([true, false]);
  expect(of({ signedWitness: { ...signature, signer: {} } })).toEqual([false, true]);
});
