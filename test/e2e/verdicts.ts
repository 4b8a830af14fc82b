/**
 * The door's verdicts, as tests handle them on a machine of any pace: one fills the display at any moment, good news leaves by
 * itself after four seconds, and what lies behind it cannot be clicked.
 */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 20_000 };

/** A verdict of these words, about this office when one is named: one and the same, since the next may replace it. */
export const verdictOf = (page: Page, words: string, office?: string): Locator => {
  const head = page
    .locator('.verdict')
    .filter({ has: page.locator('.verdict-head').getByText(words, { exact: true }) });
  return office ? head.filter({ has: page.locator('.verdict-office').getByText(office) }) : head;
};

const dismiss = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: 'Lanjut' })
    .click({ timeout: 1_000 })
    .catch(() => undefined);

/** Until nothing covers the page. */
export const dismissAll = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      if ((await page.locator('.verdict').count()) > 0) await dismiss(page);
      return page.locator('.verdict').count();
    }, patience)
    .toBe(0);

/** Through whatever comes before the camera meanwhile. */
export const openTab = (page: Page, name: 'Pindai' | 'Cari' | 'Terakhir' | 'Lainnya'): Promise<void> => {
  const tab = page.locator('.door-tabs').getByRole('button', { name, exact: true });
  return expect
    .poll(async () => {
      if ((await page.locator('.verdict').count()) > 0) await dismiss(page);
      await tab.click({ timeout: 1_000 }).catch(() => undefined);
      return tab.getAttribute('aria-pressed', { timeout: 1_000 }).catch(() => undefined);
    }, patience)
    .toBe('true');
};

/** What a USB scanner does: a code and Enter, faster than a test could press keys one by one. */
export const typeCode = (page: Page, text: string): Promise<void> =>
  page.evaluate((code) => {
    for (const key of [...code, 'Enter']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, text);

/** Longer than the time within which the same code, typed again, is the same scan. */
export const untilNewAgain = (page: Page): Promise<void> => page.waitForTimeout(3_100);
