/** What the READMEs tell an operator to type is there: commands, options, stacks, outputs, settings, files. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run as admin } from '../../functions/admin/admin-cli.ts';
import { usage } from '../../functions/admin/usage.ts';
import { idOf } from '../../infra/stages/stage.ts';
import { stages } from '../../infra/stages/stages.ts';
import { synthesize } from './synth.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = (path: string): string => readFileSync(root(path), 'utf8');
const runbooks = text('infra/README.md');
const both = `${text('README.md')}\n${runbooks}`;

const full = synthesize({ ...stages.prod, mailFrom: 'undangan@mail.lahatkab.example', requestsPerAddress: 50_000 });

/** Every line after `npm run admin -- `, as far as it is typed; a command that is only named says nothing of where and what. */
const adminLines = [...runbooks.matchAll(/npm run admin -- ([^`#\n]+ --[^`#\n]+)/g)].map(([, line = '']) =>
  line.trim(),
);

describe('npm run admin', () => {
  /** Speaks AWS's protocol and has nothing: a line that is understood comes as far as asking it, or as a file that is not there. */
  const nowhere = createServer((_, answer) => {
    answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    answer.end('{"__type":"ResourceNotFoundException"}');
  });
  let folder: string;
  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'nobody');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'nobody');
    folder = await mkdtemp(join(tmpdir(), 'hadir-runbooks-'));
    nowhere.listen(0, '127.0.0.1');
    await once(nowhere, 'listening');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    nowhere.close();
    await rm(folder, { recursive: true });
  });

  /** Files and folders are those of this test; AWS is nowhere. */
  const typed = (line: string): string[] => {
    const words = line.split(/ +/);
    const moved = words.map((word, at) =>
      /^--(data|to|with-keys|from|keys|export)$/.test(words[at - 1] ?? '') ? join(folder, word) : word,
    );
    const { port } = nowhere.address() as AddressInfo;
    return words.includes('--data') ? moved : [...moved, '--endpoint', `http://127.0.0.1:${port}`];
  };

  // The key in KMS is asked for without an endpoint of ours; its line is compared with the usage.
  test.each(adminLines.filter((line) => !line.startsWith('rotate-keys seal')))('%s', async (line) => {
    let told = '';
    const say = (message: string): void => {
      told += message;
    };
    expect([await admin(typed(line), { out: say, err: say }), told]).toEqual([
      1,
      expect.stringMatching(/There is no (such table or secret|\/\S+\.$)|no data of Hadir/m),
    ]);
  });

  test('takes each option that is told', () => {
    const options = adminLines.flatMap((line) => line.match(/--[a-z-]+/g) ?? []);
    expect(options.length).toBeGreaterThan(20);
    for (const option of options) expect(usage).toContain(option);
  });

  test('is told with every command that there is, and no other', () => {
    const [, told = ''] = /npm run admin -- (.+?)` +\|/.exec(both) ?? [];
    const commands = [...usage.matchAll(/^ {2}(export|import|erase|rotate-keys|[a-z]+)(?: |$)/gm)].map(
      ([, name]) => name,
    );
    expect(new Set(told.split('` / `'))).toEqual(new Set(commands));
  });
});

test('every stack that is named is one of the stage, and all that hold no data are taken down', () => {
  const named = [...both.matchAll(/(?<!alias\/)hadir-prod-([a-z]+)/g)].map(([, part]) => part);
  for (const part of named) expect(full.parts).toContain(part);
  const [, line = ''] = /npx cdk destroy -c stage=prod (.+)/.exec(runbooks) ?? [];
  const going = full.parts.filter((part) => !['data', 'keys', 'identity'].includes(part));
  expect(line.split(' ').sort()).toEqual(going.map((part) => idOf(stages.prod, part)).sort());
});

test.each(['PointDomainTo', 'UserPoolId', 'TableName', 'TokenKeysSecret'])('the output %s is there', (name) => {
  expect(runbooks).toContain(name);
  const outputs = full.parts.flatMap((part) => Object.keys(full.template(part).toJSON().Outputs ?? {}));
  expect(outputs).toContain(name);
});

test('so is that of every queue of failures, and no other', () => {
  const told = new Set([...runbooks.matchAll(/\b\w+FailuresUrl\b/g)].map(([name]) => name));
  const outputs = full.parts.flatMap((part) => Object.keys(full.template(part).toJSON().Outputs ?? {}));
  expect(told).toEqual(new Set(outputs.filter((name) => name.endsWith('FailuresUrl'))));
});

test('every call of the CDK names its stage, without which it is dev', () => {
  const calls = [...both.matchAll(/npx cdk [^`#\n]+/g)].map(([call]) => call);
  expect(calls.length).toBeGreaterThan(3);
  for (const call of calls) expect(call).toContain('-c stage=prod');
});

test('every file that infra/README.md leads to is there', () => {
  for (const [, path = ''] of runbooks.matchAll(/\]\(([^)#]+)\)/g))
    expect(existsSync(root(`infra/${path}`)), path).toBe(true);
});
