/**
 * `npm run bench -- NAME [--json]`: the figures that the design stands on, measured on this machine. Not a timed
 * test: shared machines are noisy, so a figure is a median and a comparison is made within one run.
 */
import { parseArgs } from 'node:util';
import { benchUnits, unitsTable } from '../capacity/measure.ts';
import { benchCheckIn, checkInTable, fullCheckIn } from './check-in-bench.ts';
import { benchColdstart, coldstartTable, fullColdstart } from './coldstart-bench.ts';
import { benchCoverage, coverageTable, fullCoverage } from './coverage-bench.ts';
import { benchDecode, decodeTable, fullDecode } from './decode-bench.ts';
import { benchDoors, doorsTable, fullDoors, isSound, seedLine } from './doors-bench.ts';
import { benchImport, fullImport, importTable } from './import-bench.ts';
import { benchInvite, fullInvite, inviteTable } from './invite-bench.ts';
import { benchReport, fullReport, reportTable } from './report-bench.ts';
import { benchSeal, fullSeal, sealTable } from './seal-bench.ts';
import { benchSign, fullSign, signTable } from './sign-bench.ts';

const benches: Record<string, () => Promise<{ report: object; table: string; failed?: boolean }>> = {
  'check-in': async () => {
    const report = await benchCheckIn(fullCheckIn);
    return { report, table: checkInTable(report) };
  },
  coldstart: async () => {
    const measured = await benchColdstart(fullColdstart);
    return { report: measured.report, table: coldstartTable(measured) };
  },
  coverage: async () => {
    const report = await benchCoverage(fullCoverage);
    return { report, table: coverageTable(report) };
  },
  decode: async () => {
    const report = await benchDecode(fullDecode);
    return { report, table: decodeTable(report) };
  },
  import: async () => {
    const report = await benchImport(fullImport);
    return { report, table: importTable(report) };
  },
  doors: async () => {
    const { report, seeds } = await benchDoors(fullDoors, (seed) => process.stderr.write(seedLine(seed)));
    return { report, table: doorsTable(seeds), failed: !seeds.every(isSound) };
  },
  invite: async () => {
    const report = await benchInvite(fullInvite);
    return { report, table: inviteTable(report) };
  },
  sign: async () => {
    const report = await benchSign(fullSign);
    return { report, table: signTable(report) };
  },
  report: async () => {
    const report = await benchReport(fullReport);
    return { report, table: reportTable(report) };
  },
  seal: async () => {
    const report = await benchSeal(fullSeal);
    return { report, table: sealTable(report) };
  },
  units: async () => {
    const report = await benchUnits();
    return { report, table: unitsTable(report) };
  },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const bench = Object.hasOwn(benches, positionals[0] ?? '') ? benches[positionals[0] ?? ''] : undefined;
if (!bench) {
  process.stderr.write(`There is no such benchmark. Say one of: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}
const { report, table, failed } = await bench();
process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : table);
process.exit(failed ? 1 : 0);
