/** Coverage records as the product makes them, for rules that go over several sessions. */
import { cellsOf, type UnitState } from '../../functions/coverage/cell-rules.ts';
import type { CoverageRecord } from '../../functions/coverage/coverage-record.ts';
import type { CoverageStore } from '../../functions/coverage/coverage-store.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { lahat } from './fixtures.ts';

/** A unit in a session; nobody came for it, and it owes no pledge, unless told. */
export const aState = (unit: string, changes: Partial<UnitState> = {}): UnitState => ({
  unit,
  class: 'OPD',
  district: null,
  presence: 'MISSING',
  pledge: 'NOT_DUE',
  ...changes,
});

/** A session that was held and closed; its start names it. */
export const aRecord = (
  startsAt: string,
  units: readonly UnitState[],
  changes: Partial<CoverageRecord> = {},
): CoverageRecord => ({
  session: makeSessionId(lahat, startsAt),
  kind: 'RAKOR',
  title: 'Rapat koordinasi netralitas ASN',
  state: 'CLOSED',
  startsAt,
  asOf: startsAt,
  frozenAt: startsAt,
  closedAt: startsAt,
  phase: null,
  seal: null,
  checkedIn: 0,
  guests: 0,
  grouped: 0,
  byDelegateOnly: 0,
  symbolic: 0,
  added: 0,
  revoked: 0,
  late: 0,
  openConflicts: 0,
  cells: cellsOf(units),
  units: [...units],
  arrivals: { from: null, perMinute: [], lately: [] },
  ...changes,
});

/** Keeps a record as if it had just been computed, and as the state of a day where one is told. */
export const keepRecord = async (
  coverage: Pick<CoverageStore, 'replace'>,
  record: CoverageRecord,
  day: string | null = null,
): Promise<void> => {
  await coverage.replace(record.session, async () => ({ record, day }));
};
