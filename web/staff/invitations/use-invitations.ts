import { apiAll } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import type { InvitationShown } from './invitation.ts';

/** Units in protocol order, then guests. */
const rank = ({ class: unitClass }: InvitationShown): number =>
  unitClass ? className.codes.indexOf(unitClass) : className.codes.length;
const inOrder = (a: InvitationShown, b: InvitationShown): number =>
  rank(a) - rank(b) || a.name.localeCompare(b.name, 'id', { numeric: true }) || (a.id < b.id ? -1 : 1);

/** All invitations of a session; `turn` asks anew. */
export const useInvitations = (session: string): Loaded<InvitationShown[]> =>
  useLoad(session, async (signal) =>
    (await apiAll('GET /api/sessions/:session/invitations', { params: { session }, query: {}, signal })).sort(inOrder),
  );
