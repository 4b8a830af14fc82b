/** The stores of attendees, of readings and of signing: all that their Lambda carries. Wiring, as stores.ts is. */
import { type DoorStore, makeDoorStore } from './doors/door-store.ts';
import { type AnswerStore, makeAnswerStore } from './invitations/answer-store.ts';
import { type InvitationStore, makeInvitationStore } from './invitations/invitation-store.ts';
import type { Table } from './platform/table.ts';
import { makePledgeStore, type PledgeStore } from './pledges/pledge-store.ts';
import { makeRegencyStore, type RegencyStore } from './regencies/regency-store.ts';
import { makeSessionStore, type SessionStore } from './sessions/session-store.ts';

export interface AttendeeStores {
  regencies: RegencyStore;
  sessions: SessionStore;
  invitations: InvitationStore;
  answers: AnswerStore;
  pledges: PledgeStore;
  /** A door may ask for the venue's codes, which its screen shows. */
  doors: DoorStore;
}

export const makeAttendeeStores = (table: Table): AttendeeStores => ({
  regencies: makeRegencyStore(table),
  sessions: makeSessionStore(table),
  invitations: makeInvitationStore(table),
  answers: makeAnswerStore(table),
  pledges: makePledgeStore(table),
  doors: makeDoorStore(table),
});
