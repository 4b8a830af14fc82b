import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { offlineDoor } from './vite-offline-door.ts';

const page = (name: string): string => resolve(import.meta.dirname, `${name}.html`);

/** Seven pages, one build. Preact's automatic JSX comes from Vite's own transformer, so no plug-in is needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [offlineDoor()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The CSP allows no data: fonts or scripts, and the door's wasm must stay a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: page('index'),
        staff: page('staff'),
        door: page('door'),
        attendee: page('attendee'),
        reader: page('reader'),
        check: page('check'),
        missing: page('missing'),
        sw: resolve(import.meta.dirname, 'door/pwa/service-worker.ts'),
      },
      output: {
        // Its address is its identity to the browser, so it has no hash; a content hash of the list it holds tells versions apart.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: {
    format: 'es',
    // A browser asks the service worker for a worker's script only when that script's own address is in the scope.
    rolldownOptions: { output: { entryFileNames: 'pintu/aset/[name]-[hash].js' } },
  },
});
