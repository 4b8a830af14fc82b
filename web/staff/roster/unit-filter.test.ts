import { describe, expect, it } from 'vitest';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { unitStates, unitsFor } from './unit-filter.ts';

const today = '2024-06-27';
const unit = (id: string, changes: Partial<UnitShown> = {}): UnitShown => ({
  id,
  version: 1,
  class: 'KECAMATAN',
  name: `Kecamatan ${id}`,
  office: `Camat ${id}`,
  holder: { name: 'Budi', acting: 'DEFINITIVE' },
  ...changes,
});
const units = [
  unit('vacant', { holder: null, district: '16.04.06', districtName: 'Jarai' }),
  unit('plt', { holder: { name: 'Wati', acting: 'PLT', until: '2024-06-26' } }),
  unit('pj', { holder: { name: 'Tono', acting: 'PJ', until: today } }),
  unit('closed', { retiredOn: today, holder: null }),
  unit('closing', { retiredOn: '2024-06-28', class: 'OPD', name: 'Dinas X' }),
];
const none = { words: '', class: '', district: '', state: 'ALL' as const };
const ids = (filter: Partial<Parameters<typeof unitsFor>[1]>) =>
  unitsFor(units, { ...none, ...filter }, today).map(({ id }) => id);

describe('unitsFor', () => {
  it.each([
    ['ALL', ['closing', 'pj', 'plt', 'vacant']],
    ['VACANT', ['vacant']],
    ['ACTING', ['pj', 'plt']],
    ['EXPIRED', ['plt']],
    ['RETIRED', ['closed']],
  ] as const)('%s', (state, expected) => {
    expect(ids({ state })).toEqual(expected);
    expect(unitStates).toContain(state);
  });

  it('joins class, district and words', () => {
    expect(ids({ class: 'OPD' })).toEqual(['closing']);
    expect(ids({ district: '16.04.06' })).toEqual(['vacant']);
    expect(ids({ words: 'camat JARAI' })).toEqual(['vacant']);
    expect(ids({ words: 'wati', state: 'VACANT' })).toEqual([]);
  });
});
