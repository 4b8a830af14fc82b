/** The outbox for organisers: owing e-mails, and what became of them. Where this installation sends none, that is said. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import { hasDeadLink, isSentAnew, linkKeysOf, occasionOf, owed, stateOf } from './mail-rules.ts';
import type { Mail } from './mail-schema.ts';
import { getMailSettings, listMail, queueMail } from './message-endpoints.ts';
import { isWrittenTo, messageStates } from './message-rules.ts';

const width = 32;

export const mailRoutes = ({ stores, mail, tokenKeys }: Deps): Route[] => {
  /** Those of these mails that would be sent anew if they were asked for now. As a rule none, and then nothing is read for it. */
  const toSendAnew = async ({ id, state }: Session, mails: readonly Mail[], now: Date): Promise<ReadonlySet<Mail>> => {
    const links = linkKeysOf(tokenKeys, id, now);
    const dead = messageStates.includes(state) ? mails.filter((one) => hasDeadLink(one, links)) : [];
    const ids = [...new Set(dead.map(({ invitation }) => invitation))];
    const invitations = new Map((await stores.invitations.some(id, ids)).map((one) => [one.id, one]));
    return new Set(
      dead.filter((one) => {
        const invitation = invitations.get(one.invitation);
        return (
          invitation &&
          isWrittenTo(invitation, one, now) &&
          isSentAnew(invitation, one) &&
          occasionOf(invitation, one) === one.occasion
        );
      }),
    );
  };

  return [
    route(queueMail, async ({ params, body: which }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      await findRegency(stores.regencies, session.regency);
      if (!mail) throw new Problem('MAIL_NOT_CONFIGURED');
      const { id, regency, state } = session;
      if (!messageStates.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
      const [invitations, register] = await Promise.all([
        stores.invitations.all(id, { consistent: true }),
        stores.units.all(regency, { consistent: true }),
      ]);
      const reachable = new Set(register.filter(({ holder }) => holder?.email !== undefined).map((unit) => unit.id));
      const writtenTo = invitations.filter((invitation) => isWrittenTo(invitation, which, now));
      const withAddress = writtenTo.filter((invitation) => reachable.has(invitation.id));
      const links = linkKeysOf(tokenKeys, id, now);
      const queued = await sideBySide(withAddress, width, async (invitation) => {
        const owing = owed(invitation, which, now);
        const isNew = await stores.mails.owe(owing, isSentAnew(invitation, which) ? links : undefined);
        if (!isNew) await stores.mails.remindSender(owing, now);
        return isNew;
      });
      mail.queued(id);
      const count = queued.filter(Boolean).length;
      return {
        status: 200,
        body: {
          queued: count,
          already: withAddress.length - count,
          withoutAddress: writtenTo.length - withAddress.length,
        },
      };
    }),

    route(getMailSettings, async () => ({ status: 200, body: { configured: mail !== undefined } })),

    route(listMail, async ({ params, query }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const { items, next } = await stores.mails.page(session.id, query);
      const anew = await toSendAnew(session, items, now);
      const shown = items.map((one) => ({
        invitation: one.invitation,
        purpose: one.purpose,
        state: stateOf(one, now),
        at: one.since,
        daysBefore: one.daysBefore,
        failure: one.failure,
        ...(anew.has(one) && { deadLink: true as const }),
      }));
      return { status: 200, body: { items: shown, next, configured: mail !== undefined } };
    }),
  ];
};
