import { describe, expect, it } from 'vitest';
import { signerFields, signerPart } from './signer.ts';

const noted = { name: 'Siti Aminah', office: 'Sekretaris Dinas' };
const invitation = { checkIn: { who: 'delegate', delegate: noted } };

describe('the fields of a delegate who signs', () => {
  it('start with what the door noted, and keep what is typed over it, an emptied field too', () => {
    expect(signerFields(invitation, {})).toEqual(noted);
    expect(signerFields(invitation, { name: 'Budi' })).toEqual({ ...noted, name: 'Budi' });
    expect(signerFields(invitation, { office: '' })).toEqual({ ...noted, office: '' });
  });

  it('are empty when nobody came, nothing was noted, or the head came', () => {
    const empty = { name: '', office: '' };
    expect(signerFields({}, {})).toEqual(empty);
    expect(signerFields({ checkIn: { who: 'delegate' } }, {})).toEqual(empty);
    expect(signerFields({ checkIn: { who: 'holder', delegate: noted } }, {})).toEqual(empty);
  });
});

describe('what is sent of a signer', () => {
  it('leaves out what is empty', () => {
    expect(signerPart('delegate', { name: ' Siti Aminah ', office: ' ' })).toEqual({ signer: { name: 'Siti Aminah' } });
    expect(signerPart('delegate', { name: '', office: '  ' })).toEqual({});
  });

  it('is nothing for a holder, whatever was typed before', () => {
    expect(signerPart('holder', noted)).toEqual({});
  });
});
