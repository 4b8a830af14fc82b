/** Automatic reminders in the console: proposed for a new session where mails are sent, chosen in its plan, and shown on its page. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { sessionBody } from '../support/scenario.ts';
import { faultsOf } from './axe.ts';
import { type Console, region, startConsoleOver } from './console.ts';

let c: Console | undefined;
afterEach(() => c?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const start = (reminderDays: number[], sends: boolean): Promise<Console> =>
  startConsoleOver(
    async (organizer) => {
      await organizer('PUT', `/api/regencies/${region}`, {
        name: 'Kabupaten Lahat',
        zone: 'WIB',
        letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
      });
      const times = { startsAt: inDays(20), endsAt: inDays(20.1) };
      const plan = sessionBody({ ...times, classes: ['OPD'], pledge: null, reminderDays });
      const key = { 'idempotency-key': 'reminders-console' };
      return (await organizer('POST', `/api/regencies/${region}/sessions`, plan, key)).body.id;
    },
    sends ? { sendMail: async () => 'SENT' } : {},
  );

const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};
/** Both widths, both languages: nothing that a reader of screens would miss, and nothing wider than the screen. */
const expectCleanEverywhere = async (page: Page, name: string, heading: [string, string]): Promise<void> => {
  for (const [index, language] of (['id', 'en'] as const).entries()) {
    await page.evaluate((chosen) => localStorage.setItem('hadir.language', chosen), language);
    await page.reload();
    await page
      .getByText(heading[index] ?? '', { exact: true })
      .first()
      .waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await shot(page, `reminders-${name}-${language}-${width}`);
    }
  }
  await page.evaluate(() => localStorage.setItem('hadir.language', 'id'));
  await page.setViewportSize({ width: 1280, height: 800 });
};
const names: [string, string] = ['Pengingat otomatis', 'Automatic reminders'];

test('a new session is proposed two reminders; a plan takes others, and its page says them', {
  timeout: 90_000,
}, async () => {
  c = await start([3, 1], true);
  const { page } = c;
  await page.goto(`${c.origin}/staf/kegiatan/baru`);
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  await box('3 hari sebelum').waitFor();
  const chosen = async () =>
    Promise.all(['7 hari sebelum', '3 hari sebelum', '1 hari sebelum'].map((name) => box(name).isChecked()));
  expect(await chosen()).toEqual([false, true, true]);

  await page.goto(`${c.origin}/staf/kegiatan/${c.session}/ubah`);
  await box('7 hari sebelum').check();
  await box('1 hari sebelum').uncheck();
  await expectCleanEverywhere(page, 'form', names);
  await page.reload();
  await box('7 hari sebelum').check();
  await box('1 hari sebelum').uncheck();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('7 dan 3 hari sebelum, pukul 08.00 WIB').waitFor();
  expect((await c.organizer('GET', c.base)).body.reminderDays).toEqual([7, 3]);
  await expectCleanEverywhere(page, 'page', names);

  // None at all is a choice too.
  await page.goto(`${c.origin}/staf/kegiatan/${c.session}/ubah`);
  await box('7 hari sebelum').uncheck();
  await box('3 hari sebelum').uncheck();
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('Rincian kegiatan').waitFor();
  expect((await c.organizer('GET', c.base)).body).not.toHaveProperty('reminderDays');
  expect(c.errors).toEqual([]);
});

test('where no mails are sent, the form says so and the plan keeps what it held', { timeout: 60_000 }, async () => {
  c = await start([3], false);
  const { page } = c;
  await page.goto(`${c.origin}/staf/kegiatan/${c.session}/ubah`);
  await page.getByText('Instalasi ini tidak mengirim surel').waitFor();
  expect(await page.getByRole('checkbox', { name: '3 hari sebelum' }).count()).toBe(0);
  await shot(page, 'reminders-none');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await page.getByText('3 hari sebelum, pukul 08.00 WIB').waitFor();
  await page.getByText('Tidak dikirim: instalasi ini tidak mengirim surel.').waitFor();
  expect((await c.organizer('GET', c.base)).body.reminderDays).toEqual([3]);
});
