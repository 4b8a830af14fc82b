/** Draws the attendance sheet of so many, in a process of its own, and tells the parent what it took. */
import { performance } from 'node:perf_hooks';
import { attendanceOf } from '../../functions/documents/attendance.ts';
import { attendanceRows } from '../../functions/documents/attendance-rows.ts';
import { attendancePartsOf, attendanceRowsInPart } from '../../functions/documents/parts.ts';
import { attended } from '../documents/attendance-fixtures.ts';

export interface DocumentMeasured {
  seconds: number;
  peakMb: number;
  bytes: number;
}

const count = Number(process.argv[2]);
const source = attended(count);
const started = performance.now();
const all = attendanceRows(source, { who: 'all' });
const parts = attendancePartsOf('pdf', all.length);
let bytes = 0;
for (let part = 1; part <= parts; part += 1) {
  const rows = all.slice((part - 1) * attendanceRowsInPart.pdf, part * attendanceRowsInPart.pdf);
  const { session, regency } = source;
  const at = new Date('2024-06-28T02:00:00Z');
  const shown = { regency, session, rows, all, blank: false, only: undefined, part, parts, signerNip: null };
  bytes += (await attendanceOf({ ...shown, head: undefined, at })).byteLength;
}
const seconds = (performance.now() - started) / 1000;
const measured: DocumentMeasured = { seconds, peakMb: process.resourceUsage().maxRSS / 1024, bytes };
process.send?.(measured);
