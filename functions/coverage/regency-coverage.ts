/** What a regency's reports are made from: its name and zone, the records of its sessions, its doors. */
import type { DoorStore } from '../doors/door-store.ts';
import type { Zone } from '../platform/base-schema.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { RegencyStore } from '../regencies/regency-store.ts';
import { regions } from '../regions/regions.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { Period, RegencyCoverage } from './coverage-schema.ts';
import type { CoverageStore } from './coverage-store.ts';
import { maySendScans, recordsIn } from './period-rules.ts';
import { regencyCoverage } from './regency-coverage-rules.ts';

export interface RegencyPorts {
  regencies: Pick<RegencyStore, 'get'>;
  coverage: Pick<CoverageStore, 'all'>;
  doors: Pick<DoorStore, 'all'>;
}

const atATime = 8;

/** The region's own name until it is registered; no session can be held before, so its zone decides nothing then. */
export const regencyNamed = async (
  regencies: RegencyPorts['regencies'],
  code: string,
): Promise<{ code: string; name: string; zone: Zone }> => {
  const registered = await regencies.get(code);
  const name = registered?.name ?? regions.nameOf(code);
  if (name === undefined) throw new Problem('REGENCY_UNKNOWN');
  return { code, name, zone: registered?.zone ?? 'WIB' };
};

/** The regency and the records of the sessions of a period, oldest first: two requests. REGENCY_UNKNOWN where no such region is. */
export const regencyRecords = async (
  { regencies, coverage }: Omit<RegencyPorts, 'doors'>,
  code: string,
  period: Period,
) => {
  const [records, regency] = await Promise.all([coverage.all(code), regencyNamed(regencies, code)]);
  return { regency, records: recordsIn(records, period, regency.zone) };
};

/** What doors said at their last contact that they hold. Of one that was cut off too: what it scanned before is still good. */
const unsentOf = async (
  doors: RegencyPorts['doors'],
  records: readonly CoverageRecord[],
  now: Date,
): Promise<RegencyCoverage['doors']> => {
  const asked = records.filter((record) => maySendScans(record, now));
  const found = await sideBySide(asked, atATime, async ({ session }) => {
    const unsent = (await doors.all(session)).map(({ contact }) => contact?.unsent ?? 0).filter((scans) => scans > 0);
    return { session, unsent: unsent.length, scans: unsent.reduce((sum, scans) => sum + scans, 0) };
  });
  const [most] = found.filter(({ scans }) => scans > 0).sort((a, b) => b.scans - a.scans);
  const sumOf = (of: 'unsent' | 'scans') => found.reduce((sum, one) => sum + one[of], 0);
  return { unsent: sumOf('unsent'), scans: sumOf('scans'), ...(most && { session: most.session }) };
};

/** The report of a regency over a period. One request more for each session that is open or was closed within a week. */
export const readRegencyCoverage = async (
  ports: RegencyPorts,
  code: string,
  period: Period,
  now: Date,
): Promise<RegencyCoverage> => {
  const { regency, records } = await regencyRecords(ports, code, period);
  const doors = await unsentOf(ports.doors, records, now);
  return regencyCoverage({ regency, period, records, doors, nameOf: regions.nameOf, now: now.toISOString() });
};
