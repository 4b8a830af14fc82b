/** `npm run demo -- --once --json` as anybody runs it: its own process, the real server, the real sign-in, the five cases. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../functions/seals/bundle.ts';
import type { Leaf } from '../../functions/seals/leaf-schema.ts';
import type { CheckedSeal } from './check-seal.ts';
import { type Case, readCases } from './read-case.ts';
import { compare, type Report, type ReportedRegency } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const leavesOf = (bundle: Uint8Array): Leaf[] =>
  new TextDecoder()
    .decode(openBundle(bundle).get('daun.jsonl'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const run = promisify(execFile);
/** Stays after the run: .ci/run hands them to Python once more. */
const bundles = join(root, '.cache/bundles');
const hasPython = spawnSync('python3', ['--version']).status === 0;
let report: Report;
let cases: Case[];

beforeAll(async () => {
  await rm(bundles, { recursive: true, force: true });
  cases = await readCases();
  const { stdout } = await run('npx', ['tsx', 'test/demo/demo.ts', '--once', '--json', '--bundles', bundles], {
    cwd: root,
    maxBuffer: 1 << 24,
  });
  report = JSON.parse(stdout);
}, 400_000);

const reported = (code: string) => report.regencies.find((regency) => regency.code === code) as ReportedRegency;
const sealOf = (code: string): CheckedSeal => reported(code).sessions[0]?.seal as CheckedSeal;

test('plays the five cases to the figures that were counted from their files', () => {
  expect(report.regencies.map(({ code }) => code)).toEqual(cases.map(({ code }) => code));
  for (const input of cases) {
    const regency = reported(input.code);
    expect(regency.name).toBe(input.plan.regency.name);
    expect(regency.sessions[0]).toMatchObject({
      units: input.expected.units,
      people: input.expected.people,
      pledge: input.expected.pledge,
    });
    expect(compare(input, regency)).toEqual([]);
  }
});

test('each case is sealed with as many records as were counted from its files, and its bundle holds', () => {
  for (const { code, expected } of cases) {
    const { records, size, root: rootHash, heads, python } = sealOf(code);
    expect(records).toEqual(expected.sealed);
    expect(size).toBe(Object.values(expected.sealed).reduce((sum, count) => sum + count, 0));
    expect(rootHash).toMatch(/^[0-9a-f]{64}$/);
    expect(python).toBe(hasPython ? true : null);
    expect(heads).toBeGreaterThanOrEqual(1);
  }
  // What was signed days later came under another head.
  for (const { code, events } of cases) if (events.late.length) expect(sealOf(code).heads).toBeGreaterThan(1);
});

const ofKind = <K extends Leaf['kind']>(leaves: readonly Leaf[], kind: K) =>
  leaves.filter((leaf): leaf is Extract<Leaf, { kind: K }> => leaf.kind === kind);
const sealedLeaves = async (code: string) => leavesOf(await readFile(join(bundles, `${code}.zip`)));

test('a symbolic pakta is sealed as what it was: two signed for all, three saw it, and no office has pledged', async () => {
  expect(reported('18').sessions[0]?.pledge).toMatchObject({ due: 61, signed: 0, notYet: 61 });
  const signed = ofKind(await sealedLeaves('18'), 'signature').map(({ as }) => as);
  expect(signed.sort()).toEqual(['symbolic', 'symbolic', 'witness', 'witness', 'witness']);
});

test('the bundle tells when it was read and before whom, and in which order they signed after it', async () => {
  const { events } = cases.find(({ code }) => code === '35.28') as Case;
  const leaves = await sealedLeaves('35.28');
  const [reading] = ofKind(leaves, 'reading');
  // The buttons were pressed at the case's times; how long the call took comes on top.
  const passed = Date.parse(reading?.startedAt ?? '') - Date.parse(events.reading?.at ?? '');
  expect(passed).toBeGreaterThanOrEqual(0);
  expect(passed).toBeLessThan(60_000);
  expect(reading?.witnesses).toHaveLength(2);
  const signed = ofKind(leaves, 'signature').sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { at } of signed) expect(at >= (reading?.startedAt ?? '')).toBe(true);
  // Guests are not named by a leaf.
  const offices = new Map(ofKind(leaves, 'office').map(({ invitation, name }) => [invitation, name?.toUpperCase()]));
  const expected = [...events.signatures, ...events.late].map(({ unit }) => unit?.toUpperCase());
  expect(signed.map(({ invitation }) => offices.get(invitation))).toEqual(expected);
});

test.skipIf(!hasPython)('Python refuses a bundle of which one digit was changed', async () => {
  const bundle = await readFile(join(bundles, '18.13.zip'));
  const files = openBundle(bundle);
  const folder = await mkdtemp(join(tmpdir(), 'hadir-bundle-'));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const checker = join(root, 'functions/seals/verify.py');
  await run('python3', [checker, folder]);
  const leaves = await readFile(join(folder, 'daun.jsonl'), 'utf8');
  await writeFile(
    join(folder, 'daun.jsonl'),
    leaves.replace(/"units":(\d)/, (_, digit) => `"units":${(Number(digit) % 9) + 1}`),
  );
  await expect(run('python3', [checker, folder])).rejects.toMatchObject({ code: 1 });
  await rm(folder, { recursive: true });
});

test('a figure that differs is told, so that the demo ends with 1', async () => {
  const [input] = await readCases();
  if (!input) throw new Error('there are no cases');
  const { sealed, ...figures } = structuredClone(input.expected);
  const seal = { root: '', size: 0, heads: 1, opened: 0, python: null, records: { ...sealed } };
  const session = { id: 'x', kind: 'RAKOR', title: 'x', ...figures, seal };
  const regency = { code: input.code, name: input.plan.regency.name, sessions: [session] };
  expect(compare(input, regency)).toEqual([]);
  session.units.missing += 1;
  session.classes.pop();
  const differences = compare(input, regency);
  expect(differences).toContain(
    `${input.code}: units.missing is ${session.units.missing}, expected ${input.expected.units.missing}`,
  );
  expect(differences.length).toBe(4);
  delete seal.records['check-in'];
  expect(compare(input, regency)).toContain(
    `${input.code}: sealed.check-in is absent, expected ${input.expected.sealed['check-in']}`,
  );
});
