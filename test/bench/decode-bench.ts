/**
 * How much of what a door's camera sees is read, and how fast: hard frames (hard-frames.ts) through the shipped decoder, the file
 * in web/dist, in the real Chromium whose renderer is slowed down six times (slowed.ts). The page takes each frame as
 * web/door/scanner/scan-loop.ts takes it from the camera, by the same plan.
 */
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { CDPSession, JSHandle, Page } from 'playwright-core';
import { makePages } from '../../functions/local/pages.ts';
import { planFrame, turnsOfPlan } from '../../web/door/scanner/frame-plan.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { percentile, round, textTable } from './figures.ts';
import { drawFrame, frameHeight, frameWidth, type HardFrame, type Kind, kinds } from './hard-frames.ts';
import { slowDown } from './slowed.ts';

export interface DecodePlan {
  framesPerKind: number;
  /** 1 leaves the browser as fast as it is. */
  slowed: number;
  seed: number;
}

export interface DecodeReport {
  /** Frames with a code, and how many of them one round of the plan's turns read. */
  frames: number;
  decodedShare: number;
  /** Texts that were read and are not what the code says, frames without a code included. */
  wrong: number;
  /** From a frame's coming to the decoder's answer, one turn. */
  p50Ms: number;
  p95Ms: number;
  byKind: Partial<Record<Kind, number>>;
  /** What the first turn alone read, and the second alone: why there are two. */
  byTurn: number[];
  emptyFrames: number;
  /** Time over processor time of the browser's process: 6 is a processor of a sixth of the speed. */
  slowedTimes: number;
}

export const fullDecode: DecodePlan = { framesPerKind: 18, slowed: 6, seed: 1 };

interface Turn {
  text: string | null;
  ms: number;
}

const workerFolder = fileURLToPath(new URL('../../web/dist/pintu/aset', import.meta.url));
const shippedWorker = async (): Promise<string> => {
  const name = (await readdir(workerFolder)).find((each) => /^decode-worker-.*\.js$/.test(each));
  if (!name) throw new Error('the pages are not built: npm run build');
  return `/pintu/aset/${name}`;
};

/** The product's own pages with their own headers; one frame's grey pixels at `/frame`. */
const serveFrames = async (): Promise<{ origin: string; show: (frame: Uint8Array) => void; close: () => void }> => {
  let shown = new Uint8Array();
  const pages = getRequestListener(makePages().fetch);
  const server: Server = createServer((request, response) => {
    if (request.url === '/frame') response.writeHead(200, { 'cache-control': 'no-store' }).end(shown);
    else void pages(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    show: (frame) => {
      shown = new Uint8Array(frame);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** What the page keeps between the bench's calls. */
interface Scanner {
  worker: Worker;
  picture: HTMLCanvasElement;
  canvas: HTMLCanvasElement;
}
type InPage = JSHandle<Scanner>;

const startScanner = (page: Page, url: string): Promise<InPage> =>
  page.evaluateHandle(async (address) => {
    const worker = new Worker(address, { type: 'module' });
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }) => ('texts' in data ? resolve() : reject(new Error('the decoder did not load')));
    });
    return { worker, picture: document.createElement('canvas'), canvas: document.createElement('canvas') };
  }, url);

/** Puts the frame where the camera's picture would be. */
const showFrame = (scanner: InPage): Promise<void> =>
  scanner.evaluate(
    async ({ picture }, [width, height]) => {
      const grey = new Uint8Array(await (await fetch('/frame')).arrayBuffer());
      const image = new ImageData(width, height);
      const colours = new Uint32Array(image.data.buffer);
      for (let at = 0; at < grey.length; at += 1) colours[at] = (grey[at] ?? 0) * 0x010101 + 0xff000000;
      Object.assign(picture, { width, height });
      picture.getContext('2d')?.putImageData(image, 0, 0);
    },
    [frameWidth, frameHeight] as const,
  );

/** One turn of scan-loop.ts: draw the view, hand its pixels to the worker, wait for its answer. */
const decodeTurn = (scanner: InPage, turn: number): Promise<Turn> =>
  scanner.evaluate(
    async ({ worker, picture, canvas }, { left, top, width, height, toWidth, toHeight }) => {
      if (canvas.width < toWidth) canvas.width = toWidth;
      if (canvas.height < toHeight) canvas.height = toHeight;
      const answer = new Promise<string[]>((resolve, reject) => {
        worker.onmessage = ({ data }) =>
          'texts' in data ? resolve(data.texts) : reject(new Error('the decoder failed'));
      });
      const start = performance.now();
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen?.drawImage(picture, left, top, width, height, 0, 0, toWidth, toHeight);
      const image = pen?.getImageData(0, 0, toWidth, toHeight);
      const pixels = image?.data.buffer as ArrayBuffer;
      worker.postMessage({ pixels, width: toWidth, height: toHeight }, [pixels]);
      const [text] = await answer;
      return { text: text ?? null, ms: performance.now() - start };
    },
    planFrame(turn, frameWidth, frameHeight),
  );

interface Process {
  type: string;
  id: number;
  /** Seconds of a processor that it has used so far. */
  cpuTime: number;
}

/** The processes of this browser that run pages and their workers. */
const renderersOf = async (browser: CDPSession): Promise<Process[]> => {
  const { processInfo } = (await browser.send('SystemInfo.getProcessInfo')) as { processInfo: Process[] };
  return processInfo.filter(({ type }) => type === 'renderer');
};

const cpuMsOf = async (browser: CDPSession): Promise<number> =>
  (await renderersOf(browser)).reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);

