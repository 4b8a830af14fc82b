import { expect, test } from 'vitest';
import { sealsSaid } from './seals-said.ts';

const root = 'a1b2c3d4e5f60718'.padEnd(64, '0');
const sealed = { state: 'CLOSED', seal: { number: 2, root } } as const;
const unsealed = { state: 'CLOSED', seal: null } as const;
const open = { state: 'OPEN', seal: null } as const;

test('a print names the seal of a period’s one session; of several, how many are sealed', () => {
  expect(sealsSaid([sealed])).toBe('segel nomor 2, akar a1b2c3d4 e5f60718…');
  expect(sealsSaid([unsealed])).toBe('belum disegel');
  expect(sealsSaid([open, sealed, unsealed])).toBe('1 dari 2 kegiatan yang selesai sudah disegel');
  expect([sealsSaid([open]), sealsSaid([])]).toEqual([undefined, undefined]);
});
