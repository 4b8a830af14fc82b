import { expect, it } from 'vitest';
import { Delegate } from '../../functions/invitations/answer-schema.ts';
import { delegateLimits, delegatePart, delegateParts, knownOf } from './delegate.ts';

it('leaves out what is not known of a delegate', () => {
  expect(knownOf({ name: ' Siti Aminah ', office: '', letter: '  ' })).toEqual({ name: 'Siti Aminah' });
  expect(knownOf({ name: '' })).toBeUndefined();
  expect(knownOf({})).toBeUndefined();
  expect(knownOf({ name: 'Siti', acting: 'PLT' })).toEqual({ name: 'Siti', acting: 'PLT' });
});

it('sends no delegate for those who came themselves', () => {
  const typed = { name: 'Budi Santoso', office: 'Sekretaris', letter: '' };
  expect(delegatePart('delegate', typed)).toEqual({ delegate: { name: 'Budi Santoso', office: 'Sekretaris' } });
  expect(delegatePart('delegate', {})).toEqual({});
  for (const who of ['holder', 'acting', 'roster']) expect(delegatePart(who, typed)).toEqual({});
});

it('takes as much as the API does', () => {
  for (const part of delegateParts) {
    const longest = 'x'.repeat(delegateLimits[part]);
    expect(Delegate.safeParse({ [part]: longest }).success).toBe(true);
    expect(Delegate.safeParse({ [part]: `${longest}x` }).success).toBe(false);
  }
});
