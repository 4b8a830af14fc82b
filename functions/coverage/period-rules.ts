/** Which sessions a report goes over. */
import type { Zone } from '../platform/base-schema.ts';
import { dayIn } from '../platform/time.ts';
import type { CoverageRecord } from './coverage-record.ts';
import type { Period } from './coverage-schema.ts';

/** Only sessions whose roster was frozen count: a plan is not a record. Oldest first. */
export const heldRecords = (records: readonly CoverageRecord[]): CoverageRecord[] =>
  records
    .filter((record) => record.frozenAt !== null)
    .sort((a, b) => (a.startsAt < b.startsAt || (a.startsAt === b.startsAt && a.session < b.session) ? -1 : 1));

/** Those of a period, its days being the regency's; a session without a phase is in none. Oldest first. */
export const recordsIn = (records: readonly CoverageRecord[], { from, to, phase }: Period, zone: Zone) =>
  heldRecords(records).filter((record) => {
    const day = dayIn(zone, record.startsAt);
    return (
      (from === undefined || from <= day) &&
      (to === undefined || day <= to) &&
      (phase === undefined || record.phase === phase)
    );
  });

/** When the youngest data was read; `now` where there is none. */
export const latestAsOf = (records: readonly Pick<CoverageRecord, 'asOf'>[], now: string): string =>
  records
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1) ?? now;

const dayMs = 86_400_000;
/** As long as a door keeps its list after a closing. */
const scansComeForDays = 7;

/** Whether a door of the session may still hold scans that count. */
export const maySendScans = ({ state, closedAt }: Pick<CoverageRecord, 'state' | 'closedAt'>, now: Date): boolean =>
  state === 'OPEN' ||
  (state === 'CLOSED' && closedAt !== null && now.getTime() - Date.parse(closedAt) < scansComeForDays * dayMs);
