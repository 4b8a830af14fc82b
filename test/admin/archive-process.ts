/** Writes an export that goes on until somebody ends it, or reads a file and says what it took: in a process of its own. */
import { readFileSync } from 'node:fs';
import { readArchive, writeArchive } from '../../functions/admin/archive.ts';

const [, , work = '', file = ''] = process.argv;

/**
 * The most memory that this process ever had, in MB. `maxRSS` on Linux begins with what the process had that started this one: it passes
 * through fork and exec; what /proc says begins anew.
 */
const mostMegabytes = (): number => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};

/** Page after page; a word at each, by which who started this knows that something of it is in the file. */
async function* pages() {
  for (let page = 0; ; page += 1) {
    process.stdout.write('page\n');
    yield [{ pk: { S: 'R#16.04' }, sk: { S: `U#${page}` }, name: { S: 'Siti Nurhaliza' } }];
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

if (work === 'write')
  await writeArchive(file, { items: 1, regencies: ['16.04'], at: new Date().toISOString() }, pages());
else {
  const code = await readArchive(file, () => {}).then(
    () => 'read',
    (error: { code: string }) => error.code,
  );
  process.stdout.write(JSON.stringify({ code, megabytes: mostMegabytes() }));
}
