/**
 * `npm run verify -- segel.zip... [--key <fingerprint>]... [--other-checker]`: checks a bundle, or all parts of one in their order. Exit code 0: valid; 1: not; 2: not asked
 * properly. `--key` demands that every head is signed with one of these; `--other-checker` takes the bundle of another version.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from './verify-bundle.ts';
import { reportOf } from './verify-report.ts';

const usage = 'npm run verify -- segel.zip... [--key <sidik jari kunci / key fingerprint>]... [--other-checker]\n';

const asked = () => {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string', multiple: true }, 'other-checker': { type: 'boolean' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('Which file?');
  // As a printed fingerprint is typed: in groups, in either case.
  const keys = values.key?.map((key) => key.replace(/[\s:]+/g, '').toLowerCase());
  return { zips: positionals.map((file) => readFileSync(file)), keys, anyChecker: values['other-checker'] };
};

const run = (): number => {
  let request: ReturnType<typeof asked>;
  try {
    request = asked();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n${usage}`);
    return 2;
  }
  const verdict = verifyBundle(request.zips, request);
  process.stdout.write(reportOf(verdict, { keysGiven: request.keys !== undefined }));
  return verdict.ok ? 0 : 1;
};

process.exitCode = run();
