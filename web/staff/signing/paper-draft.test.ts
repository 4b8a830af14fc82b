import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, faultsOf, isTaken, pending, requestOf, withLine } from './paper-draft.ts';

const now = '2024-06-27T05:00:00.000Z';
const sheet: Draft = { sheet: ' 3 ', time: '2024-06-27T10:15', lines: [] };

it('proposes the present minute in the session’s zone, or the closing', () => {
  expect(emptyDraft({ zone: 'WITA', closedAt: null }, now).time).toBe('2024-06-27T13:00');
  expect(emptyDraft({ zone: 'WIB', closedAt: '2024-06-27T04:30:00.000Z' }, now).time).toBe('2024-06-27T11:30');
});

it('has everybody once, each with a nonce of their own', () => {
  const two = withLine(withLine(withLine(sheet, 'a', 'holder'), 'b', 'delegate'), 'a', 'holder');
  expect(two.lines.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(new Set(two.lines.map(({ nonce }) => nonce)).size).toBe(2);
});

describe('what is missing', () => {
  it('is told by field', () => {
    expect(faultsOf({ sheet: ' ', time: '', lines: [] }, 'WIB', now)).toEqual([
      { field: 'lembar-nomor', fault: 'needSheet' },
      { field: 'lembar-waktu', fault: 'needTime' },
      { field: 'lembar-cari', fault: 'needLines' },
    ]);
  });

  it('is nothing on a whole sheet, and a time to come is none', () => {
    const whole = withLine(sheet, 'a', 'holder');
    expect(faultsOf(whole, 'WIB', now)).toEqual([]);
    expect(faultsOf({ ...whole, time: '2024-06-27T12:01' }, 'WIB', now)).toEqual([
      { field: 'lembar-waktu', fault: 'timeAhead' },
    ]);
  });
});

it('sends the sheet and its time, and the delegate under their own name', () => {
  const draft = withLine(sheet, 'a', 'delegate');
  const line = { ...draft.lines[0], signer: { name: 'Suyatno', office: '' } } as Draft['lines'][number];
  expect(requestOf(draft, line, 'b'.repeat(64), 'WIB')).toMatchObject({
    method: 'PAPER',
    sheet: '3',
    signedAt: '2024-06-27T03:15:00.000Z',
    who: 'delegate',
    nonce: line.nonce,
    signer: { name: 'Suyatno' },
  });
});

it('sends again what is not recorded, and nothing that stands', () => {
  const draft = ['a', 'b', 'c', 'd'].reduce((sum, id) => withLine(sum, id, 'holder'), sheet);
  const [a, b, c] = draft.lines.map(({ nonce }) => nonce) as [string, string, string];
  const outcomes = {
    [a]: { result: 'signed' as const, receipt: '' },
    [b]: { result: 'already' as const, receipt: '' },
    [c]: { problem: 'PLEDGE_NOT_READ' as const },
  };
  expect(pending(draft.lines, outcomes).map(({ id }) => id)).toEqual(['c', 'd']);
  expect([isTaken(outcomes[b]), isTaken(outcomes[c]), isTaken(undefined)]).toEqual([true, false, false]);
});
