/** What a door's device calls: pairing, contact, the list that it decides by, the photos of letters. */

import { doorListEntry } from '../check-in/door-list.ts';
import { makeSessionGates } from '../check-in/session-gate.ts';
import type { HotDeps } from '../deps.ts';
import type { DoorCaller } from '../platform/caller.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { contactDoor, getDoorList, pairDoor, putLetter } from './device-endpoints.ts';
import { clockOffset, doorState, doorStates, isJpeg, isListOver, showDoorSession } from './door-rules.ts';
import type { Door, DoorSession } from './door-schema.ts';
import { readPairingCode } from './pairing-code.ts';
import { type DoorVerification, secretHash } from './verify-door.ts';

/**
 * How far a delta reaches back behind the moment it is asked from. A write bears the time at which its request came, and may
 * reach the table up to 29 seconds later, when the longest Lambda ends.
 */
export const overlapSeconds = 30;

const whyNotPaired = (door: Door | undefined, now: Date): Problem => {
  if (!door) return new Problem('PAIRING_CODE_INVALID');
  const state = doorState(door, now);
  if (state === 'CUT_OFF') return new Problem('DOOR_CUT_OFF');
  return new Problem(state === 'EXPIRED' ? 'PAIRING_CODE_EXPIRED' : 'PAIRING_CODE_USED');
};

/** The door of a route that doors alone may call. */
const asDoor = (door: DoorCaller | undefined): DoorCaller => {
  if (!door) throw new Problem('DOOR_CREDENTIAL_INVALID');
  return door;
};

export const deviceRoutes = (deps: HotDeps, { forget }: Pick<DoorVerification, 'forget'>): Route[] => {
  const { stores, tokenKeys, now: clock } = deps;
  // Each door asks for what is new every few seconds: while the session is open it is read once for all of them.
  const gateOf = makeSessionGates((id) => stores.sessions.get(id, { consistent: true }), clock);

  const sessionForDoor = async (id: string): Promise<DoorSession> => {
    const session = await findSession(stores.sessions, id);
    const regency = await stores.regencies.get(session.regency);
    return showDoorSession(session, regency?.name ?? session.regency);
  };

  return [
    route(pairDoor, async ({ body }, { now }) => {
      const code = readPairingCode(tokenKeys, body.code);
      if (!code) throw new Problem('PAIRING_CODE_INVALID');
      const session = await sessionForDoor(code.session);
      // Who was there is for those who still receive people: a finished session's list is given to no new device.
      if (!doorStates.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const device = { secretHash: secretHash(body.secret), publicKey: body.publicKey };
      const paired = await stores.doors.pair(code.session, code.door, device, now.toISOString());
      if (!paired) throw whyNotPaired(await stores.doors.get(code.session, code.door), now);
      const door = { id: paired.id, name: paired.name };
      return { status: 200, body: { door, session, receivedAt: now.toISOString() } };
    }),

    route(contactDoor, async ({ params, body }, { now, door }) => {
      const { id } = asDoor(door);
      const { sentAt, ...reported } = body;
      const contact = {
        ...reported,
        at: now.toISOString(),
        clockOffsetMs: clockOffset(body.clockOffsetMs, sentAt, now),
      };
      // The one call that always learns of a cut-off, also when this process still remembers the door.
      if (!(await stores.doors.contact(params.session, id, contact))) {
        forget(params.session, id);
        throw new Problem('DOOR_CUT_OFF');
      }
      const session = await sessionForDoor(params.session);
      return {
        status: 200,
        body: { receivedAt: now.toISOString(), answeredAt: clock().toISOString(), session },
      };
    }),

    route(getDoorList, async ({ params, query }, { now }) => {
      const gate = await gateOf(params.session);
      if (!gate) throw new Problem('SESSION_UNKNOWN');
      if (isListOver(gate, now)) throw new Problem('SESSION_WRONG_STATE', { state: gate.state });
      const { since, limit, cursor } = query;
      const page =
        since === undefined
          ? await stores.invitations.page(params.session, { limit, cursor })
          : await stores.invitations.changedSince(
              params.session,
              new Date(Date.parse(since) - overlapSeconds * 1000).toISOString(),
              { limit, cursor },
            );
      const items = page.items.map((invitation) => doorListEntry(tokenKeys, invitation, gate.waves));
      // The moment before the reading: what is written during it comes again with the next delta.
      return { status: 200, body: { items, next: page.next, asOf: now.toISOString() } };
    }),

    route(putLetter, async ({ params, body }, { now }) => {
      if (!isJpeg(body)) throw new Problem('LETTER_UNREADABLE');
      await findSession(stores.sessions, params.session);
      const kept = await stores.doors.putLetter(params.session, params.nonce, body, now.toISOString());
      return { status: 200, body: { kept } };
    }),
  ];
};
