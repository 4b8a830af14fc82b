/** The messages of a session, as a list and as a file, and the claim of whom to remind. For organisers only: they hold numbers. */
import type { Deps } from '../deps.ts';
import { inProtocolOrder } from '../documents/recipients.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { makeLinks } from '../invitations/links.ts';
import { csvFile } from '../platform/csv-cell.ts';
import type { Page } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { unitClassOf } from '../roster/unit-class.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { listMessages, messagesCsv, remind } from './message-endpoints.ts';
import { claimOf, isWrittenTo, messageStates, type Which } from './message-rules.ts';
import { makeMessages, type Written } from './messages.ts';

/** Claims in flight: 11,000 take seconds. */
const width = 32;

/** In the order of the columns. A number is written without its plus, as senders and `wa.me` take it. */
const columns: [heading: string, cell: (message: Written) => string][] = [
  ['Penerima', ({ addressee }) => addressee.replace(/^Yth\. /, '')],
  ['Jabatan', ({ office }) => office],
  ['Unit', ({ name }) => name],
  ['Kelas', ({ class: unitClass }) => (unitClass === undefined ? 'Tamu' : unitClassOf(unitClass).id)],
  ['Nomor HP', ({ phone }) => phone?.replace('+', '') ?? ''],
  ['Surel', ({ email }) => email ?? ''],
  ['Tautan', ({ link }) => link],
  ['Pesan', ({ text }) => text],
];

/**
 * A page of those who are written to, filled to its limit however few they are. Read strongly, as the file is: whoever was claimed a
 * moment ago and were missing here would wait a day for their reminder.
 */
const pageOfWrittenTo = async (
  { invitations: store }: Pick<Stores, 'invitations'>,
  session: string,
  isMeant: (invitation: Invitation) => boolean,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Invitation>> => {
  const items: Invitation[] = [];
  let from = cursor;
  do {
    const page = await store.page(session, { limit: limit - items.length, cursor: from, consistent: true });
    items.push(...page.items.filter(isMeant));
    from = page.next ?? undefined;
  } while (from !== undefined && items.length < limit);
  return { items, next: from ?? null };
};

/** One of them; nobody where it is not written to. */
const oneWrittenTo = async (
  { invitations: store }: Pick<Stores, 'invitations'>,
  session: string,
  isMeant: (invitation: Invitation) => boolean,
  id: string,
): Promise<Page<Invitation>> => {
  const invitation = await store.get(session, id, { consistent: true });
  return { items: invitation && isMeant(invitation) ? [invitation] : [], next: null };
};

export const messageRoutes = ({ stores, ...deps }: Deps): Route[] => {
  const links = makeLinks(deps);
  const writerFor = async (session: Session, which: Which) => {
    const regency = await findRegency(stores.regencies, session.regency);
    return makeMessages(session, which, regency, links);
  };

  return [
    route(listMessages, async ({ params, query }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const write = await writerFor(session, query);
      const isMeant = (invitation: Invitation) => isWrittenTo(invitation, query, now);
      const { items, next } =
        query.invitation === undefined
          ? await pageOfWrittenTo(stores, session.id, isMeant, query)
          : await oneWrittenTo(stores, session.id, isMeant, query.invitation);
      const known = await stores.units.some(
        session.regency,
        items.filter((invitation) => invitation.class !== undefined).map(({ id }) => id),
      );
      const units = new Map(known.map((unit) => [unit.id, unit]));
      return { status: 200, body: { items: items.map((item) => write(item, units.get(item.id))), next } };
    }),

    route(messagesCsv, async ({ params, query }, { now }) => {
      const session = await findSession(stores.sessions, params.session);
      const write = await writerFor(session, query);
      const [invitations, register] = await Promise.all([
        stores.invitations.all(session.id, { consistent: true }),
        stores.units.all(session.regency, { consistent: true }),
      ]);
      const units = new Map(register.map((unit) => [unit.id, unit]));
      const rows = invitations
        .filter((invitation) => isWrittenTo(invitation, query, now))
        .sort(inProtocolOrder)
        .map((invitation) => write(invitation, units.get(invitation.id)))
        .map((message) => columns.map(([, cell]) => cell(message)));
      return { status: 200, raw: csvFile([columns.map(([heading]) => heading), ...rows]) };
    }),

    route(remind, async ({ params, body }, { now, idempotencyKey: by }) => {
      const session = await findSession(stores.sessions, params.session);
      const { id, state } = session;
      if (!messageStates.includes(state)) throw new Problem('SESSION_WRONG_STATE', { state });
      const invitations = await stores.invitations.all(id, { consistent: true });
      const outcomes = await sideBySide(invitations, width, async (invitation) => {
        const claim = claimOf(invitation, { by, classes: body.classes, now });
        if (claim !== 'TO_CLAIM') return claim;
        // Another call, or an answer, may be a moment faster: who it claimed waits, who answered is left alone.
        return (await stores.invitations.claimReminder(id, invitation.id, by, now)) ? 'CLAIMED' : 'WAITING';
      });
      const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
      return { status: 200, body: { claimed: count('CLAIMED'), waiting: count('WAITING') } };
    }),
  ];
};
