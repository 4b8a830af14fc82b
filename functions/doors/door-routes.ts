/** Doors as staff see them: making one, its pairing code, cutting it off, taking in what it could not send. */
import { makeAdmission } from '../check-in/admission.ts';
import type { Deps } from '../deps.ts';
import { qrSvg } from '../invitations/qr.ts';
import type { Caller } from '../platform/caller.ts';
import { makeDoorId } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { createDoor, cutOffDoor, getLetter, listDoors, pairingQr, uploadDoorFile } from './door-endpoints.ts';
import { doorOfFile, leftBy, lettersOf, verifyDoorFile } from './door-file.ts';
import { doorState, doorStates, pairingHours, showDoor } from './door-rules.ts';
import type { Door } from './door-schema.ts';
import { makePairingCode, pairingLink } from './pairing-code.ts';
import type { DoorVerification } from './verify-door.ts';

const known = (door: Door | undefined): Door => {
  if (!door) throw new Problem('DOOR_UNKNOWN');
  return door;
};

const later = (now: Date, hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();

export const doorRoutes = (deps: Deps, { forget }: Pick<DoorVerification, 'forget'>): Route[] => {
  const { stores, tokenKeys, origin } = deps;
  const admission = makeAdmission(deps);
  const linkOf = ({ session, id }: Door): string =>
    pairingLink(origin, makePairingCode(tokenKeys, { session, door: id }));
  /** The link makes a device a door, so it is for those only who may make doors. */
  const show = (door: Door, now: Date, caller?: Caller) =>
    showDoor(door, now, caller?.role === 'organizer' || caller?.role === 'operator' ? linkOf(door) : undefined);

  /** The door whose device signed this file, with what the file holds. */
  const openFile = async (session: string, bytes: Uint8Array) => {
    const file = new TextDecoder().decode(bytes);
    const said = doorOfFile(file);
    const door = said?.session === session ? await stores.doors.get(session, said.door) : undefined;
    const content = door && (await verifyDoorFile(file, door));
    if (!content) throw new Problem('DOOR_FILE_INVALID');
    return { door, content };
  };

  return [
    route(createDoor, async ({ params, body }, { now, caller, idempotencyKey }) => {
      const session = await findSession(stores.sessions, params.session);
      if (!doorStates.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const { result, door } = await stores.doors.create({
        id: makeDoorId(session.id, idempotencyKey),
        session: session.id,
        name: body.name,
        createdAt: now.toISOString(),
        pairingExpiresAt: later(now, pairingHours),
      });
      if (door.name !== body.name) throw new Problem('IDEMPOTENCY_KEY_REUSED');
      return { status: result === 'created' ? 201 : 200, body: show(door, now, caller) };
    }),

    route(listDoors, async ({ params, query }, { now, caller }) => {
      await findSession(stores.sessions, params.session);
      const page = await stores.doors.page(params.session, query);
      return { status: 200, body: { items: page.items.map((door) => show(door, now, caller)), next: page.next } };
    }),

    route(pairingQr, async ({ params }, { now }) => {
      const door = known(await stores.doors.get(params.session, params.door));
      const state = doorState(door, now);
      if (state === 'CUT_OFF') throw new Problem('DOOR_CUT_OFF');
      if (state === 'PAIRED') throw new Problem('PAIRING_CODE_USED');
      if (state === 'EXPIRED') throw new Problem('PAIRING_CODE_EXPIRED');
      return { status: 200, raw: await qrSvg(linkOf(door)) };
    }),

    route(cutOffDoor, async ({ params }, { now, caller }) => {
      const door = known(await stores.doors.cutOff(params.session, params.door, now.toISOString()));
      forget(params.session, params.door);
      return { status: 200, body: show(door, now, caller) };
    }),

    route(uploadDoorFile, async ({ params, body }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const { door, content } = await openFile(session.id, body);
      const { id, name, cutOffAt } = door;
      const actor = { kind: 'door', id, name, file: true, ...(cutOffAt !== undefined && { cutOffAt }) } as const;
      const { exportedAt: sentAt, entries } = content;
      // A file may lie for hours before it is uploaded, so an age says nothing: what the device knew of its clock, what it last
      // told, or its clock as it is.
      const clockOffsetMs = content.clockOffsetMs ?? door.contact?.clockOffsetMs ?? 0;
      const batch = { sentAt, entries, clockOffsetMs };
      const taken = await admission.takeBatch(session.id, batch, actor, now);
      const letters = lettersOf(content);
      for (const { nonce, jpeg } of letters) await stores.doors.putLetter(session.id, nonce, jpeg, now.toISOString());
      const exportedAt = new Date(Date.parse(sentAt) + clockOffsetMs).toISOString();
      await stores.doors.leaveUnsent(session.id, id, leftBy(content, taken.answers), exportedAt);
      return { status: 200, body: { ...taken, door: { id, name }, letters: letters.length } };
    }),

    route(getLetter, async ({ params }) => {
      const jpeg = await stores.doors.getLetter(params.session, params.nonce);
      if (!jpeg) throw new Problem('LETTER_UNKNOWN');
      return { status: 200, raw: jpeg };
    }),
  ];
};
