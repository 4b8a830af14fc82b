/** The stores that admit people: all that the doors' Lambda carries. Wiring, as stores.ts is. */
import { type CheckInStore, makeCheckInStore } from './check-in/check-in-store.ts';
import { type ConflictStore, makeConflictStore } from './conflicts/conflict-store.ts';
import { type DoorStore, makeDoorStore } from './doors/door-store.ts';
import { type InvitationStore, makeInvitationStore } from './invitations/invitation-store.ts';
import type { Table } from './platform/table.ts';
import { makeRegencyStore, type RegencyStore } from './regencies/regency-store.ts';
import { makeSessionStore, type SessionStore } from './sessions/session-store.ts';

export interface HotStores {
  regencies: RegencyStore;
  sessions: SessionStore;
  invitations: InvitationStore;
  checkIns: CheckInStore;
  conflicts: ConflictStore;
  doors: DoorStore;
}

export const makeHotStores = (table: Table): HotStores => ({
  regencies: makeRegencyStore(table),
  sessions: makeSessionStore(table),
  invitations: makeInvitationStore(table),
  checkIns: makeCheckInStore(table),
  conflicts: makeConflictStore(table),
  doors: makeDoorStore(table),
});