/** How many times longer than its work a plain reckoning takes in that process: about 1 on a machine that does nothing else. */
const slownessOf = async (page: Page, browser: CDPSession): Promise<number> => {
  const before = await cpuMsOf(browser);
  const took = await page.evaluate(() => {
    const start = performance.now();
    let sum = 0;
    for (let at = 0; at < 2e8; at += 1) sum = (sum * 31 + at) | 0;
    return performance.now() - start + 0 * sum;
  });
  return round(took / ((await cpuMsOf(browser)) - before), 1);
};

interface Read {
  frame: Pick<HardFrame, 'kind' | 'text'>;
  turns: Turn[];
}

const readFrames = async (scanner: InPage, show: (pixels: Uint8Array) => void, plan: DecodePlan): Promise<Read[]> => {
  const reads: Read[] = [];
  for (const kind of kinds)
    for (let number = 0; number < plan.framesPerKind; number += 1) {
      const { text, pixels } = drawFrame(kind, number, plan.seed);
      show(pixels);
      await showFrame(scanner);
      const turns: Turn[] = [];
      for (let turn = 0; turn < turnsOfPlan; turn += 1) turns.push(await decodeTurn(scanner, turn));
      reads.push({ frame: { kind, text }, turns });
    }
  return reads;
};

const shareOf = (reads: readonly Read[], isRead: (read: Read) => boolean): number =>
  round(reads.filter(isRead).length / Math.max(1, reads.length), 3);

const summarize = (reads: readonly Read[], slowedTimes: number): DecodeReport => {
  const coded = reads.filter(({ frame }) => frame.text !== undefined);
  const isRead = ({ frame, turns }: Read): boolean => turns.some(({ text }) => text === frame.text);
  const took = reads.flatMap(({ turns }) => turns.map(({ ms }) => ms));
  const wrongOf = ({ frame, turns }: Read): number =>
    turns.filter(({ text }) => text !== null && text !== frame.text).length;
  const kindsRead = kinds.filter((kind) => kind !== 'none');
  return {
    frames: coded.length,
    decodedShare: shareOf(coded, isRead),
    wrong: reads.reduce((sum, read) => sum + wrongOf(read), 0),
    p50Ms: round(percentile(took, 0.5), 1),
    p95Ms: round(percentile(took, 0.95), 1),
    byKind: Object.fromEntries(
      kindsRead.map((kind) => [
        kind,
        shareOf(
          coded.filter(({ frame }) => frame.kind === kind),
          isRead,
        ),
      ]),
    ),
    byTurn: Array.from({ length: turnsOfPlan }, (_, turn) =>
      shareOf(coded, ({ frame, turns }) => turns[turn]?.text === frame.text),
    ),
    emptyFrames: reads.length - coded.length,
    slowedTimes,
  };
};

export const benchDecode = async (plan: DecodePlan): Promise<DecodeReport> => {
  const frames = await serveFrames();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${frames.origin}/`);
    const scanner = await startScanner(page, await shippedWorker());
    frames.show(drawFrame('tilt', 0, plan.seed).pixels);
    await showFrame(scanner);
    const session = await browser.newBrowserCDPSession();
    // The first turns compile what the next ones run.
    for (let turn = 0; turn < 20; turn += 1) await decodeTurn(scanner, turn);
    const pids = (await renderersOf(session)).map(({ id }) => id);
    const restore = plan.slowed > 1 ? await slowDown(pids, plan.slowed) : async () => undefined;
    try {
      const slowedTimes = await slownessOf(page, session);
      return summarize(await readFrames(scanner, frames.show, plan), slowedTimes);
    } finally {
      await restore();
    }
  } finally {
    await browser.close();
    frames.close();
  }
};

export const decodeTable = (report: DecodeReport): string =>
  `${textTable([
    ['frames', 'read'],
    ...Object.entries(report.byKind).map(([kind, share]) => [kind, share]),
    ['in all', report.decodedShare],
    ['first turn alone', report.byTurn[0] ?? 0],
    ['second turn alone', report.byTurn[1] ?? 0],
  ])}wrong ${report.wrong} of ${report.frames} with and ${report.emptyFrames} without a code
one turn: p50 ${report.p50Ms} ms, p95 ${report.p95Ms} ms, the browser slowed ${report.slowedTimes} times\n`;
