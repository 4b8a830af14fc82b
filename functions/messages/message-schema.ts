/** The messages that tell the invited, and what became of those that went by e-mail. */
import * as z from 'zod';
import { Instant, InviteId } from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';

const count = z.number().int().nonnegative();

/** INVITE to everybody; REMIND to those whom a call of `remind` has claimed. */
export const MessagePurpose = z.enum(['INVITE', 'REMIND']).meta({ id: 'MessagePurpose' });
export type MessagePurpose = z.infer<typeof MessagePurpose>;

export const Message = z
  .object({
    invitation: InviteId,
    /** `Yth. Drs. H. Sahabadi, M.Si., Camat Lahat`, or the office alone. */
    addressee: z.string(),
    name: z.string(),
    office: z.string(),
    class: UnitClassCode.optional(),
    /** E.164, from the register of this moment; null where it knows none. For organisers only, never kept in a page's address. */
    phone: z.string().nullable(),
    email: z.string().nullable(),
    text: z.string(),
    remindedAt: Instant.optional(),
  })
  .meta({ id: 'Message' });

export const ReminderResult = z
  .object({
    /** Claimed by this call: to be reminded now, and not again within a day. */
    claimed: count,
    /** Without an answer, but reminded less than a day ago. */
    waiting: count,
  })
  .meta({ id: 'ReminderResult' });

/**
 * QUEUED ──claimed──▶ SENDING ──▶ SENT | FAILED (it has not gone, and is owed again when it is asked for again). A sender that dies while
 * SENDING leaves UNCERTAIN: the mail may have gone. SENT and UNCERTAIN are not sent again, unless their link opens nothing any more.
 */
export const MailState = z.enum(['QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN']).meta({ id: 'MailState' });
export type MailState = z.infer<typeof MailState>;

export const MailShown = z
  .object({
    invitation: InviteId,
    purpose: MessagePurpose,
    state: MailState,
    at: Instant,
    /** Of an automatic reminder: how many days before the session. */
    daysBefore: z.number().int().optional(),
    failure: z.string().optional(),
    /** Its link opens nothing any more, since its key was withdrawn: asked for again, it is sent with a new one. */
    deadLink: z.literal(true).optional(),
  })
  .meta({ id: 'Mail' });
export const MailQueued = z.object({ queued: count, already: count, withoutAddress: count }).meta({ id: 'MailQueued' });
