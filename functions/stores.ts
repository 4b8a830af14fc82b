/** The stores, made from one table. Wiring: the only place beside the tests that imports every store, with the two smaller sets. */
import { type ActivityReportStore, makeActivityReportStore } from './activity-reports/activity-report-store.ts';
import { type AttendeeStores, makeAttendeeStores } from './attendee-stores.ts';
import { type CoverageStore, makeCoverageStore } from './coverage/coverage-store.ts';
import { makeTotalsStore, type TotalsStore } from './coverage/totals-store.ts';
import { type FollowUpStore, makeFollowUpStore } from './follow-ups/follow-up-store.ts';
import { type HotStores, makeHotStores } from './hot-stores.ts';
import { type ImportStore, makeImportStore } from './imports/import-store.ts';
import { makeRosterRuleStore, type RosterRuleStore } from './invitations/roster-rule-store.ts';
import { type MailStore, makeMailStore } from './messages/mail-store.ts';
import { makeNilStatementStore, type NilStatementStore } from './nil-statements/nil-statement-store.ts';
import type { Table } from './platform/table.ts';
import { makeUnitStore, type UnitStore } from './roster/unit-store.ts';
import { type ErasureStore, makeErasureStore } from './seals/erasure-store.ts';
import { makeSealStore, type SealStore } from './seals/seal-store.ts';

export interface Stores extends HotStores, AttendeeStores {
  units: UnitStore;
  imports: ImportStore;
  rosterRules: RosterRuleStore;
  mails: MailStore;
  coverage: CoverageStore;
  totals: TotalsStore;
  seals: SealStore;
  erasures: ErasureStore;
  followUps: FollowUpStore;
  nilStatements: NilStatementStore;
  activityReports: ActivityReportStore;
}

export const makeStores = (table: Table): Stores => ({
  ...makeAttendeeStores(table),
  ...makeHotStores(table),
  units: makeUnitStore(table),
  imports: makeImportStore(table),
  rosterRules: makeRosterRuleStore(table),
  mails: makeMailStore(table),
  coverage: makeCoverageStore(table),
  totals: makeTotalsStore(table),
  seals: makeSealStore(table),
  erasures: makeErasureStore(table),
  followUps: makeFollowUpStore(table),
  nilStatements: makeNilStatementStore(table),
  activityReports: makeActivityReportStore(table),
});
