/** The regent's page of the largest regency there could be, on one sheet of paper, in the real browser. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { makeSessionId, makeUnitId } from '../../functions/platform/ids.ts';
import { regions } from '../../functions/regions/regions.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { largest } from '../golden/regencies.ts';
import { aRecord, aState, keepRecord } from '../support/coverage-records.ts';
import { aRegency } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';
import { desktop, launchBrowser, watched } from './browser.ts';
import { openSignedIn } from './console.ts';

const region = largest.code;
const districts = regions.districtsOf(region);
const inside = ['KECAMATAN', 'DESA', 'SD', 'SMP', 'PUSKESMAS', 'KELURAHAN'] as const;
const register = [
  ...Array.from({ length: 46 }, (_, index) => ({ class: 'OPD' as const, district: null, key: `opd ${index}` })),
  ...districts.flatMap(({ code }) =>
    inside.flatMap((unitClass) =>
      [0, 1, 2].map((index) => ({ class: unitClass, district: code, key: `${code} ${unitClass} ${index}` })),
    ),
  ),
].map(({ key, ...unit }) => ({ ...unit, unit: makeUnitId(region, key) }));
const presences = ['IN_PERSON', 'ACTING', 'DELEGATED', 'MISSING', 'ONLINE', 'MISSING', 'IN_PERSON'] as const;

const weekMs = 7 * 86_400_000;
const sessions = 20;

/** The last of them runs; rosters were amended, and doors disagree. */
const records = Array.from({ length: sessions }, (_, week) => {
  const startsAt = new Date(Date.now() - (sessions - 1 - week) * weekMs - 3_600_000).toISOString();
  const states = register.map((unit, index) =>
    aState(unit.unit, {
      ...unit,
      presence: index % 11 === 0 ? 'MISSING' : (presences[(index * 3 + week * 5) % presences.length] ?? 'MISSING'),
      pledge: index % 3 ? 'SIGNED' : 'NOT_YET',
    }),
  );
  return aRecord(startsAt, states, {
    session: makeSessionId(region, startsAt),
    title: `Rapat koordinasi pengawasan netralitas aparatur sipil negara tahap ${week + 1}`,
    added: 2,
    revoked: 1,
    openConflicts: week % 4 === 0 ? 3 : 0,
    ...(week === sessions - 1 && { state: 'OPEN' as const, closedAt: null }),
  });
});

let folder: string;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hadir-e2e-regent-print-'));
  server = await startServer({ dataDir: join(folder, 'data'), port: 0, allowSkipPassword: true });
  await server.stores.regencies.put(aRegency(region, { name: largest.name, zone: largest.zone }));
  for (const record of records) await keepRecord(server.stores.coverage, record);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('51 districts, seven classes and twenty sessions are one A4, with every figure behind the bars', {
  timeout: 120_000,
}, async () => {
  expect(districts).toHaveLength(51);
  const account = { username: 'bupati', name: 'Bupati', role: 'regent' as const, region };
  const { code } = await server.accounts.addWithOneTimeCode(account);
  const { accessToken } = await signIn({ origin: server.origin, username: 'bupati', secret: code });
  const { context, errors } = await watched(browser, desktop);
  const page = await openSignedIn(context, server, accessToken);
  await page.goto(`${server.origin}/staf/cakupan`);
  await page.locator('.glance .figure').waitFor();
  await page.getByText('Tidak ada yang berubah sejak kemarin').or(page.locator('.changes')).first().waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const to = process.env.HADIR_PICTURES;
  if (to) {
    await mkdir(to, { recursive: true });
    await writeFile(join(to, 'regent-largest.pdf'), pdf);
  }
  const { texts } = await readPdf(pdf);
  expect(texts).toHaveLength(1);
  const text = (texts[0] ?? '').replaceAll(/\s+/g, ' ');
  for (const { name } of districts) expect(text).toContain(name);
  expect(text).toContain('16 terbaru dari 20');
  expect(text).toContain('Berulang');
  expect(text).toContain('Perubahan sesudah daftar dibekukan');
  // Of each printed session all figures, in the order of the columns.
  const rows = [...text.matchAll(/20\d\d [^·]*?(?:· [^·]*?)*? 964 (\d+) (\d+) (\d+) (\d+) (\d+) (\S+%) (\d+)/g)];
  expect(rows.length).toBeGreaterThanOrEqual(16);
  for (const [, inPerson, acting, delegated, online, missing] of rows)
    expect(Number(inPerson) + Number(acting) + Number(delegated) + Number(online) + Number(missing)).toBe(964);
  await page.close();
  expect(errors).toEqual([]);
});
