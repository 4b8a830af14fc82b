/** The door protocol: one request, a closed list of answers. */
import * as z from 'zod';
import { Attendance, CheckInMode, Delegate, InvitationShown } from '../invitations/invitation-schema.ts';
import { Instant, InstantInput, InviteId } from '../platform/base-schema.ts';

/** Made by the door for each scan; a repeat of the same scan carries the same one. */
export const Nonce = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .meta({ id: 'Nonce' });

export const CheckInRequest = z
  .object({
    /** What the code holds: the whole address or only its 39 characters. */
    token: z.string().max(400).optional(),
    /** Or an invitation found by name. */
    invitation: InviteId.optional(),
    nonce: Nonce,
    scannedAt: InstantInput,
    sentAt: InstantInput,
    door: z.string().regex(/^[\p{L}\p{N} ._-]{1,30}$/u),
    mode: CheckInMode.default('IN_PERSON'),
    who: Attendance.default('holder'),
    delegate: Delegate.optional(),
  })
  .refine((request) => (request.token === undefined) !== (request.invitation === undefined), {
    path: ['token'],
    message: 'token-or-invitation',
  })
  .meta({ id: 'CheckInRequest' });
export type CheckInRequest = z.infer<typeof CheckInRequest>;

/** Why a scan is refused. UNKNOWN covers every forgery alike: the answer must not help a forger. */
export const RefusalReason = z
  .enum(['UNKNOWN', 'OTHER_SESSION', 'REVOKED', 'SESSION_NOT_OPEN', 'SESSION_OVER', 'SESSION_CANCELLED'])
  .meta({ id: 'RefusalReason' });
export type RefusalReason = z.infer<typeof RefusalReason>;

const Admitted = z.object({
  invitation: InvitationShown.omit({ link: true }),
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
