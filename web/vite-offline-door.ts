/**
 * Tells the service worker which files make the door: it follows the names of built files from `door.html` on, hashes each, and
 * writes the list into `sw.js` and the version into `door.html`. Own code over a library: it is one walk over one page's files.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Offline } from './door/pwa/service-worker.ts';

const pageFile = 'door.html';
const workerFile = 'sw.js';
const pageAddress = '/pintu/';
const packageFile = new URL('../package.json', import.meta.url);

type Files = ReadonlyMap<string, Uint8Array>;

/** What is copied as it is: by its path below the public folder. */
const publicFiles = (folder: string): Files =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );

/** The page and all that it or anything of it names: html its scripts, scripts their imports, the worker its wasm. */
export const filesOf = (start: string, all: Files): string[] => {
  const found = new Set([start]);
  // A set that grows while it is walked: what is added is walked, too.
  for (const name of found) {
    if (!/\.(html|js|css|webmanifest)$/.test(name)) continue;
    const text = new TextDecoder().decode(all.get(name));
    for (const other of all.keys()) {
      // Built names bear a hash of their content, so a name in a text is a reference; another page's html is none of it.
      if (!other.endsWith('.html') && other !== workerFile && text.includes(posix.basename(other))) found.add(other);
    }
  }
  return [...found].sort();
};

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes);

/** The package's version, and a hash over the content of every file and of the worker that keeps them. */
const versionOf = (names: readonly string[], all: Files): string => {
  const hash = createHash('sha256');
  for (const name of [...names, workerFile]) hash.update(`${name}\0`).update(sha256(all.get(name) ?? '').digest());
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  return `${version}+${hash.digest('hex').slice(0, 8)}`;
};

export const offlineDoor = (): Plugin => {
  let publicFolder = '';
  return {
    name: 'hadir-offline-door',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicFolder = config.publicDir;
    },
    generateBundle: {
      // The html is there only after Vite's own step.
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[workerFile];
        const page = bundle[pageFile];
        if (worker?.type !== 'chunk' || page?.type !== 'asset')
          this.error('the door or its service worker was not built');
        const built = Object.values(bundle).map((file): [string, Uint8Array] => {
          const content = file.type === 'chunk' ? file.code : file.source;
          return [file.fileName, typeof content === 'string' ? new TextEncoder().encode(content) : content];
        });
        const all = new Map([...publicFiles(publicFolder), ...built]);
        const names = filesOf(pageFile, all);
        const version = versionOf(names, all);
        page.source = String(page.source).replace('%APP_VERSION%', version);
        all.set(pageFile, new TextEncoder().encode(page.source));
        const offline: Offline = {
          version,
          page: pageAddress,
          files: names.map((name) => ({
            url: name === pageFile ? pageAddress : `/${name}`,
            integrity: `sha256-${sha256(all.get(name) ?? '').digest('base64')}`,
          })),
        };
        worker.code = worker.code.replaceAll('__OFFLINE__', () => JSON.stringify(offline));
      },
    },
  };
};
