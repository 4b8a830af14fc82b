/** `npm run demo -- --once --json` as anybody runs it: its own process, the real server, the real sign-in, the five cases. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readCases } from './read-case.ts';
import { compare, type Report } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('plays the five cases to the figures that were counted from their files', { timeout: 240_000 }, async () => {
  const run = promisify(execFile);
  const { stdout } = await run('npx', ['tsx', 'test/demo/demo.ts', '--once', '--json'], {
    cwd: root,
    maxBuffer: 1 << 24,
  });
  const report = JSON.parse(stdout) as Report;
  const cases = await readCases();
  expect(report.regencies.map(({ code }) => code)).toEqual(cases.map(({ code }) => code));
  for (const [index, input] of cases.entries()) {
    const regency = report.regencies[index] as Report['regencies'][number];
    expect(regency.name).toBe(input.plan.regency.name);
    expect(regency.sessions[0]).toMatchObject({
      units: input.expected.units,
      people: input.expected.people,
      pledge: input.expected.pledge,
    });
    expect(compare(input, regency)).toEqual([]);
  }
});

test('a figure that differs is told, so that the demo ends with 1', async () => {
  const [input] = await readCases();
  if (!input) throw new Error('there are no cases');
  const session = { id: 'x', kind: 'RAKOR', title: 'x', ...structuredClone(input.expected) };
  const regency = { code: input.code, name: input.plan.regency.name, sessions: [session] };
  expect(compare(input, regency)).toEqual([]);
  session.units.missing += 1;
  session.classes.pop();
  const differences = compare(input, regency);
  expect(differences).toContain(
    `${input.code}: units.missing is ${session.units.missing}, expected ${input.expected.units.missing}`,
  );
  expect(differences.length).toBe(4);
});
