/** A Python of its own for the emulator: found on this machine, with pinned packages in a virtual environment under .cache. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** MiniStack, and what its KMS makes keys with. */
const packages = ['ministack==1.5.33', 'cryptography==50.0.2'];
const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const isNewEnough = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

/** What this machine lacks for a rehearsal; not a failure of the product. */
export class NotAvailable extends Error {}

const works = (name: string): Promise<boolean> =>
  run(name, ['-c', isNewEnough]).then(
    () => true,
    () => false,
  );

const findPython = async (): Promise<string> => {
  for (const name of names) if (await works(name)) return name;
  throw new NotAvailable(
    'there is no Python >= 3.10 with venv; install one, such as `apt install python3 python3-venv`',
  );
};

const install = async (folder: string, marker: string): Promise<void> => {
  const python = await findPython();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await run(python, ['-m', 'venv', folder]);
  try {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
    await run(join(folder, 'bin/python'), pip, { timeout: 240_000, maxBuffer: 1 << 24 });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const why = stderr?.trim().split('\n').at(-1) ?? '';
    throw new NotAvailable(`pip could not install ${packages.join(' and ')}: ${why}`);
  }
  await writeFile(marker, packages.join('\n'));
};

/** The folder of the programs of a virtual environment that has the emulator; made the first time. */
export const preparePython = async (cache: string): Promise<string> => {
  const folder = join(cache, 'python');
  const marker = join(folder, 'installed.txt');
  const installed = await readFile(marker, 'utf8').catch(() => '');
  const bin = join(folder, 'bin');
  if (installed !== packages.join('\n') || !(await works(join(bin, 'python')))) await install(folder, marker);
  return bin;
};
