/**
 * The session as a calendar file (RFC 5545, RFC 5546). A file of the same invitation is the same event, newer by SEQUENCE or, where
 * nothing changed, by DTSTAMP: so it moves, and is cancelled, in a calendar that has it. A browser opens it as a plain link that cannot
 * say whose phone it is, and a dead link opens it too: so it says what is public of the session, and of the invitation only when.
 */
import ical, {
  ICalCalendarMethod,
  type ICalDayJsStub,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalLocation,
} from 'ical-generator';
import type { Zone } from '../platform/base-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Invitation } from './invitation-schema.ts';

/** Indonesia has three zones and no summer time. */
const zones: Record<Zone, { id: string; hours: number }> = {
  WIB: { id: 'Asia/Jakarta', hours: 7 },
  WITA: { id: 'Asia/Makassar', hours: 8 },
  WIT: { id: 'Asia/Jayapura', hours: 9 },
};

const hourMs = 3_600_000;

/** The wall clock of a zone, whatever the clock of the machine says; the generator takes a Date for the machine's own time. */
const wallClock = (instant: string, { hours }: { hours: number }): ICalDayJsStub => {
  const wall = new Date(Date.parse(instant) + hours * hourMs).toISOString();
  const clock: ICalDayJsStub = {
    format: (pattern) => (pattern === 'YYYYMMDD' ? wall.slice(0, 10) : wall.slice(11, 19)).replace(/\D/g, ''),
    isValid: () => true,
    toDate: () => new Date(instant),
    toJSON: () => instant,
    tz: () => clock,
  };
  return clock;
};

const timezone = (name: string, { hours }: { hours: number }): string => {
  const offset = `+${String(hours).padStart(2, '0')}00`;
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
};

const placeOf = ({ venue }: Session): ICalLocation => ({
  title: venue.name,
  address: [venue.address, venue.regionName].filter(Boolean).join(', '),
});

const descriptionOf = (session: Session): string =>
  [session.occasion, `Penyelenggara: ${session.organizer}`, session.venue.map && `Peta: ${session.venue.map}`]
    .filter(Boolean)
    .join('\n');

/** SEQUENCE is 31 bits wide: seconds from here fit until 2088. */
const firstSecond = Date.parse('2020-01-01T00:00:00.000Z') / 1000;

/** Grows with the plan's version and with every change of the invitation, of which another wave is one; never shrinks. */
const sequenceOf = ({ version }: Session, { changedAt, invitedAt }: Invitation): number =>
  version + Math.floor(Date.parse(changedAt ?? invitedAt) / 1000) - firstSecond;

/** Both methods need an organizer (RFC 5546): the unit that invites, at an address that nobody reads. */
const organizerOf = ({ organizer }: Session, host: string) => ({
  // A parameter's value is quoted and knows no way to write a quote in it.
  name: organizer.replaceAll('"', '’'),
  email: `noreply@${host}`,
});

export interface CalendarRequest {
  invitation: Invitation;
  session: Session;
  /** Whether the link still stands; a file by a dead one takes the event out of the calendar. */
  stands: boolean;
  origin: string;
  now: Date;
}

export const calendarFile = ({ invitation, session, stands, origin, now }: CalendarRequest): string => {
  const zone = zones[session.zone];
  const cancelled = !stands || session.state === 'CANCELLED';
  const wave = session.waves.find(({ id }) => id === invitation.wave);
  const { startsAt, endsAt } = wave ?? session;
  const { hostname } = new URL(origin);
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Hadir', product: 'Hadir', language: 'ID' },
    // Named on the event only: a zone of the calendar's own would be applied to DTSTAMP too, which is in UTC.
    timezone: { name: null, generator: (name) => timezone(name, zone) },
  });
  calendar.createEvent({
    id: `${session.id}-${invitation.id}@${hostname}`,
    sequence: sequenceOf(session, invitation),
    stamp: now,
    start: wallClock(startsAt, zone),
    end: wallClock(endsAt, zone),
    timezone: zone.id,
    summary: session.title,
    description: descriptionOf(session),
    organizer: organizerOf(session, hostname),
    location: placeOf(session),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(session.venue.map !== undefined && { url: session.venue.map }),
  });
  return `${calendar.toString()}\r\n`;
};
