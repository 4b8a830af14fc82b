/** The stores, made from one table. Wiring: the only place beside the tests that imports every store. */
import { type ActivityReportStore, makeActivityReportStore } from './activity-reports/activity-report-store.ts';
import { type CheckInStore, makeCheckInStore } from './check-in/check-in-store.ts';
import { type ConflictStore, makeConflictStore } from './conflicts/conflict-store.ts';
import { type CoverageStore, makeCoverageStore } from './coverage/coverage-store.ts';
import { makeTotalsStore, type TotalsStore } from './coverage/totals-store.ts';
import { type DoorStore, makeDoorStore } from './doors/door-store.ts';
import { type FollowUpStore, makeFollowUpStore } from './follow-ups/follow-up-store.ts';
import { type ImportStore, makeImportStore } from './imports/import-store.ts';
import { type AnswerStore, makeAnswerStore } from './invitations/answer-store.ts';
import { type InvitationStore, makeInvitationStore } from './invitations/invitation-store.ts';
import { makeRosterRuleStore, type RosterRuleStore } from './invitations/roster-rule-store.ts';
import { type MailStore, makeMailStore } from './messages/mail-store.ts';
import { makeNilStatementStore, type NilStatementStore } from './nil-statements/nil-statement-store.ts';
import type { Table } from './platform/table.ts';
import { makePledgeStore, type PledgeStore } from './pledges/pledge-store.ts';
import { makeRegencyStore, type RegencyStore } from './regencies/regency-store.ts';
import { makeUnitStore, type UnitStore } from './roster/unit-store.ts';
import { type ErasureStore, makeErasureStore } from './seals/erasure-store.ts';
import { makeSealStore, type SealStore } from './seals/seal-store.ts';
import { makeSessionStore, type SessionStore } from './sessions/session-store.ts';

export interface Stores {
  regencies: RegencyStore;
  units: UnitStore;
  imports: ImportStore;
  sessions: SessionStore;
  invitations: InvitationStore;
  rosterRules: RosterRuleStore;
  mails: MailStore;
  answers: AnswerStore;
  checkIns: CheckInStore;
  conflicts: ConflictStore;
  doors: DoorStore;
  pledges: PledgeStore;
  coverage: CoverageStore;
  totals: TotalsStore;
  seals: SealStore;
  erasures: ErasureStore;
  followUps: FollowUpStore;
  nilStatements: NilStatementStore;
  activityReports: ActivityReportStore;
}

export const makeStores = (table: Table): Stores => ({
  regencies: makeRegencyStore(table),
  units: makeUnitStore(table),
  imports: makeImportStore(table),
  sessions: makeSessionStore(table),
  invitations: makeInvitationStore(table),
  rosterRules: makeRosterRuleStore(table),
  mails: makeMailStore(table),
  answers: makeAnswerStore(table),
  checkIns: makeCheckInStore(table),
  conflicts: makeConflictStore(table),
  doors: makeDoorStore(table),
  pledges: makePledgeStore(table),
  coverage: makeCoverageStore(table),
  totals: makeTotalsStore(table),
  seals: makeSealStore(table),
  erasures: makeErasureStore(table),
  followUps: makeFollowUpStore(table),
  nilStatements: makeNilStatementStore(table),
  activityReports: makeActivityReportStore(table),
});
