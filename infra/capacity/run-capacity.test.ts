/** The command as it is typed. */
import { describe, expect, test } from 'vitest';
import { quotas } from './quotas.ts';
import { runCapacity } from './run-capacity.ts';

const run = (line: string) => runCapacity(line.split(' ').filter(Boolean));
const nation = '--regencies 508 --invited 470 --minutes 20';

describe('npm run capacity', () => {
  test('tells people what to ask for under the names of the console', () => {
    const { out, code } = run(nation);
    expect(code).toBe(0);
    expect(out).toMatch(/Amazon API Gateway: Throttle rate\s+2,5\d\d\s+2,500\s+EXCEEDED/);
    expect(out).toContain('"Throttle rate" (L-8A5B8E43): ask for 3,200 requests/s');
    expect(out).toMatch(/requestsPerSecond: 3200, burst: 1600, warmThroughput: { reads: 2\d{4}, writes: 4000 }/);
    expect(out).toContain('us-east-1 times 1.14');
    expect(out).toContain('Prices put together on 2026-11-22 from lists of 2019 and later');
    const limits = /^Limits from general knowledge, .*$/m
      .exec(out)?.[0]
      .split(': ')[1]
      ?.split(/; |\.$/);
    expect(limits).toContain('Concurrent executions');
    expect(limits).not.toContain('Throttle rate');
    for (const { name } of Object.values(quotas)) expect(out).toContain(name);
  });

  test('tells machines everything in one object', () => {
    const { out } = run(`${nation} --live-hold-seconds 0 --json`);
    const told = JSON.parse(out);
    expect(told.morning).toMatchObject({ regencies: 508, liveHoldSeconds: 0, sessionsAMonth: 1 });
    expect(told.phases.doors.requests.peak).toBeGreaterThan(3000);
    expect(out.trimEnd()).not.toContain('\n');
    // No infinity or NaN, which JSON makes null of.
    expect(out).not.toContain('null');
  });

  test('a small session exceeds nothing', () => {
    expect(run('--regencies 1 --invited 470 --minutes 20').out).toContain('Nothing has to be asked for.');
  });

  test('a blank value is no zero', () => {
    expect(runCapacity(['--regencies', ' ', ...nation.split(' ').slice(2)])).toMatchObject({ out: '', code: 2 });
  });

  test.each([
    ['', 'Say which morning'],
    ['--regencies 508', 'Say which morning'],
    [`${nation} --come nine`, '--come must be a share from 0 to 1.'],
    [`${nation} --minutes=`, '--minutes must be a number from 1 to 1440.'],
    [`${nation} --halls 3`, "Unknown option '--halls'"],
    [`${nation} --json=yes`, '--json'],
  ])('"%s" is answered with a sentence', (line, sentence) => {
    const { out, error, code } = run(line);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(error).toContain(sentence);
  });
});
