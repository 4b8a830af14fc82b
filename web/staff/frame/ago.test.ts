import { expect, it } from 'vitest';
import { ago } from './ago.ts';

const now = Date.parse('2024-06-27T02:00:00.000Z');
const since = (seconds: number): string => ago(now, new Date(now - seconds * 1000).toISOString());

it('says how long ago something was in one unit', () => {
  expect([9, 10, 59, 60, 3_599, 3_600, 86_399, 86_400].map(since)).toEqual([
    'baru saja',
    '10 detik lalu',
    '59 detik lalu',
    '1 menit lalu',
    '59 menit lalu',
    '1 jam lalu',
    '23 jam lalu',
    '1 hari lalu',
  ]);
});

it('takes a moment ahead of this device’s clock for now', () => {
  expect(since(-300)).toBe('baru saja');
});
