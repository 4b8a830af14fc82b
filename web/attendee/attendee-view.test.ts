import { expect, it } from 'vitest';
import { isStoodDown, type OwnView, openOthers, owesSignature, showsCode } from './attendee-view.ts';

type Role = OwnView['role'];
const view = (role: Role, invitation: object = {}): OwnView =>
  ({ role, code: 'HTTPS://X/C/Y', session: { state: 'OPEN' }, invitation, others: [] }) as unknown as OwnView;

it('tells a delegate that the head came in person, and shows no code that the door would refuse', () => {
  const came = (role: Role, who: string, mode = 'IN_PERSON') => view(role, { checkIn: { who, mode } });
  expect(isStoodDown(came('DELEGATE', 'holder'))).toBe(true);
  expect(isStoodDown(came('DELEGATE', 'acting'))).toBe(true);
  expect(showsCode(came('DELEGATE', 'holder'))).toBe(false);
  // Who takes part from afar is still represented in the hall.
  for (const other of [came('DELEGATE', 'holder', 'ONLINE'), came('DELEGATE', 'delegate'), came('HOLDER', 'holder')])
    expect([isStoodDown(other), showsCode(other)]).toEqual([false, true]);
  expect(isStoodDown(view('DELEGATE'))).toBe(false);
});

it('asks each for the signature of their own', () => {
  const owes = (role: Role, pledge: object) => owesSignature(view(role, { pledge }));
  const [at, signed] = ['2024-06-27T01:00:00.000Z', { status: 'SIGNED' }];
  expect([owes('HOLDER', { status: 'NOT_YET', delegateSignedAt: at }), owes('HOLDER', signed)]).toEqual([true, false]);
  expect([owes('DELEGATE', signed), owes('DELEGATE', { status: 'NOT_YET' })]).toEqual([true, true]);
  expect(owes('DELEGATE', { status: 'NOT_YET', delegateSignedAt: at })).toBe(false);
  expect([owes('DELEGATE', { status: 'NOT_DUE' }), owes('HOLDER', { status: 'NOT_DUE' })]).toEqual([false, false]);
});

it('points to the door for the offices that nobody is there for or named for', () => {
  const others = [{ id: 'a' }, { id: 'b', checkIn: {} }, { id: 'c', delegated: true }] as unknown as OwnView['others'];
  expect(openOthers({ others }).map(({ id }) => id)).toEqual(['a']);
});
