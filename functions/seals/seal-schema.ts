/** Signed tree heads, what the console shows of a seal, and what the public check answers. */
import * as z from 'zod';
import { Instant, InviteId, line, RegencyCode, SessionId, Zone } from '../platform/base-schema.ts';
import { SessionState } from '../sessions/session-schema.ts';
import { Hash, LeafKind, Opening } from './leaf-schema.ts';

/** A public Ed25519 key (RFC 8032) as SubjectPublicKeyInfo (RFC 8410): 44 bytes in hex. */
export const PublicKey = z.string().regex(/^302a300506032b6570032100[0-9a-f]{64}$/);

/**
 * The head of a session's tree as it is signed: Ed25519 over `hadir-seal-1`, a line feed, and this object's canonical JSON (RFC 8785)
 * in UTF-8. The first one is made at closing; an addendum is a larger tree under a new head.
 */
export const SealHead = z
  .strictObject({
    format: z.literal('hadir-seal-1'),
    regency: RegencyCode,
    session: SessionId,
    /** 1 at closing, one more for each addendum. */
    number: z.number().int().positive(),
    size: z.number().int().positive(),
    root: Hash,
    at: Instant,
    /** Leaves of each kind in the whole tree. */
    counts: z.partialRecord(LeafKind, z.number().int().positive()),
    /** SHA-256 (hex) over the public key as SubjectPublicKeyInfo: `openssl pkey -pubin -outform DER | sha256sum`. */
    key: Hash,
    previous: z.strictObject({ size: z.number().int().positive(), root: Hash }).optional(),
    /** The key of the head before, where that was another one: this head announces its successor. */
    replacesKey: Hash.optional(),
  })
  .meta({ id: 'SealHead' });
export type SealHead = z.infer<typeof SealHead>;

export const SignedHead = z
  .strictObject({ head: SealHead, publicKey: PublicKey, signature: z.string().regex(/^[0-9a-f]{128}$/) })
  .meta({ id: 'SignedSealHead' });
export type SignedHead = z.infer<typeof SignedHead>;

/**
 * NOT_CLOSED: sealed when it closes. PENDING: closed, and records stand that no seal covers yet. SEALED: everything is under the last
 * head.
 */
export const SealState = z.enum(['NOT_CLOSED', 'PENDING', 'SEALED']).meta({ id: 'SealState' });

export const SealShown = z
  .object({
    state: SealState,
    /** The first one first. */
    heads: z.array(SignedHead),
    /** Records that stand and are under no head yet, by kind. */
    unsealed: z.partialRecord(LeafKind, z.number().int().positive()),
    /** Sealed records that are in the system no more and that nothing followed, by kind: somebody took them out. */
    missing: z.partialRecord(LeafKind, z.number().int().positive()).default({}),
    /** The address of the public check of this session, for a QR; null while there is no head. */
    check: z.string().nullable(),
  })
  .meta({ id: 'Seal' });
export type SealShown = z.infer<typeof SealShown>;

export const ErasureRequest = z.object({ reason: line(200) }).meta({ id: 'ErasureRequest' });

export const SealKey = z.object({ key: Hash, publicKey: PublicKey, current: z.boolean() }).meta({ id: 'SealKey' });
export type SealKey = z.infer<typeof SealKey>;

/** What is proved, each by one leaf. Of the session its facts and its reading; of a person the rest. */
export const ProvedRecord = z.enum([
  'SESSION',
  'READING',
  'OFFICE',
  /** Who was named to come instead: only where no other record has the delegate's name. */
  'DELEGATION',
  'ATTENDANCE',
  'HEARD',
  'SIGNATURE',
  'SYMBOLIC',
  'WITNESS',
  /** A check-in that was taken back. */
  'UNDO',
  /** Personal data were erased on request. */
  'ERASURE',
]);

/** A record with what proves it: the browser hashes the leaf, follows the path to the root, and checks the head's signature. */
export const Proof = z
  .object({
    what: ProvedRecord,
    at: Instant.optional(),
    /** The leaf's exact text; null while no head covers the record. */
    leaf: z.string().nullable(),
    index: z.number().int().nonnegative().optional(),
    /** The inclusion path (RFC 9162, section 2.1.3), from the leaf upwards. */
    path: z.array(Hash).default([]),
    openings: z.array(Opening).default([]),
  })
  .meta({ id: 'InclusionProof' });
export type Proof = z.infer<typeof Proof>;

const facts = {
  session: z.object({
    id: SessionId,
    regency: RegencyCode,
    regencyName: z.string(),
    title: z.string(),
    organizer: z.string(),
    venue: z.string(),
    zone: Zone,
    startsAt: Instant,
    endsAt: Instant,
    state: SessionState,
    closedAt: Instant.nullable(),
    pledge: z.object({ title: z.string(), hash: Hash }).nullable(),
  }),
  /**
   * The first one first, with the proof (RFC 9162, section 2.1.4) that each continues the one before it in this list. Of a session every head; of
   * a person, where there are many, the first, the one that first covers all of their records, and the last.
   */
  heads: z.array(SignedHead.extend({ consistency: z.array(Hash).default([]) })),
  proofs: z.array(Proof),
};

/**
 * Where the system's table does not say what is sealed; what is shown is what is sealed. NAME: another name. RECORDS: a sealed record is not
 * there any more, or is there otherwise. RESEALED: an earlier seal locked another name in the same record.
 */
export const SealDifference = z.enum(['NAME', 'RECORDS', 'RESEALED']).meta({ id: 'SealDifference' });

/** What a code stands for: a session's seal, or what one person did there. */
export const CheckView = z
  .discriminatedUnion('about', [
    z.object({
      about: z.literal('SESSION'),
      ...facts,
      figures: z
        .object({ units: z.number().int(), represented: z.number().int(), signed: z.number().int() })
        .nullable(),
    }),
    z.object({
      about: z.literal('PERSON'),
      ...facts,
      /** Whose code it is: the office's holder's (or the guest's), or the delegate's. */
      role: z.enum(['HOLDER', 'DELEGATE']),
      office: z.string(),
      unit: z.string(),
      /** Without titles (rule 10). Once sealed, the name that is locked in a leaf; null where none is, or it was erased. */
      person: z.string().nullable(),
      /** VALID: at least one record stands. WITHDRAWN: what there was is proved to be taken back. NONE: neither. */
      standing: z.enum(['VALID', 'WITHDRAWN', 'NONE']),
      differs: z.array(SealDifference),
      /** Of the session's own check, which has every head. */
      sessionCheck: z.string(),
    }),
  ])
  .meta({ id: 'CheckView' });
export type CheckView = z.infer<typeof CheckView>;

export const ErasureAnswer = z
  .object({ invitation: InviteId, erased: z.literal(true), at: Instant })
  .meta({ id: 'ErasureAnswer' });
