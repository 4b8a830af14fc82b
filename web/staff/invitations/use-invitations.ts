import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { apiAll } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import type { InvitationShown } from './invitation.ts';

interface Ranked {
  class?: UnitClassCode | undefined;
  name: string;
}
const names = new Intl.Collator('id', { numeric: true });
const rank = ({ class: unitClass }: Ranked): number =>
  unitClass ? className.codes.indexOf(unitClass) : className.codes.length;

/** Units in protocol order and by name, then guests. */
export const inOrder = (a: Ranked, b: Ranked): number => rank(a) - rank(b) || names.compare(a.name, b.name);

/** All invitations of a session; `turn` asks anew. */
export const useInvitations = (session: string): Loaded<InvitationShown[]> =>
  useLoad(session, async (signal) =>
    (await apiAll('GET /api/sessions/:session/invitations', { params: { session }, query: {}, signal })).sort(inOrder),
  );
