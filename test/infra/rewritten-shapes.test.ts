/** The bundler rewrites our files of shapes. What a deployed shape takes and gives is what the one in the source does. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { product, settings, shapeFiles } from '../../infra/bundle/bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hadir-shapes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Definition = Record<string, unknown>;
const definitionOf = (value: object): Definition | undefined =>
  '_zod' in value ? (value._zod as { def: Definition }).def : undefined;

const known = new WeakMap<object, unknown>();
/** Everything that a shape decides by, as plain values; its functions by their being there. */
const told = (value: unknown): unknown => {
  if (typeof value === 'function' && !definitionOf(value)) return 'a function';
  if (value instanceof RegExp) return String(value);
  if (typeof value !== 'object' && typeof value !== 'function') return String(value);
  if (value === null) return 'null';
  if (!known.has(value)) known.set(value, definitionOf(value) ? toldShape(value) : toldEach(value));
  return known.get(value);
};
const toldEach = (value: object): unknown =>
  Array.isArray(value)
    ? value.map(told)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, told(part)]));
/** `z.int()` is a number that has its first check in itself, `z.number().int()` one with that check as its first: both are told as the latter. */
const toldShape = (shape: object): unknown => {
  const { checks = [], ...own } = definitionOf(shape) ?? {};
  const { check, format, abort, ...rest } = own;
  const all = [...(check === undefined ? [] : [own]), ...(checks as object[]).map((one) => definitionOf(one) ?? {})];
  return {
    ...(toldEach(rest) as object),
    checks: all.map(({ checks: _, ...one }) => toldEach(one)),
  };
};

const files = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
  .map((file) => `/functions/${file}`)
  .filter((file) => shapeFiles.test(file))
  .sort();

/** What each file exports, as it is bundled with these plugins. */
const load = async (name: string, plugins: Plugin[]): Promise<Record<string, Record<string, unknown>>> => {
  const outfile = join(folder, `${name}.mjs`);
  const contents = files.map((file) => `export * as ${JSON.stringify(file)} from ${JSON.stringify(join(root, file))};`);
  await build({ ...settings, stdin: { contents: contents.join('\n'), resolveDir: root }, outfile, plugins });
  return import(pathToFileURL(outfile).href);
};

test('whatever the rewritten files export decides as it does where it is written', { timeout: 60_000 }, async () => {
  const [written, deployed] = [await load('written', []), await load('deployed', [product('hot')])];
  expect(files.length).toBeGreaterThan(50);
  expect(Object.keys(deployed).sort()).toEqual(files);
  let shapes = 0;
  for (const file of files) {
    const exported = Object.entries(written[file] ?? {});
    shapes += exported.filter(([, value]) => value instanceof Object && definitionOf(value)).length;
    expect(Object.keys(deployed[file] ?? {}), file).toEqual(exported.map(([name]) => name));
    for (const [name, value] of exported)
      expect(told(deployed[file]?.[name]), `${name} of ${file}`).toEqual(told(value));
  }
  expect(shapes).toBeGreaterThan(200);
});

test('a call whose value nobody takes stays where it was: it is there for what it does', async () => {
  const file = join(folder, 'functions', 'odd-schema.ts');
  mkdirSync(join(folder, 'functions'));
  writeFileSync(
    file,
    `import * as z from 'zod';
    const Name = z.string().min(3);
    z.config({ localeError: () => 'in our words' });
    export const checked = (name: unknown) => {
      z.parse(Name, name);
      return 'a name';
    };`,
  );
  const outfile = join(folder, 'odd.mjs');
  const nodePaths = [join(root, 'node_modules')];
  await build({ ...settings, entryPoints: [file], outfile, nodePaths, plugins: [product('hot')] });
  const { checked } = await import(pathToFileURL(outfile).href);
  expect(checked('Siti')).toBe('a name');
  expect(() => checked('')).toThrow('in our words');
});

test.each([
  ['a bound', z.int().check(z.gte(0), z.lte(5)), z.number().int().min(0).max(6)],
  ['a bound that is left out', z.int().check(z.gte(0)), z.number().int().min(0).max(5)],
  ['a whole number', z.number(), z.number().int()],
  ['a text’s length', z.object({ name: z.string() }), z.object({ name: z.string().max(9) })],
  ['what may be left out', z.object({ name: z.string().optional() }), z.object({ name: z.string() })],
  [
    'what is stripped',
    z.object({ items: z.array(z.object({ id: z.string() })) }),
    z.object({ items: z.array(z.looseObject({ id: z.string() })) }),
  ],
])('a difference in %s would be seen', (_, one, other) => {
  expect(told(one)).not.toEqual(told(other));
  expect(told(z.int().check(z.gte(0), z.lte(5)))).toEqual(told(z.number().int().min(0).max(5)));
});
