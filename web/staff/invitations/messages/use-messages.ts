import { type Answer, api, apiAll, type ItemOf } from '../../../shared/api.ts';
import { type Loaded, useLoad } from '../../../shared/use-load.ts';
import { inOrder } from '../use-invitations.ts';

export type MessageShown = ItemOf<'GET /api/sessions/:session/messages'>;
export type Purpose = 'INVITE' | 'REMIND';

export interface Which {
  purpose: Purpose;
  /** The call that claimed whom to remind; every call's where none is named. */
  reminder?: string | undefined;
}

/** What a call's query says of it. */
export const queryOf = ({ purpose, reminder }: Which) => ({ purpose, ...(reminder !== undefined && { reminder }) });

/** Names a list of messages, where something is kept about it. */
export const listName = (session: string, { purpose, reminder }: Which): string =>
  [session, purpose, reminder].filter(Boolean).join(' ');

/** In the order of the list of invitations. */
export const useMessages = (session: string, which: Which): Loaded<MessageShown[]> =>
  useLoad(listName(session, which), async (signal) =>
    (await apiAll('GET /api/sessions/:session/messages', { params: { session }, query: queryOf(which), signal })).sort(
      inOrder,
    ),
  );

type MailPage = Answer<'GET /api/sessions/:session/mail'>;
export type MailShown = MailPage['items'][number];

/** Every mail, page by page, and whether this installation sends any. */
export const allMail = async (
  session: string,
  signal: AbortSignal,
): Promise<{ configured: boolean; items: MailShown[] }> => {
  const items: MailShown[] = [];
  let configured = false;
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor && { cursor }) };
    const page: MailPage = await api('GET /api/sessions/:session/mail', { params: { session }, query, signal });
    items.push(...page.items);
    configured = page.configured;
    cursor = page.next ?? undefined;
  } while (cursor);
  return { configured, items };
};
