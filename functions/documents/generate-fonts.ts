/**
 * Writes fonts.generated.json: the two faces that the papers are printed with, in base64. Run at build time, because a bundled
 * Lambda has no files beside it: `tsx functions/documents/generate-fonts.ts`. Leaves the file alone when nothing changed.
 *
 * WOFF and not WOFF2: the latter is embedded with shapes missing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const target = join(import.meta.dirname, 'fonts.generated.json');
const { resolve } = createRequire(import.meta.url);

const faceOf = async (weight: 400 | 700): Promise<string> =>
  (await readFile(resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`))).toString('base64');

const content = `${JSON.stringify({ regular: await faceOf(400), bold: await faceOf(700) }, undefined, 1)}\n`;
const present = await readFile(target, 'utf8').catch(() => '');
if (content !== present) {
  await writeFile(target, content);
  // Not on standard output: that belongs to the command this runs before, which may print JSON.
  process.stderr.write(`fonts.generated.json written, ${Buffer.byteLength(content)} bytes\n`);
}
