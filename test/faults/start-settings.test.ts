/** `npm start` with a setting that cannot be meant: it says which one, and starts nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const start = fileURLToPath(new URL('../../functions/local/start.ts', import.meta.url));

test.each([
  ['a port that is no number', [], { PORT: 'abc' }, 'at PORT'],
  ['a sender that is no address', [], { HADIR_MAIL_FROM: 'hadir' }, 'at HADIR_MAIL_FROM'],
  ['an argument that it does not know', ['--dta', 'x'], {}, '--dta'],
])('%s', (_, words, environment, named) => {
  const data = join(tmpdir(), `hadir-never-${process.pid}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', start, ...words], {
    env: { ...process.env, HADIR_DATA: data, PORT: '0', ...environment },
    encoding: 'utf8',
    timeout: 25_000,
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Hadir tidak dinyalakan; perbaiki dulu: \/ Hadir was not started; first mend:$/m);
  expect(stderr).toContain(named);
  expect(stderr).not.toContain(start);
  expect(existsSync(data)).toBe(false);
});
