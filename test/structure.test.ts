/** What may import what: the rule that keeps each capability's keys and expressions in one file. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const importsOf = async (file: string): Promise<Import[]> => {
  const source = await readFile(join(root, file), 'utf8');
  return [...source.matchAll(/^import (type )?[^;]*?from '(\.[^']+)'/gms)].map(([, type, path]) => ({
    from: file,
    to: relative(root, join(root, dirname(file), path as string)),
    typeOnly: type !== undefined,
  }));
};

const sources = readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
  .map((file) => `functions/${file}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const imports = (await Promise.all(sources.map(importsOf))).flat();
const told = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

test('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(200);
});

test('a store is made in the wiring only; other capabilities know its type at most', () => {
  const reaching = imports.filter(
    ({ from, to, typeOnly }) =>
      to.endsWith('-store.ts') &&
      !typeOnly &&
      !/^functions\/((hot|attendee)-)?stores\.ts$/.test(from) &&
      dirname(from) !== dirname(to),
  );
  expect(told(reaching)).toEqual([]);
});

test('rules know no store, no engine, no web framework and no clock', async () => {
  const rules = sources.filter((file) => file.endsWith('-rules.ts'));
  expect(rules.length).toBeGreaterThan(4);
  for (const file of rules) {
    const source = await readFile(join(root, file), 'utf8');
    const found = source.match(/-store\.ts'|@aws-sdk|from 'hono|new Date\(\)|Date\.now\(|Math\.random/g);
    expect({ file, found }).toEqual({ file, found: null });
  }
});

test('only stores and the table know how keys look', () => {
  const allowed = /-store\.ts$|^functions\/platform\/|^functions\/lambda\/project/;
  const knowing = imports.filter(({ from, to }) => to === 'functions/platform/keys.ts' && !allowed.test(from));
  expect(told(knowing)).toEqual([]);
});

test('the product never imports its tests', () => {
  expect(told(imports.filter(({ to }) => to.startsWith('test/')))).toEqual([]);
});

test('what only the laptop runs stays there: no function of AWS carries it', async () => {
  const reaching = imports.filter(
    ({ from, to }) => to.startsWith('functions/local/') && /^functions\/(?!local\/|admin\/)/.test(from),
  );
  expect(told(reaching)).toEqual([]);
  for (const file of sources.filter((one) => one !== 'functions/local/metrics.ts')) {
    const source = await readFile(join(root, file), 'utf8');
    expect({ file, found: /prom-client/.test(source) }).toEqual({ file, found: false });
  }
});
