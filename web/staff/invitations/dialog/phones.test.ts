import { expect, it } from 'vitest';
import { phonesOf } from './phones.ts';

const at = '2024-06-20T01:00:00.000Z';
const delegation = { delegate: {}, at };

it('tells the holder’s phone from the delegate’s, each with the calls of its own link', () => {
  const help = { at, note: 'A', role: 'DELEGATE' as const, others: [{ at, note: 'B', role: 'HOLDER' as const }] };
  const shown = phonesOf({ bound: true, delegation: { ...delegation, bound: true }, help });
  expect(shown.map(({ role, bound, calls }) => [role, bound, calls.map(({ note }) => note)])).toEqual([
    ['HOLDER', true, ['B']],
    ['DELEGATE', true, ['A']],
  ]);
});

it('says nothing of a link that nobody confirmed and nobody asks about', () => {
  expect(phonesOf({})).toEqual([]);
  expect(phonesOf({ delegation: { ...delegation, bound: true } })).toMatchObject([{ role: 'DELEGATE', bound: true }]);
  expect(phonesOf({ help: { at } })).toMatchObject([{ role: 'HOLDER', bound: false, calls: [{ at }] }]);
});
