/** The door protocol: one request a scan, or up to 200 in one; a closed list of answers. */
import * as z from 'zod';
import { Delegate } from '../invitations/answer-schema.ts';
import {
  Attendance,
  CheckInMode,
  Evidence,
  InvitationAtDoor,
  InvitationShown,
} from '../invitations/invitation-schema.ts';
import { Instant, InstantInput, InviteId, line } from '../platform/base-schema.ts';
import { FieldError } from '../platform/problem.ts';
import { DoorListEntry } from './door-list-schema.ts';

/** Made by the door for each scan; a repeat of the same scan carries the same one. */
export const Nonce = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .meta({ id: 'Nonce' });

/** The engine's time minus the device's, in milliseconds, as the device measured it from exchanges. */
export const ClockOffset = z.number().int().min(-5e12).max(5e12);

/** What the device told the person before the engine had answered. ADMITTED makes a later "no" a conflict. */
export const Shown = z.enum(['ADMITTED', 'ALREADY', 'REFUSED', 'UNDECIDED']).meta({ id: 'Shown' });
export type Shown = z.infer<typeof Shown>;

const scanFields = {
  /** What the code holds: the whole address or only its 39 characters. */
  token: z.string().max(400).optional(),
  /** Or an invitation found by name. */
  invitation: InviteId.optional(),
  /**
   * With `invitation`: the one whose code was scanned, where the same person holds both offices and said so at the door. That they hold
   * both is checked; that its code was scanned is the door's word.
   */
  sameAs: InviteId.optional(),
  /** Or a guest whom nobody invited. */
  guest: z.object({ name: line(100).optional(), office: line(120), institution: line(120).optional() }).optional(),
  /** Or a group of people without names. */
  group: z.object({ count: z.number().int().min(1).max(500), label: line(80).optional() }).optional(),
  nonce: Nonce,
  scannedAt: InstantInput,
  sentAt: InstantInput,
  clockOffsetMs: ClockOffset.optional(),
  /** The door's name; a paired device's own name stands in its place. */
  door: z
    .string()
    .regex(/^[\p{L}\p{N} ._-]{1,30}$/u)
    .optional(),
  mode: CheckInMode.default('IN_PERSON'),
  who: Attendance.default('holder'),
  delegate: Delegate.optional(),
  /** Needed where the mode is not IN_PERSON, which only staff may send. */
  reason: line(200).optional(),
  shown: Shown.optional(),
};

type Targets = { token?: unknown; invitation?: unknown; guest?: unknown; group?: unknown };
const oneTarget = ({ token, invitation, guest, group }: Targets): boolean =>
  [token, invitation, guest, group].filter((target) => target !== undefined).length === 1;
const reasoned = ({ mode, reason }: { mode: CheckInMode; reason?: string | undefined }): boolean =>
  mode === 'IN_PERSON' || reason !== undefined;
/** A group is heads in the hall: nobody counts them by video or from a paper list. */
const inTheHall = ({ group, mode }: Targets & { mode: CheckInMode }): boolean =>
  group === undefined || mode === 'IN_PERSON';

export const CheckInRequest = z
  .object(scanFields)
  .refine(oneTarget, { path: ['token'], message: 'one-target' })
  .refine(inTheHall, { path: ['mode'], message: 'group-in-person' })
  .refine(reasoned, { path: ['reason'], message: 'reason-missing' })
  .meta({ id: 'CheckInRequest' });
export type CheckInRequest = z.infer<typeof CheckInRequest>;

/** When a change was made, as for a scan: a door without a network sends it later. Left out: now. */
const madeFields = {
  nonce: Nonce.optional(),
  madeAt: InstantInput.optional(),
  sentAt: InstantInput.optional(),
  clockOffsetMs: ClockOffset.optional(),
};

/** Takes a check-in back; `of` is the nonce of the scan that made it. */
export const UndoRequest = z.object({ of: Nonce, reason: line(200), ...madeFields }).meta({ id: 'UndoRequest' });
export type UndoRequest = z.infer<typeof UndoRequest>;

/** Corrects who came, after the scan. Of several the one made last counts, in whatever order they arrive. */
export const CorrectionRequest = z
  .object({ of: Nonce, who: Attendance, delegate: Delegate.optional(), ...madeFields })
  .meta({ id: 'CorrectionRequest' });
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/**
 * Why a scan is refused. UNKNOWN covers every forgery alike: the answer must not help a forger. UNDONE: this very scan was
 * taken back. DOOR_CUT_OFF: made at a door after it was cut off. DELEGATED: the holder's own code, while a delegate is named.
 */
export const RefusalReason = z
  .enum([
    'UNKNOWN',
    'OTHER_SESSION',
    'REVOKED',
    'DELEGATED',
    'SESSION_NOT_OPEN',
    'SESSION_OVER',
    'SESSION_CANCELLED',
    'UNDONE',
    'DOOR_CUT_OFF',
  ])
  .meta({ id: 'RefusalReason' });
export type RefusalReason = z.infer<typeof RefusalReason>;

const Admitted = z.object({
  invitation: InvitationAtDoor,
  /** Admitted from a scan of the session's time that came in after its closing. */
  late: z.boolean(),
});

