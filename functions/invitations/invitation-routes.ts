/** Inviting, revoking, re-issuing, and the codes, for organisers. */
import type * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { Caller } from '../platform/caller.ts';
import { makeGuestId } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { regions } from '../regions/regions.ts';
import type { Holder, Unit } from '../roster/unit-schema.ts';
import { findSession } from '../sessions/find-session.ts';
import { invitableStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import {
  getInvitation,
  invitationQrPng,
  invitationQrSvg,
  invite,
  listInvitations,
  reissueInvitation,
  revokeInvitation,
  setSeat,
} from './invitation-endpoints.ts';
import { showInvitation } from './invitation-rules.ts';
import type { GuestInput, Invitation, InviteRequest } from './invitation-schema.ts';
import { makeToken } from './invitation-token.ts';
import { codeOf, qrPng, qrSvg } from './qr.ts';

type Request = z.output<typeof InviteRequest>;
type Guest = z.output<typeof GuestInput>;

const tokenOf = (keys: TokenKeys, { session, id, tokenVersion }: Invitation): string =>
  makeToken(keys, { session, invitation: id, version: tokenVersion });

/** The title held on the day is a snapshot; the phone stays in the register. */
const snapshot = ({ phone: _, ...holder }: Holder): Invitation['holder'] => holder;

const ofUnit = (session: string, unit: Unit, invitedAt: string): Invitation => ({
  id: unit.id,
  session,
  kind: 'unit',
  class: unit.class,
  name: unit.name,
  office: unit.office,
  district: unit.district,
  districtName: unit.district && regions.nameOf(unit.district),
  holder: unit.holder && snapshot(unit.holder),
  tokenVersion: 1,
  invitedAt,
});

const ofGuest = (session: string, guest: Guest, id: string, invitedAt: string): Invitation => ({
  id,
  session,
  kind: 'guest',
  name: guest.institution ?? guest.office,
  office: guest.office,
  holder: guest.name === undefined ? null : { name: guest.name, acting: 'DEFINITIVE' },
  tokenVersion: 1,
  invitedAt,
});

const guestId = (session: string, key: string, index: number, { name = '', office, institution = '' }: Guest): string =>
  makeGuestId(session, key, index, [name, office, institution]);

const unitsAsked = async (stores: Stores, regency: string, request: Request): Promise<Unit[]> => {
  const { classes, units: ids = [] } = request;
  const ofClasses = classes?.length
    ? (await stores.units.all(regency, { consistent: true })).filter((unit) => classes.includes(unit.class))
    : [];
  const known = new Set(ofClasses.map((unit) => unit.id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  const single = await stores.units.some(regency, missing);
  if (single.length !== missing.length) throw new Problem('UNIT_UNKNOWN');
  return [...ofClasses, ...single];
};

const findInvitation = async (stores: Stores, session: string, id: string): Promise<Invitation> => {
  const invitation = await stores.invitations.get(session, id, { consistent: true });
  if (!invitation) throw new Problem('INVITATION_UNKNOWN');
  return invitation;
};

const known = (invitation: Invitation | undefined): Invitation => {
  if (!invitation) throw new Problem('INVITATION_UNKNOWN');
  return invitation;
};

export const invitationRoutes = ({ stores, tokenKeys, origin, changed }: Deps): Route[] => {
  const link = (invitation: Invitation) => `${origin}/c/${tokenOf(tokenKeys, invitation)}`;
  const show = (invitation: Invitation, session: Session, frozen: ReadonlySet<string> | null, caller?: Caller) =>
    showInvitation(invitation, session, { frozen, ...(caller?.role === 'organizer' && { link: link(invitation) }) });
  const codeFor = async (session: string, id: string): Promise<string> => {
    const invitation = await findInvitation(stores, session, id);
    if (invitation.revokedAt !== undefined) throw new Problem('INVITATION_REVOKED');
    return codeOf(origin, tokenOf(tokenKeys, invitation));
  };

  return [
    route(invite, async ({ params, body }, { now, idempotencyKey }) => {
      const session = await findSession(stores.sessions, params.session);
      if (!invitableStates.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const invitedAt = now.toISOString();
      const units = await unitsAsked(stores, session.regency, body);
      const guests = (body.guests ?? []).map((guest, index) =>
        ofGuest(session.id, guest, guestId(session.id, idempotencyKey, index, guest), invitedAt),
      );
      const invitations = [...units.map((unit) => ofUnit(session.id, unit, invitedAt)), ...guests];
      const invited = await stores.invitations.add(invitations);
      changed(session.id);
      return {
        status: 200,
        body: { invited, alreadyInvited: invitations.length - invited, guests: guests.map(({ id }) => id) },
      };
    }),

    route(listInvitations, async ({ params, query }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const frozen = await stores.invitations.frozenRoster(session);
      const page = await stores.invitations.page(session.id, query);
      const items = page.items.map((item) => show(item, session, frozen, caller));
      return { status: 200, body: { items, next: page.next } };
    }),

    route(getInvitation, async ({ params }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const invitation = await findInvitation(stores, params.session, params.invitation);
      const frozen = await stores.invitations.frozenRoster(session);
      return { status: 200, body: show(invitation, session, frozen, caller) };
    }),

    route(revokeInvitation, async ({ params }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const revoked = known(await stores.invitations.revoke(session.id, params.invitation, now.toISOString()));
      changed(session.id);
      return { status: 200, body: show(revoked, session, await stores.invitations.frozenRoster(session), caller) };
    }),

    route(reissueInvitation, async ({ params, body }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const reissued = await stores.invitations.reissue(session.id, params.invitation, body.version, now.toISOString());
      const invitation = reissued ?? (await findInvitation(stores, session.id, params.invitation));
      // Repeated after a lost answer: the code that was asked for is there. Any other version: somebody else was faster.
      if (invitation.tokenVersion !== body.version + 1) throw new Problem('INVITATION_CHANGED');
      changed(session.id);
      return { status: 200, body: show(invitation, session, await stores.invitations.frozenRoster(session), caller) };
    }),

    route(setSeat, async ({ params, body }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const seated = known(
        await stores.invitations.setSeat(session.id, params.invitation, body.seat, now.toISOString()),
      );
      return { status: 200, body: show(seated, session, await stores.invitations.frozenRoster(session), caller) };
    }),

    route(invitationQrSvg, async ({ params }) => ({
      status: 200,
      raw: await qrSvg(await codeFor(params.session, params.invitation)),
    })),

    route(invitationQrPng, async ({ params }) => ({
      status: 200,
      raw: await qrPng(await codeFor(params.session, params.invitation)),
    })),
  ];
};
