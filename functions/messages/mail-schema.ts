/**
 * A mail that is owed. It names an invitation and no address: that is read from the register when the mail leaves, so nothing personal
 * rests here.
 *
 *     ┌─ asked again, and its link opens nothing any more (also of UNCERTAIN) ─┐
 *     ▼        claimed               accepted                                  │
 *   QUEUED ───────────▶ SENDING ───────────────▶ SENT ─────────────────────────┘
 *   ▲ ▲  │                │ │ │
 *   │ │  └─ not due ──┐   │ │ └─ the answer is unknown, or the sender died (its lease is over) ──▶ UNCERTAIN
 *   │ │               ▼   │ │
 *   │ └ asked again FAILED ◀┼─┘ refused
 *   └── certainly not sent ─┘ (throttled, the service cannot be reached, sending is paused)
 */
import * as z from 'zod';
import { Instant, InviteId, SessionId } from '../platform/base-schema.ts';
import { MailState, MessagePurpose } from './message-schema.ts';

/** Why a mail did not go. */
export const MailFailure = z.enum([
  /** The register knows no address any more. */
  'NO_ADDRESS',
  /** The invitation was revoked or re-issued, somebody answered or came, or the session is over. */
  'NOT_DUE',
  /** The service does not take this address or this mail; so it answers for every address while the account is on trial. */
  'REFUSED',
]);
export type MailFailure = z.infer<typeof MailFailure>;

export const Mail = z.object({
  session: SessionId,
  invitation: InviteId,
  purpose: MessagePurpose,
  /** What makes it this mail of its purpose: the version of the link that it brings, or the call that claimed the reminder. */
  occasion: z.string(),
  /** Of an automatic reminder: how many days before the session. It leaves on that day or not at all. */
  daysBefore: z.number().int().positive().optional(),
  state: MailState,
  /** When it came into this state. */
  since: Instant,
  /** Until when its sender may be at work; of SENDING only. */
  leaseUntil: Instant.optional(),
  /** The attempt that has it; of SENDING only. */
  attempt: z.string().optional(),
  /**
   * The key that its link was made with, as `linkKeyOf` names it, from its claim on. Earlier versions did not keep it: such a mail counts as
   * one whose link opens, or everybody would be written to once more. Where it does not, the invitation is re-issued.
   */
  linkKey: z.string().optional(),
  /** How often it was certainly not sent, and before when it is not tried again. */
  deferrals: z.number().int().default(0),
  notBefore: Instant.optional(),
  failure: MailFailure.optional(),
});
export type Mail = z.infer<typeof Mail>;