export const Accepted = Admitted.extend({ result: z.literal('accepted') }).meta({ id: 'CheckInAccepted' });
export const Replayed = Admitted.extend({ result: z.literal('replayed') }).meta({ id: 'CheckInReplayed' });
export const Already = Admitted.extend({
  result: z.literal('already'),
  first: z.object({ at: Instant, door: z.string() }),
}).meta({ id: 'CheckInAlready' });
export const Refused = z.object({ result: z.literal('refused'), reason: RefusalReason }).meta({ id: 'CheckInRefused' });
/** A group has no invitation: only its count is kept. */
export const Counted = z.object({ result: z.literal('counted'), count: z.number().int() }).meta({ id: 'GroupCounted' });

/** Staff get the record with what was taken back; a door gets what its screen says. */
const Changed = z.union([InvitationShown.omit({ link: true }), InvitationAtDoor]);

export const Undone = z.object({ result: z.literal('undone'), invitation: Changed }).meta({ id: 'CheckInUndone' });
export const Corrected = z
  .object({ result: z.literal('corrected'), invitation: Changed })
  .meta({ id: 'CheckInCorrected' });

/** What a door kept while it had no signal. Entries are read one by one, so that a broken one does not hold up the others. */
export const BatchRequest = z
  .object({ sentAt: InstantInput, entries: z.array(z.unknown()).min(1).max(200) })
  .meta({ id: 'CheckInBatch' });

/**
 * One entry of a batch: a scan (without `sentAt`, which the batch has), an undo or a correction, both with the invitation that
 * they are about; or what takes a group's count back (`of` names its scan).
 */
export const BatchScan = z
  .object({ ...scanFields, kind: z.literal('scan'), sentAt: InstantInput.optional() })
  .refine(oneTarget, { path: ['token'], message: 'one-target' })
  .refine(inTheHall, { path: ['mode'], message: 'group-in-person' })
  .refine(reasoned, { path: ['reason'], message: 'reason-missing' });
export const BatchUndo = UndoRequest.extend({ kind: z.literal('undo'), invitation: InviteId });
export const BatchCorrection = CorrectionRequest.extend({ kind: z.literal('correction'), invitation: InviteId });
export const BatchUncount = UndoRequest.extend({ kind: z.literal('uncount') });
export const BatchEntry = z
  .discriminatedUnion('kind', [BatchScan, BatchUndo, BatchCorrection, BatchUncount])
  .meta({ id: 'CheckInBatchEntry' });
export type BatchEntry = z.infer<typeof BatchEntry>;

const entry = { invitation: DoorListEntry };
/**
 * What became of one entry. `invalid`: it cannot be read, sending it again is of no use. `problem`: it was read and refused by
 * its rule. `retry`: the engine did not answer for it; send it again.
 */
export const BatchOutcome = z
  .discriminatedUnion('result', [
    z.object({ result: z.literal('accepted'), ...entry, late: z.boolean() }),
    z.object({ result: z.literal('replayed'), ...entry, late: z.boolean() }),
    z.object({
      result: z.literal('already'),
      ...entry,
      late: z.boolean(),
      first: z.object({ at: Instant, door: z.string() }),
    }),
    Refused,
    Counted,
    z.object({ result: z.literal('undone'), ...entry }),
    z.object({ result: z.literal('corrected'), ...entry }),
    z.object({ result: z.literal('uncounted'), count: z.number().int() }),
    z.object({ result: z.literal('problem'), code: z.enum(['CHECK_IN_UNKNOWN', 'CHANGE_NOT_ALLOWED', 'NOT_ALLOWED']) }),
    z.object({ result: z.literal('invalid'), errors: z.array(FieldError) }),
    z.object({ result: z.literal('retry') }),
  ])
  .meta({ id: 'CheckInBatchOutcome' });
export type BatchOutcome = z.infer<typeof BatchOutcome>;

/** `answers[i]` is what became of `entries[i]`. */
export const BatchAnswer = z
  .object({ receivedAt: Instant, answers: z.array(BatchOutcome) })
  .meta({ id: 'CheckInBatchAnswer' });
export type BatchAnswer = z.infer<typeof BatchAnswer>;

/** A scan that did not let anybody in: refused, or somebody was in already. */
export const Denial = z
  .object({
    at: Instant,
    scannedAt: Instant,
    receivedAt: Instant,
    door: z.string(),
    nonce: z.string(),
    reason: z.enum([...RefusalReason.options, 'ALREADY']),
    invitation: InviteId.optional(),
    shown: Shown.optional(),
    /** Of the code that was refused. */
    version: z.number().int().optional(),
    doorId: z.string().optional(),
    evidence: Evidence.optional(),
  })
  .meta({ id: 'Denial' });
export type Denial = z.infer<typeof Denial>;

export const HeadCount = z.object({
  nonce: z.string(),
  /** Corrected; `scannedAt` is the device's own time, absent on items of an older version. */
  at: Instant,
  scannedAt: Instant.optional(),
  receivedAt: Instant,
  door: z.string(),
  count: z.number().int(),
  label: z.string().optional(),
  doorId: z.string().optional(),
  /** The member of staff who counted. */
  operator: z.string().optional(),
  /** Counted in the session's time, uploaded after its closing. */
  late: z.boolean().optional(),
  /** It was taken back: it counts no more, and its repeat does not bring it back. */
  undone: z.object({ at: Instant, by: z.string(), reason: z.string() }).optional(),
});
export type HeadCount = z.infer<typeof HeadCount>;
