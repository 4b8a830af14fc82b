/** Serves the built pages: which address shows which entry, with the headers that a public service needs. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The entry of an address; everything below it is that entry's own. */
const entries = [
  ['/', 'index.html'],
  ['/staf', 'staff.html'],
  ['/staf/*', 'staff.html'],
  ['/pintu', 'door.html'],
  ['/pintu/*', 'door.html'],
  ['/c/*', 'attendee.html'],
  ['/C/*', 'attendee.html'],
  ['/h/*', 'attendee.html'],
  ['/H/*', 'attendee.html'],
  ['/b/*', 'reader.html'],
  ['/B/*', 'reader.html'],
  ['/v', 'check.html'],
  ['/v/*', 'check.html'],
  ['/V/*', 'check.html'],
] as const;

const htmlOf = (entry: string): Promise<string> => readFile(`${dist}/${entry}`, 'utf8');

const files = serveStatic({ root: dist });

/** Set after the file was found: `serveStatic` calls its own `onFound` when the headers have been sent off. */
const cached =
  (rule: string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', rule);
  };

export const makePages = (): Hono => {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // zxing decodes in WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // The door is installed: its decoder, its service worker, its manifest.
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
      },
      // A code in an address must not travel to another site.
      referrerPolicy: 'no-referrer',
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      strictTransportSecurity: false,
    }),
  );
  app.use('/assets/*', cached('public, max-age=31536000, immutable'), files);
  // The door's worker lies below the door's own address (see web/vite.config.ts); what is not there is not the door's page.
  app.use('/pintu/aset/*', cached('public, max-age=31536000, immutable'), files, async (c) => c.notFound());
  for (const [path, entry] of entries) {
    app.get(path, async (c) => {
      c.header('cache-control', 'no-cache');
      return c.html(await htmlOf(entry));
    });
  }
  // The service worker, the manifest and the icons: named by their address, so asked for again each time.
  app.use('*', cached('no-cache'), files);
  app.notFound(async (c) => {
    c.header('cache-control', 'no-cache');
    return c.html(await htmlOf('missing.html'), 404);
  });
  return app;
};
