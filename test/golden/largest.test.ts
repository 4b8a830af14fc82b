/** Golden figures of the largest regency there could be; see regencies.test.ts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.ts';
import { largest } from './regencies.ts';
import { checkPeriod, checkSessions, expectLively, holdSession, logOf, seed, setUp } from './stage.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test(`51 districts, 852 villages, more than 1,500 units (GOLDEN_SEED='${seed}')`, { timeout: 300_000 }, async () => {
  const held = await setUp(api, largest);
  // Seven in the morning of the fourth there: a day of a period is the regency's, not UTC's.
  const startsAt = '2024-11-03T22:00:00Z';
  const pledge = ['OPD', 'KECAMATAN', 'SD', 'SMP', 'PUSKESMAS'];
  await holdSession(
    held,
    logOf(held, { key: 'golden-95-1', title: 'Sosialisasi', phase: 'DURING', startsAt, pledge, guests: 30 }),
  );
  expectLively(held);
  expect(held.counted[0]?.units.length).toBeGreaterThan(1500);
  await checkSessions(held);
  await checkPeriod(held, { from: '2024-11-04', to: '2024-11-04' });
  await checkPeriod(held, { to: '2024-11-03' });
});
