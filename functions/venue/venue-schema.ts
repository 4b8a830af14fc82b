/** The venue's own code: shown at the entrance, opened with the attendee's phone. */
import * as z from 'zod';
import { Accepted, Already, Nonce, Replayed } from '../check-in/check-in-schema.ts';
import { Delegate } from '../invitations/answer-schema.ts';
import { Attendance, Evidence } from '../invitations/invitation-schema.ts';
import { InvitationOfAttendee } from '../invitations/shown-to-attendee-schema.ts';
import { Instant, SessionId, Zone } from '../platform/base-schema.ts';

const VenueEvidence = Evidence.extract(['VENUE_SCREEN', 'VENUE_PRINT']);

export const VenueCode = z.object({ link: z.string(), svg: z.string(), from: Instant, until: Instant });
/** The codes of the next minutes, so that a screen goes on through a short outage. `asOf` is the engine's time. */
export const VenueCodes = z
  .object({ asOf: Instant, stepSeconds: z.number().int(), codes: z.array(VenueCode) })
  .meta({ id: 'VenueCodes' });

export const VenuePrint = z.object({ link: z.string(), svg: z.string() }).meta({ id: 'VenuePrint' });

/** A random name that the attendee's phone gave itself; only its hash is kept. */
const Phone = z.string().regex(/^[\w-]{16,60}$/);

export const OpenVenueRequest = z.object({ phone: Phone }).meta({ id: 'OpenVenueRequest' });
export const VenueOpened = z
  .object({
    session: z.object({
      id: SessionId,
      regencyName: z.string(),
      title: z.string(),
      zone: Zone,
      startsAt: Instant,
      endsAt: Instant,
      venueName: z.string(),
    }),
    evidence: VenueEvidence,
    /** Good for five minutes, on this phone, in this session: time to open one's own invitation. */
    pass: z.string(),
    passUntil: Instant,
  })
  .meta({ id: 'VenueOpened' });

export const VenueCheckInRequest = z
  .object({
    pass: z.string().max(120),
    phone: Phone,
    nonce: Nonce,
    who: Attendance.default('holder'),
    delegate: Delegate.optional(),
  })
  .meta({ id: 'VenueCheckInRequest' });

/** The door's answers, as the invited may see them. */
const seen = { invitation: InvitationOfAttendee };
export const VenueAccepted = Accepted.extend(seen).meta({ id: 'VenueAccepted' });
export const VenueReplayed = Replayed.extend(seen).meta({ id: 'VenueReplayed' });
export const VenueAlready = Already.extend(seen).meta({ id: 'VenueAlready' });
