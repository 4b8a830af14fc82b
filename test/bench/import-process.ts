/** One import in a process of its own, so that its memory is nobody else's: bare batches, the import, bare batches again. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureTable, startEngine } from '../../functions/local/engine.ts';
import { tableName } from '../../functions/local/server.ts';
import { unitKey } from '../../functions/platform/keys.ts';
import { makeClient, makeTable } from '../../functions/platform/table.ts';
import { makeStores } from '../../functions/stores.ts';
import { as, startTestApi } from '../support/api.ts';
import { countRequests } from '../support/count-requests.ts';
import { lahat } from '../support/fixtures.ts';
import { planRoster } from '../support/import-roster.ts';
import { registerRegency } from '../support/scenario.ts';
import { fill } from './people.ts';

export interface ImportMeasured {
  planMs: number;
  partsMs: number[];
  bareMs: number[];
  cpuMs: number;
  bareCpuMs: number;
  peakMb: number;
  writeUnits: number;
}

const rows = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'hadir-import-'));
const path = join(folder, 'roster.xlsx');
// Another process writes the file: its memory would be the highest that this one ever had.
const writer = fileURLToPath(new URL('./import-file-process.ts', import.meta.url));
execFileSync(process.execPath, [...process.execArgv, writer, String(rows), path]);
const file = readFileSync(path);

const engine = await startEngine(join(folder, 'engine'));
const client = makeClient({ ...engine, region: 'ap-southeast-3' });
await ensureTable(client, tableName);
const requests = countRequests(client);
const stores = makeStores(makeTable(client, tableName));
const api = await startTestApi({ wrap: () => ({ stores }) });
const send = (method: string, address: string, body?: unknown, headers?: Record<string, string>) =>
  api.call(as('organizer', lahat), method, address, body, headers);

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const measured = async <T>(work: () => Promise<T>): Promise<{ answer: T; ms: number; cpuMs: number }> => {
  const [start, spent] = [performance.now(), cpu()];
  const answer = await work();
  return { answer, ms: performance.now() - start, cpuMs: cpu() - spent };
};

/** The file on the same engine, to a regency that holds nothing. */
const importAll = async () => {
  await registerRegency(api, lahat);
  requests.reset();
  const planned = await measured(() => planRoster(send, lahat, file));
  const { id, parts, counts } = planned.answer.body;
  if (counts?.new !== rows) throw new Error(`the plan was answered ${JSON.stringify(planned.answer.body)}`);
  const partsMs: number[] = [];
  let cpuMs = planned.cpuMs;
  for (let part = 0; part < parts; part += 1) {
    const written = await measured(() => send('POST', `/api/regencies/${lahat}/imports/${id}/parts/${part}/write`));
    if (written.answer.body.skipped !== 0) throw new Error(`part ${part}: ${JSON.stringify(written.answer.body)}`);
    partsMs.push(written.ms);
    cpuMs += written.cpuMs;
  }
  return { planMs: planned.ms, partsMs, cpuMs, writeUnits: requests.units.write, peakMb: peak / 1024 ** 2 };
};

const imported = await importAll();
clearInterval(watch);
const units = await stores.units.all(lahat, { consistent: true });
if (units.length !== rows) throw new Error(`the register holds ${units.length} units`);

/** The same items under another regency, so that none overwrites another. */
const bare = async (regency: string) => {
  const items = units.map((unit) => ({ ...unitKey(regency, unit.id), ...unit }));
  return measured(() => fill(client, tableName, items));
};
const batches = [await bare('16.05'), await bare('16.06')];

const report: ImportMeasured = {
  ...imported,
  bareMs: batches.map(({ ms }) => ms),
  bareCpuMs: batches.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / batches.length,
};
process.send?.(report);
await engine.stop();
client.destroy();
await api.stop();
rmSync(folder, { recursive: true, force: true });
process.disconnect();
