/** Serves the built pages: which address shows which entry, with the headers that a public service needs. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
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
] as const;

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
      },
      // A code in an address must not travel to another site.
      referrerPolicy: 'no-referrer',
      permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
      strictTransportSecurity: false,
    }),
  );
  app.use(
    '/assets/*',
    serveStatic({ root: dist, onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }),
  );
  for (const [path, entry] of entries) {
    app.get(path, async (c) => {
      c.header('cache-control', 'no-cache');
      return c.html(await readFile(`${dist}/${entry}`, 'utf8'));
    });
  }
  app.use('*', serveStatic({ root: dist }));
  return app;
};
