import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const page = (name: string): string => resolve(import.meta.dirname, `${name}.html`);

/** Four pages, one build. Preact's automatic JSX comes from Vite's own transformer, so no plug-in is needed. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The CSP allows no data: fonts or scripts, and the door's wasm must stay a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: page('index'), staff: page('staff'), door: page('door'), attendee: page('attendee') },
    },
  },
  worker: { format: 'es' },
});
