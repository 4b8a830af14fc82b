/** What a link shows: the invited head's own page, the delegate's, or the neutral one on a phone that did not confirm. */
import * as z from 'zod';
import { ActingStatus, Instant, InviteId, line, SessionId, Zone } from '../platform/base-schema.ts';
import { Phase, Wave } from '../sessions/arrangement-schema.ts';
import { Attendance } from './invitation-schema.ts';
import { InvitationOfAttendee } from './shown-to-attendee-schema.ts';

/** What is public about a session: whoever holds any link of it may know. */
const publicFacts = {
  id: SessionId,
  regencyName: z.string(),
  letterhead: z.object({ lines: z.array(z.string()), address: z.string().optional() }),
  kind: z.string(),
  title: z.string(),
  occasion: z.string().optional(),
  organizer: z.string(),
  state: z.string(),
  zone: Zone,
  startsAt: Instant,
  endsAt: Instant,
  venue: z.object({
    name: z.string(),
    regionName: z.string(),
    address: z.string().optional(),
    map: z.string().optional(),
  }),
};

const PledgeToSign = z.object({
  title: z.string(),
  opening: z.string(),
  points: z.array(z.string()),
  closing: z.string(),
  hash: z.string(),
});

export const OwnView = z
  .object({
    view: z.literal('OWN'),
    /** Whose link it is. A delegate's page names the office and not its holder's answer. */
    role: z.enum(['HOLDER', 'DELEGATE']),
    /** Whether a phone has confirmed: none yet, or this one. */
    bound: z.enum(['NONE', 'THIS']),
    /** Whether an answer is still taken. */
    answerable: z.boolean(),
    invitation: InvitationOfAttendee,
    /** Other invitations of the same person to this session: one scan can check all of them in. */
    others: z.array(
      z.object({
        id: InviteId,
        name: z.string(),
        office: z.string(),
        /** How they hold it. */
        acting: ActingStatus.optional(),
        /** A delegate is named for it, who comes in their place. */
        delegated: z.boolean().optional(),
        checkIn: z.object({ at: Instant, who: Attendance }).optional(),
      }),
    ),
    session: z.object({
      ...publicFacts,
      phase: Phase.optional(),
      /** Of several waves, the one that this invitation is asked to. */
      wave: Wave.optional(),
      letterNumber: z.string().optional(),
      agenda: z.array(
        z.object({
          startsAt: Instant.optional(),
          title: z.string(),
          speakers: z.array(z.object({ name: z.string().optional(), office: z.string(), institution: z.string() })),
        }),
      ),
    }),
    pledge: PledgeToSign.nullable(),
    /** The reading aloud: whether nobody signs before it, whether it has begun, and when this person was in the hall for one. */
    reading: z.object({ required: z.boolean(), begun: z.boolean(), heardAt: Instant.optional() }).nullable(),
    /** The address of the public check of what stands for this person; null while nothing does. */
    receipt: z.string().nullable(),
    /** The QR's content, an address that phones' own cameras open; null where this link opens no door (a delegate was named). */
    code: z.string().nullable(),
  })
  .meta({ id: 'OwnView' });

/** The link was confirmed on another phone: what is public, nobody's name or office, no code. */
export const NeutralView = z
  .object({
    view: z.literal('NEUTRAL'),
    session: z.object(publicFacts),
    /** This phone has asked. */
    helpAsked: z.boolean(),
  })
  .meta({ id: 'NeutralView' });

export const AttendeeView = z.discriminatedUnion('view', [OwnView, NeutralView]).meta({ id: 'AttendeeView' });
export type AttendeeView = z.infer<typeof AttendeeView>;

export const HelpRequest = z.object({ note: line(200).optional() }).meta({ id: 'HelpRequest' });
