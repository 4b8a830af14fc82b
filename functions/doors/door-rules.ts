/**
 * The states of a door.
 *
 *            pair                 cut off
 *   WAITING ───────▶ PAIRED ─────────────────▶ CUT_OFF
 *      │ 12 hours                                 ▲
 *      └───────────▶ EXPIRED ─────────────────────┤
 *      └──────────────────────────────────────────┘
 *
 * Nothing leads back: a device that was cut off, or whose code ran out, is paired again as another door.
 */
import type { Session, SessionState } from '../sessions/session-schema.ts';
import type { Door, DoorSession, DoorShown } from './door-schema.ts';

/** A code printed or photographed for the day before is worth nothing on the day. */
export const pairingHours = 12;
/** Beyond this a device's clock is called off: its operator and the organiser are told. */
export const clockOffMs = 2 * 60_000;
/** A finished session takes no new doors; those that are paired go on, for scans that come late. */
export const doorStates: readonly SessionState[] = ['DRAFT', 'PUBLISHED', 'OPEN'];

/** Doors read the list for late scans until so long after closing; then the names are no longer theirs to hold. */
export const listDays = 7;

/** Whether the names of a session are given to no door any more. What doors kept of it is still taken. */
export const isListOver = ({ state, closedAt }: Pick<Session, 'state' | 'closedAt'>, now: Date): boolean =>
  state === 'CANCELLED' || (closedAt !== null && now.getTime() - Date.parse(closedAt) > listDays * 86_400_000);

export const doorState = (door: Door, now: Date): DoorShown['state'] => {
  if (door.cutOffAt !== undefined) return 'CUT_OFF';
  if (door.secretHash !== undefined) return 'PAIRED';
  return now.toISOString() < door.pairingExpiresAt ? 'WAITING' : 'EXPIRED';
};

const widestOffset = 5e12;

/**
 * How far a device's clock is behind the engine's: as it measured it, or, before it has, by the moment at which it says it
 * sent. The way here takes seconds at most, a clock is called off by minutes.
 */
export const clockOffset = (measured: number | undefined, sentAt: string, now: Date): number =>
  measured ?? Math.max(-widestOffset, Math.min(widestOffset, now.getTime() - Date.parse(sentAt)));

export const isClockOff = (door: Pick<Door, 'contact'>): boolean =>
  Math.abs(door.contact?.clockOffsetMs ?? 0) > clockOffMs;

/** The view of a door that the API answers; its pairing link only while it waits, and only to whom `link` is given for. */
export const showDoor = (door: Door, now: Date, link?: string): DoorShown => {
  const state = doorState(door, now);
  return {
    id: door.id,
    session: door.session,
    name: door.name,
    state,
    createdAt: door.createdAt,
    pairedAt: door.pairedAt,
    cutOffAt: door.cutOffAt,
    contact: door.contact,
    clockOff: isClockOff(door),
    asOf: now.toISOString(),
    ...(state === 'WAITING' && link !== undefined && { pairing: { link, expiresAt: door.pairingExpiresAt } }),
  };
};

export const showDoorSession = (session: Session, regencyName: string): DoorSession => ({
  id: session.id,
  regency: session.regency,
  regencyName,
  title: session.title,
  state: session.state,
  zone: session.zone,
  venueName: session.venue.name,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  openedAt: session.openedAt,
  closedAt: session.closedAt,
});

/** The start of a JPEG (ITU-T T.81, annex B): a photo is kept under this name only, and served under it. */
export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
