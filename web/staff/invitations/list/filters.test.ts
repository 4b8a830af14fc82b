import { describe, expect, it } from 'vitest';
import type { InvitationShown } from '../invitation.ts';
import { type Filters, noFilters, passes } from './filters.ts';

const invitation = (id: string, extra: object = {}): InvitationShown =>
  ({
    id,
    kind: 'unit',
    class: 'SD',
    office: `Kepala ${id}`,
    name: id,
    holder: null,
    revoked: false,
    ...extra,
  }) as never;

const at = '2024-06-20T00:00:00.000Z';
const list = [
  invitation('SDN 1', { answer: { kind: 'ATTENDING', at }, district: '16.04.01', wave: 'pagi' }),
  invitation('SDN 2', { district: '16.04.02', help: { at } }),
  invitation('SDN 3', { revoked: true }),
  invitation('Polres', { kind: 'guest', class: 'GUEST_BODY', answer: { kind: 'DELEGATED', at } }),
  invitation('Dinas', {
    class: 'OPD',
    answer: { kind: 'DELEGATED', at },
    delegation: { at, delegate: { name: 'Budi Santoso' } },
    checkIn: { mode: 'ONLINE' },
  }),
];
const found = (filters: Partial<Filters>) =>
  list.filter((each) => passes(each, { ...noFilters, ...filters })).map(({ id }) => id);

describe('filters of the list', () => {
  it('let everything through while they are empty', () => {
    expect(found({})).toHaveLength(list.length);
  });

  it('tell answers, and those without one; a revoked invitation is waited for by nobody', () => {
    expect(found({ answer: 'NOT_YET' })).toEqual(['SDN 2']);
    expect(found({ answer: 'DELEGATED' })).toEqual(['Polres', 'Dinas']);
    expect(found({ answer: 'HELP' })).toEqual(['SDN 2']);
    expect(found({ state: 'revoked' })).toEqual(['SDN 3']);
  });

  it('are combined', () => {
    expect(found({ answer: 'DELEGATED', class: 'guests' })).toEqual(['Polres']);
    expect(found({ answer: 'DELEGATED', class: 'OPD' })).toEqual(['Dinas']);
    expect(found({ class: 'SD', district: '16.04.01' })).toEqual(['SDN 1']);
  });

  it('tell a wave from none, and online attendance from presence', () => {
    expect(found({ wave: 'pagi' })).toEqual(['SDN 1']);
    expect(found({ wave: 'none', class: 'SD' })).toEqual(['SDN 2', 'SDN 3']);
    expect(found({ state: 'here' })).toEqual([]);
    expect(found({ state: 'online' })).toEqual(['Dinas']);
  });

  it('find a delegate by name', () => {
    expect(found({ words: 'santoso' })).toEqual(['Dinas']);
  });
});
