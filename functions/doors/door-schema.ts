/** A door of a session: a device that was paired once by a code and holds a credential for that door alone. */
import * as z from 'zod';
import { BatchAnswer, ClockOffset, Nonce } from '../check-in/check-in-schema.ts';
import { DoorListEntry } from '../check-in/door-list-schema.ts';
import { Cursor, Instant, InstantInput, InviteId, RegencyCode, SessionId, Zone } from '../platform/base-schema.ts';
import { SessionState } from '../sessions/session-schema.ts';

export const DoorId = InviteId;
export const DoorName = z.string().regex(/^[\p{L}\p{N} ._-]{1,30}$/u);

/** The public half of the key that a device made for itself (ECDSA P-256, RFC 7518): it signs what the device exports. */
export const DevicePublicKey = z
  .object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string().regex(/^[\w-]{43}$/),
    y: z.string().regex(/^[\w-]{43}$/),
  })
  .meta({ id: 'DevicePublicKey' });

/** 32 random bytes that the device made; only their hash is kept here. */
const Secret = z.string().regex(/^[\w-]{43}$/);

/** What a device says of itself at each contact. */
const reported = {
  unsent: z.number().int().min(0).max(1_000_000),
  /** 0 to 1, where the browser tells. */
  battery: z.number().min(0).max(1).optional(),
  clockOffsetMs: ClockOffset.optional(),
  appVersion: z.string().regex(/^[\w.+-]{1,40}$/),
  /** The moment of the list that the device holds; absent while it has no whole one. */
  listAsOf: InstantInput.optional(),
};

export const Door = z.object({
  id: DoorId,
  session: SessionId,
  name: DoorName,
  createdAt: Instant,
  pairingExpiresAt: Instant,
  pairedAt: Instant.optional(),
  /** SHA-256 of the device's secret, base64url. */
  secretHash: z.string().optional(),
  publicKey: DevicePublicKey.optional(),
  cutOffAt: Instant.optional(),
  contact: z.object({ at: Instant, ...reported, listAsOf: Instant.optional() }).optional(),
});
export type Door = z.infer<typeof Door>;

export const DoorShown = z
  .object({
    id: DoorId,
    session: SessionId,
    name: z.string(),
    state: z.enum(['WAITING', 'EXPIRED', 'PAIRED', 'CUT_OFF']),
    createdAt: Instant,
    pairedAt: Instant.optional(),
    cutOffAt: Instant.optional(),
    contact: Door.shape.contact,
    /** The device's clock is off by more than two minutes. */
    clockOff: z.boolean(),
    /** The moment of this answer by the engine's clock, which the other moments are by: how long ago they were needs no other clock. */
    asOf: Instant,
    /** While it waits for its device: the address that the pairing code holds, and until when it is good. */
    pairing: z.object({ link: z.string(), expiresAt: Instant }).optional(),
  })
  .meta({ id: 'Door' });
export type DoorShown = z.infer<typeof DoorShown>;

/** What a door must know of its session, also when it has no signal. */
export const DoorSession = z
  .object({
    id: SessionId,
    regency: RegencyCode,
    regencyName: z.string(),
    title: z.string(),
    state: SessionState,
    zone: Zone,
    venueName: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'DoorSession' });
export type DoorSession = z.infer<typeof DoorSession>;

export const PairRequest = z
  .object({
    /** The pairing code, bare or inside its address. */
    code: z.string().max(400),
    secret: Secret,
    publicKey: DevicePublicKey,
  })
  .meta({ id: 'PairRequest' });

export const PairAnswer = z
  .object({ door: z.object({ id: DoorId, name: z.string() }), session: DoorSession, receivedAt: Instant })
  .meta({ id: 'PairAnswer' });

export const ContactRequest = z.object({ sentAt: InstantInput, ...reported }).meta({ id: 'DoorContact' });
/** `receivedAt` and `answeredAt` let the device measure its clock's offset (as in NTP, RFC 5905 section 8). */
export const ContactAnswer = z
  .object({ receivedAt: Instant, answeredAt: Instant, session: DoorSession })
  .meta({ id: 'DoorContactAnswer' });

export const DoorListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(500),
  cursor: Cursor.optional(),
  /** Only what changed since the `asOf` of an earlier answer; without it, everything. */
  since: InstantInput.optional(),
});

/** One page. The list is whole when the page whose `next` is null has come; `asOf` of its first page is the next `since`. */
export const DoorListPage = z
  .object({ items: z.array(DoorListEntry), next: Cursor.nullable(), asOf: Instant })
  .meta({ id: 'DoorListPage' });

/**
 * The payload of a device's export, signed as a compact JWS (RFC 7515, ES256) with the device's own key. `entries` are those of a
 * batch.
 */
export const DoorFile = z.object({
  format: z.literal('hadir-door-scans-1'),
  session: SessionId,
  door: DoorId,
  exportedAt: InstantInput,
  clockOffsetMs: ClockOffset.optional(),
  entries: z.array(z.unknown()).max(5000),
  /** Photos of letters, each a {@link DoorFileLetter}; read one by one, like the entries. */
  letters: z.array(z.unknown()).max(500).optional(),
  /** How much is unsent on the device and in no file up to this one. */
  rest: z.number().int().min(0).max(1_000_000).optional(),
});

/** Small enough for an item of the table; the device scales the photo down before it is sent. */
export const letterMaxBytes = 200 * 1024;

/** A photo in a device's export, in base64, under the nonce of its scan. */
export const DoorFileLetter = z.object({
  nonce: Nonce,
  jpeg: z.base64().max(Math.ceil(letterMaxBytes / 3) * 4),
});

export const DoorFileResult = BatchAnswer.extend({
  door: z.object({ id: DoorId, name: z.string() }),
  /** Photos of letters that are kept now. */
  letters: z.number().int(),
}).meta({ id: 'DoorFileResult' });
