/** The venue's own code, for the attendees who open it. */
import { makeAdmission } from '../check-in/admission.ts';
import type { HotDeps } from '../deps.ts';
import { phoneStanding, roleOf } from '../invitations/answer-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { readToken } from '../invitations/invitation-token.ts';
import { phoneHash } from '../invitations/phone-name.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import type { Session } from '../sessions/session-schema.ts';
import { isFresh, makePass, readPass, readVenueCode, type VenueEvidence } from './venue-code.ts';
import { openVenue, venueCheckIn } from './venue-endpoints.ts';

/** What stands in the record where a paired door has its name. */
const doorOf: Record<VenueEvidence, string> = { VENUE_SCREEN: 'Layar pintu', VENUE_PRINT: 'Cetakan pintu' };

const shown = (session: Session, regencyName: string) => ({
  id: session.id,
  regencyName,
  title: session.title,
  zone: session.zone,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  venueName: session.venue.name,
});

export const venueRoutes = (deps: HotDeps): Route[] => {
  const { stores, tokenKeys } = deps;
  const admission = makeAdmission(deps);

  /** Whether this very scan is on record: then its repeat gets its answer, also when the pass has ended meanwhile. */
  const isKnown = (found: Invitation | undefined, nonce: string): boolean =>
    found?.checkIn?.nonce === nonce || found?.undone?.some(({ checkIn }) => checkIn.nonce === nonce) === true;

  /** A link that was shared in a group lets only the phone in that confirmed it; of a dead one the door's rules tell. */
  const isOthersLink = (found: Invitation, version: number, phone: string): boolean => {
    const role = roleOf(found, version);
    return role !== undefined && phoneStanding(found, role, phoneHash(phone)) === 'OTHER';
  };

  return [
    route(openVenue, async ({ params, body }, { now }) => {
      const content = readVenueCode(tokenKeys, params.code);
      if (!content) throw new Problem('VENUE_CODE_INVALID');
      if (!isFresh(content, now)) throw new Problem('VENUE_CODE_STALE');
      const session = await stores.sessions.get(content.session, { consistent: true });
      const regency = session && (await stores.regencies.get(session.regency));
      if (!session || !regency) throw new Problem('VENUE_CODE_INVALID');
      if (session.state !== 'OPEN') throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const { pass, until } = makePass(tokenKeys, content, body.phone, now);
      return {
        status: 200,
        body: {
          session: shown(session, regency.name),
          evidence: content.evidence,
          pass,
          passUntil: until.toISOString(),
        },
      };
    }),

    route(venueCheckIn, async ({ params, body: { pass: given, phone, ...scan } }, { now }) => {
      const content = readToken(tokenKeys, params.token);
      if (!content) throw new Problem('TOKEN_INVALID');
      const pass = readPass(tokenKeys, given, phone);
      if (!pass) throw new Problem('VENUE_PASS_STALE');
      const { session, evidence } = pass;
      const found =
        content.session === session
          ? await stores.invitations.get(session, content.invitation, { consistent: true })
          : undefined;
      if (!isKnown(found, scan.nonce)) {
        if (now > pass.until) throw new Problem('VENUE_PASS_STALE');
        if (found && isOthersLink(found, content.version, phone)) throw new Problem('LINK_BOUND');
      }
      const at = now.toISOString();
      const request = {
        ...scan,
        token: params.token,
        mode: 'IN_PERSON' as const,
        scannedAt: at,
        sentAt: at,
        door: doorOf[evidence],
      };
      return admission.checkIn(session, request, { kind: 'attendee', phone: pass.phone, evidence }, now);
    }),
  ];
};
