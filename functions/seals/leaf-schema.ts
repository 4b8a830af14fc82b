/**
 * What a sealed record says: one leaf each, in the closed shapes below. A leaf is its canonical JSON (RFC 8785) in UTF-8; its hash in the
 * tree is SHA-256 over a zero byte and those bytes (RFC 9162, section 2.1.1). Instants are UTC, numbers are integers.
 *
 * Nobody's name, number or own words stand in a leaf: where one belongs, there is a commitment, SHA-256 over 32 random bytes (the
 * salt) and `<field>:<value>`. Who is shown salt and value can check them; whoever has the leaves alone learns nothing, and once the
 * salt is gone nobody does, while the tree stands (UU PDP 27/2022: right to erasure).
 */
import * as z from 'zod';
import { ActingStatus, Instant, InviteId, RegencyCode, RegionCode, SessionId, Zone } from '../platform/base-schema.ts';

/** SHA-256 in lower-case hex. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256' });

/** A commitment to a personal value. */
const Sealed = Hash;

export const leafKinds = [
  'session',
  'office',
  'delegation',
  'check-in',
  'undo',
  'denial',
  'head-count',
  'conflict',
  'revocation',
  'reading',
  'heard',
  'signature',
  'erasure',
] as const;
export const LeafKind = z.enum(leafKinds).meta({ id: 'LeafKind' });
export type LeafKind = z.infer<typeof LeafKind>;

const of = <K extends LeafKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ v: z.literal(1), kind: z.literal(kind), session: SessionId, ...shape });

/** Of a unit the office is public; of a guest even that may be a person's. */
const delegate = z.strictObject({
  name: Sealed.optional(),
  office: Sealed.optional(),
  letter: Sealed.optional(),
  acting: ActingStatus.optional(),
});

export const Leaf = z.discriminatedUnion('kind', [
  of('session', {
    regency: RegencyCode,
    title: z.string(),
    organizer: z.string(),
    venue: z.string(),
    region: RegionCode,
    zone: Zone,
    startsAt: Instant,
    endsAt: Instant,
    openedAt: Instant,
    closedAt: Instant,
    /** The frozen roster: how many units, and the hash over their ids (rule 5). */
    units: z.number().int(),
    roster: Hash,
    pledge: z
      .strictObject({ text: z.string(), version: z.number().int(), hash: Hash, classes: z.array(z.string()) })
      .optional(),
  }),
  /** Who was asked: a unit of the frozen roster, one added since, or a guest. */
  of('office', {
    invitation: InviteId,
    standing: z.enum(['FROZEN', 'ADDED', 'GUEST']),
    /** Of units; a guest's stand in `guest`. */
    name: z.string().optional(),
    office: z.string().optional(),
    class: z.string().optional(),
    district: RegionCode.optional(),
    guest: z.strictObject({ name: Sealed.optional(), office: Sealed.optional() }).optional(),
    holder: z.strictObject({ name: Sealed, nip: Sealed.optional() }).optional(),
    acting: ActingStatus.optional(),
  }),
  /** Who was named to come instead. Of one that was taken back, the code's version and that moment are all that is still known. */
  of('delegation', {
    invitation: InviteId,
    at: Instant.optional(),
    takenBackAt: Instant.optional(),
    version: z.number().int(),
    delegate,
  }),
  of('check-in', {
    invitation: InviteId,
    nonce: z.string(),
    at: Instant,
    /** The device's own clock, and when the scan arrived. */
    scannedAt: Instant,
    receivedAt: Instant,
    door: z.string(),
    mode: z.string(),
    who: z.string(),
    evidence: z.string().optional(),
    late: z.literal(true).optional(),
    delegate: delegate.optional(),
    operator: Sealed.optional(),
    reason: Sealed.optional(),
    corrected: z.strictObject({ at: Instant, was: z.string(), made: Instant.optional() }).optional(),
  }),
  /** A check-in that was taken back. */
  of('undo', {
    invitation: InviteId,
    nonce: z.string(),
    checkedInAt: Instant,
    at: Instant,
    by: Sealed.optional(),
    reason: Sealed.optional(),
    conflict: z.string().optional(),
    replacedBy: z.string().optional(),
  }),
  /** A scan that let nobody in. */
  of('denial', {
    invitation: InviteId.optional(),
    nonce: z.string(),
    at: Instant,
    scannedAt: Instant,
    receivedAt: Instant,
    door: z.string(),
    reason: z.string(),
  }),
  of('head-count', {
    nonce: z.string(),
    at: Instant,
    receivedAt: Instant,
    door: z.string(),
    count: z.number().int(),
    undoneAt: Instant.optional(),
  }),
  of('conflict', {
    id: z.string(),
    invitation: InviteId,
    about: z.string(),
    foundAt: Instant,
    decision: z.string().optional(),
    decidedAt: Instant.optional(),
  }),
  of('revocation', { invitation: InviteId, at: Instant }),
  /** The text that was read, by whom, before whom; `endedAt` is missing where nobody ended it. */
  of('reading', {
    id: z.string(),
    hash: Hash,
    startedAt: Instant,
    /** When the start arrived: later than it where it was noted on paper, or pressed without a network. */
    recordedAt: Instant.optional(),
    endedAt: Instant.optional(),
    voidedAt: Instant.optional(),
    reader: z.strictObject({ name: Sealed, office: Sealed }),
    witnesses: z.array(z.strictObject({ name: Sealed, office: Sealed })),
  }),
  /** Present when it was read; that is no signature. `nonce` names the check-in it rests on. */
  of('heard', { reading: z.string(), invitation: InviteId, nonce: z.string() }),
  of('signature', {
    invitation: InviteId,
    as: z.enum(['holder', 'delegate', 'symbolic', 'witness']),
    at: Instant,
    hash: Hash,
    method: z.string(),
    nonce: z.string(),
    /** When it arrived, where its time was noted by hand. */
    recordedAt: Instant.optional(),
    sheet: z.string().optional(),
    /** SHA-256 over the drawn strokes as they are kept. */
    drawn: Hash.optional(),
    signer: delegate.optional(),
    operator: Sealed.optional(),
  }),
  /** Personal values of an invitation were erased on request: their salts are gone. By whom and why stays open to an authority. */
  of('erasure', { invitation: InviteId, at: Instant, by: Sealed.optional(), reason: Sealed.optional() }),
]);
export type Leaf = z.infer<typeof Leaf>;

/** What opens one commitment of a leaf: `salt` in hex (32 bytes), and where it stands, as `delegate.name` or `witnesses.0.office`. */
export const Opening = z.object({ field: z.string(), salt: Hash, value: z.string() }).meta({ id: 'CommitmentOpening' });
export type Opening = z.infer<typeof Opening>;
