import { expect, it } from 'vitest';
import { knownOf } from './delegate.ts';

it('leaves out what is not known of a delegate', () => {
  expect(knownOf({ name: ' Siti Aminah ', office: '', letter: '  ' })).toEqual({ name: 'Siti Aminah' });
  expect(knownOf({ name: '' })).toBeUndefined();
  expect(knownOf({})).toBeUndefined();
});
