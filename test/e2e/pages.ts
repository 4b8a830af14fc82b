/** What tests with several people's pages have in common: opening them, and the words for what is looked at. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from './axe.ts';
import { type desktop, watched } from './browser.ts';

/** A page of its own; what goes wrong on it is among `errors` once it is closed. */
export const openPageOf = async (browser: Browser, options: typeof desktop, errors: string[]): Promise<Page> => {
  const { context, errors: seen } = await watched(browser, options);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('close', () => errors.push(...seen));
  return page;
};

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
export const expectClean = async (page: Page): Promise<void> => expect(await faultsOf(page)).toEqual([]);
