import { describe, expect, it } from 'vitest';
import { delegatePart } from './send-check-in.ts';

describe('what is sent of a delegate', () => {
  it('is what was typed, without the fields that stayed empty', () => {
    const typed = { name: ' Budi Santoso ', office: '', letter: ' ' };
    expect(delegatePart('delegate', typed)).toEqual({ delegate: { name: 'Budi Santoso' } });
    expect(delegatePart('delegate', { name: '', office: '', letter: '' })).toEqual({});
  });

  it('is nothing when the head came, whatever was typed before', () => {
    const typed = { name: 'Budi', office: 'Sekretaris', letter: '094/1' };
    expect(delegatePart('holder', typed)).toEqual({});
    expect(delegatePart('acting', typed)).toEqual({});
  });
});
