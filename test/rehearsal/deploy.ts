/** `cdk bootstrap`, `cdk deploy` and `cdk destroy` as an operator types them, against the emulator. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { account, type Emulator, region } from './emulator.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Hangs when the emulator waits for a resource that it cannot make. */
const mostMs = 5 * 60_000;

export interface Deployed {
  /** By stack, whether CloudFormation changed anything. */
  changed: Record<string, boolean>;
  /** By stack, what it put out. */
  outputs: Record<string, Record<string, string>>;
}

/** The ARN of the key that seals are signed with. */
export const sealKeyOf = ({ outputs }: Deployed): string =>
  Object.entries(outputs['hadir-rehearsal-keys'] ?? {}).find(([name]) => name.startsWith('SealCurrentKey'))?.[1] ?? '';

export interface Operator {
  bootstrap: () => Promise<void>;
  /** All stacks; `values` are given as `-c name=value`. */
  deploy: (values?: Record<string, string>) => Promise<Deployed>;
  destroy: (stacks: readonly string[]) => Promise<void>;
}

/** Answers what it printed; throws with its last lines when it fails, and when the rehearsal is interrupted, with which it ends. */
const cdk = (emulator: Emulator, interrupted: AbortSignal, words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const cli = [join(root, 'node_modules/aws-cdk/bin/cdk'), ...words, '--ci', '--no-color'];
    const child = spawn(process.execPath, cli, {
      cwd: root,
      env: { ...emulator.environment, CDK_DISABLE_VERSION_CHECK: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: mostMs,
      signal: interrupted,
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`cdk ${words[0]} ended with ${code}:\n${printed.split('\n').slice(-40).join('\n')}`));
    });
  });

/** The stage's own assembly: another rehearsal's or a person's `cdk.out` stays as it is. */
export const makeOperator = (emulator: Emulator, cache: string, interrupted: AbortSignal): Operator => {
  const stage = ['-c', 'stage=rehearsal', '-c', `emulator=${emulator.endpoint}`, '--output', join(cache, 'cdk.out')];
  const outputsFile = join(cache, 'outputs.json');
  return {
    bootstrap: async () => {
      await cdk(emulator, interrupted, ['bootstrap', `aws://${account}/${region}`, ...stage]);
    },
    deploy: async (values = {}) => {
      const given = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const confirmed = ['--all', '--require-approval', 'never', '--concurrency', '4', '--progress', 'events'];
      const written = ['--outputs-file', outputsFile];
      const printed = await cdk(emulator, interrupted, ['deploy', ...confirmed, ...written, ...stage, ...given]);
      const done = [...printed.matchAll(/✅ +(\S+)( \(no changes\))?/g)];
      return {
        changed: Object.fromEntries(done.map(([, stack = '', unchanged]) => [stack, unchanged === undefined])),
        outputs: JSON.parse(await readFile(outputsFile, 'utf8')),
      };
    },
    destroy: async (stacks) => {
      // As it was deployed last: a synthesis more would only take its time.
      await cdk(emulator, interrupted, ['destroy', '--force', ...stacks, '--app', join(cache, 'cdk.out')]);
    },
  };
};
