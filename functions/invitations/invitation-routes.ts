/** The invitations of a session for its staff: what became of each, its links and codes, revoking and re-issuing, seats and waves. */
import type { Deps } from '../deps.ts';
import type { Caller } from '../platform/caller.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { waveOf } from './arrange-rules.ts';
import {
  getInvitation,
  invitationQrPng,
  invitationQrSvg,
  listInvitations,
  reissueInvitation,
  revokeInvitation,
  setSeat,
  setWave,
} from './invitation-endpoints.ts';
import { showInvitation } from './invitation-rules.ts';
import type { Invitation, InvitationShown } from './invitation-schema.ts';
import { type Links, makeLinks } from './links.ts';
import { qrPng, qrSvg } from './qr.ts';

const findInvitation = async (stores: Stores, session: string, id: string): Promise<Invitation> =>
  known(await stores.invitations.get(session, id, { consistent: true }));

const known = (invitation: Invitation | undefined): Invitation => {
  if (!invitation) throw new Problem('INVITATION_UNKNOWN');
  return invitation;
};

/** As a member of staff sees it: organisers with the links. A wave that the plan no longer has is none. */
export const showToStaff =
  (links: Links, session: Session, frozen: ReadonlySet<string> | null, caller: Caller | undefined) =>
  (invitation: Invitation): InvitationShown =>
    showInvitation({ ...invitation, wave: waveOf(session, invitation) }, session, {
      frozen,
      ...(caller?.role === 'organizer' && {
        link: links.holder(invitation),
        delegateLink: links.delegate(invitation),
      }),
    });

export const invitationRoutes = ({ stores, changed, ...deps }: Deps): Route[] => {
  const links = makeLinks(deps);
  const show = async (invitation: Invitation, session: Session, caller: Caller | undefined) =>
    showToStaff(links, session, await stores.invitations.frozenRoster(session), caller)(invitation);
  const codeFor = async (session: string, id: string): Promise<string> => {
    const invitation = await findInvitation(stores, session, id);
    if (invitation.revokedAt !== undefined) throw new Problem('INVITATION_REVOKED');
    return links.doorCode(invitation);
  };

  return [
    route(listInvitations, async ({ params, query }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const frozen = await stores.invitations.frozenRoster(session);
      const { items, next } = await stores.invitations.page(session.id, query);
      return { status: 200, body: { items: items.map(showToStaff(links, session, frozen, caller)), next } };
    }),

    route(getInvitation, async ({ params }, { caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const invitation = await findInvitation(stores, params.session, params.invitation);
      return { status: 200, body: await show(invitation, session, caller) };
    }),

    route(revokeInvitation, async ({ params }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const revoked = known(await stores.invitations.revoke(session.id, params.invitation, now.toISOString()));
      changed(session.id);
      return { status: 200, body: await show(revoked, session, caller) };
    }),

    route(reissueInvitation, async ({ params, body }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const reissued = await stores.invitations.reissue(session.id, params.invitation, body.version, now.toISOString());
      const invitation = reissued ?? (await findInvitation(stores, session.id, params.invitation));
      const { tokenVersion, lastVersion, replacedVersion, delegation } = invitation;
      // Repeated after a lost answer: the code that was asked for is there, and is the current one. Otherwise somebody else was faster.
      const isRepeat = replacedVersion === body.version && tokenVersion === lastVersion && delegation === undefined;
      if (!reissued && !isRepeat) throw new Problem('INVITATION_CHANGED');
      changed(session.id);
      return { status: 200, body: await show(invitation, session, caller) };
    }),

    route(setSeat, async ({ params, body }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      const at = now.toISOString();
      const seated = known(await stores.invitations.setSeat(session.id, params.invitation, body.seat, at));
      return { status: 200, body: await show(seated, session, caller) };
    }),

    route(setWave, async ({ params, body: { wave } }, { now, caller }) => {
      const session = await findSession(stores.sessions, params.session);
      if (wave !== null && waveOf(session, { wave }) === undefined) throw fieldProblem('WAVE_UNKNOWN', '/body/wave');
      const at = now.toISOString();
      const asked = known(await stores.invitations.setWave(session.id, params.invitation, wave, at));
      return { status: 200, body: await show(asked, session, caller) };
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
