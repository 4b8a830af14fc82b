import { expect, test } from 'vitest';
import { byOrder, hasMoved, isSignableOn, orderOf, showNilStatement } from './nil-statement-rules.ts';
import type { NilStatement } from './nil-statement-schema.ts';

const aStatement = (changes: Partial<NilStatement> = {}): NilStatement => ({
  id: 'aaaaaaaa',
  regency: '16.04',
  from: '2024-06-01',
  to: '2024-06-30',
  subject: 'pelanggaran netralitas ASN',
  source: 'Inspektorat, register pengaduan 2024',
  place: 'Lahat',
  dated: '2024-07-01',
  signer: { office: 'Inspektur', acting: 'DEFINITIVE', name: 'Hadi', nip: '198001012005011001' },
  state: 'DRAFT',
  createdAt: '2024-07-01T02:00:00.000Z',
  createdBy: 'rina',
  version: 1,
  ...changes,
});
const signed = { on: '2024-07-02', method: 'BY_HAND', at: '2024-07-02T02:00:00.000Z', by: 'rina' } as const;

test('rule 9: a screen is shown the year of a NIP and no more', () => {
  const shown = showNilStatement(aStatement());
  expect(JSON.stringify(shown)).not.toContain('0101200501');
  expect(shown.signer).toEqual({
    office: 'Inspektur',
    acting: 'DEFINITIVE',
    name: 'Hadi',
    nipMasked: '1980••••••••••••••',
  });
});

test('nobody signs before the period is over, nor before the letter’s own day, nor on a day that has not come', () => {
  const days = ['2024-06-29', '2024-06-30', '2024-07-05', '2024-07-06'];
  const signable = (dated: string) => days.map((on) => isSignableOn(aStatement({ dated }), on, '2024-07-05'));
  expect(signable('2024-06-30')).toEqual([false, true, true, false]);
  expect(signable('2024-07-01')).toEqual([false, false, true, false]);
  expect(signable('2024-06-01')).toEqual([false, true, true, false]);
});

test('the latest period first, whatever its ids', () => {
  const sorted = [
    aStatement({ id: 'a', to: '2024-06-30' }),
    aStatement({ id: 'b', to: '2024-09-30' }),
    aStatement({ id: 'c', to: '2023-12-31' }),
    aStatement({ id: 'd', to: '2024-09-30', from: '2024-09-01' }),
  ].sort(byOrder);
  expect(sorted.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  expect(sorted.map(orderOf)).toEqual(sorted.map(orderOf).sort());
});

test('a repeated move is told by the version after it and what it left behind', () => {
  const sign = { move: 'sign', version: 1, on: '2024-07-02', method: 'BY_HAND' } as const;
  expect(hasMoved(aStatement({ version: 2, state: 'SIGNED', signed }), sign)).toBe(true);
  expect(hasMoved(aStatement({ version: 2, state: 'SIGNED', signed: { ...signed, reference: 'Map 1' } }), sign)).toBe(
    false,
  );
  expect(hasMoved(aStatement({ version: 3, state: 'WITHDRAWN', signed }), sign)).toBe(false);
  const withdrawn = { reason: 'Salah periode', at: '2024-07-03T02:00:00.000Z', by: 'rina' };
  const withdraw = { move: 'withdraw', version: 2, reason: 'Salah periode' } as const;
  expect(hasMoved(aStatement({ version: 3, state: 'WITHDRAWN', signed, withdrawn }), withdraw)).toBe(true);
  expect(hasMoved(aStatement({ version: 3, state: 'WITHDRAWN', withdrawn }), { ...withdraw, reason: 'Lain' })).toBe(
    false,
  );
});
