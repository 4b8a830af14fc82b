/**
 * A real browser for the tests: the Chromium that npm ships (`@sparticuz/chromium`, Linux on x64 and arm64); elsewhere the
 * Chrome that is installed. The camera is a video made by the test.
 */
import { arch, platform } from 'node:os';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  chromium as playwright,
} from 'playwright-core';

const shipped = platform() === 'linux' && (arch() === 'x64' || arch() === 'arm64');

/** Playwright says how to run without a window; and in a single process, contexts are seen to share their storage. */
const unwanted = /^--(headless|single-process|no-zygote)/;

/** `video` is a YUV4MPEG2 file (see qr-video.ts) that the fake camera plays in a loop. */
const launchOptions = async (video?: string): Promise<LaunchOptions> => {
  const args = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(video ? [`--use-file-for-fake-video-capture=${video}`] : []),
  ];
  if (!shipped) return { channel: 'chrome', args };
  // Without its own graphics switches: WebGL is not needed, and they print warnings.
  chromium.setGraphicsMode = false;
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !unwanted.test(arg)), ...args],
    headless: true,
  };
};

export const launchBrowser = async (video?: string): Promise<Browser> => playwright.launch(await launchOptions(video));

/** One browser over a profile on disk, as a phone's: what it stored is there when it is launched over the same folder again. */
export const launchProfile = async (
  folder: string,
  options: BrowserContextOptions,
  video?: string,
): Promise<BrowserContext> =>
  playwright.launchPersistentContext(folder, { ...(await launchOptions(video)), locale: 'id-ID', ...options });

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A context that fails the test on any error a page throws or logs; expected ones are named by the test. */
export const watched = async (browser: Browser, options: BrowserContextOptions) => {
  const context: BrowserContext = await browser.newContext({
    locale: 'id-ID',
    timezoneId: 'America/New_York',
    ...options,
  });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { context, errors };
};
