/** How full the hall and its waves are, by who is asked to come; beyond a capacity is shown, never refused. */
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { wasAsked } from '../overview/answers-by-class.ts';

export interface WaveSeats {
  id: string;
  label: string;
  invited: number;
  /** The wave's own, or the hall's; undefined where neither is known. */
  capacity: number | undefined;
}

export interface Seats {
  invited: number;
  /** Of the hall. */
  capacity: number | undefined;
  waves: WaveSeats[];
  /** Asked to come, and to none of the waves. */
  unassigned: number;
}

type Plan = {
  venue: Pick<SessionShown['venue'], 'capacity'>;
  waves: readonly Pick<Wave, 'id' | 'label' | 'capacity'>[];
};
type Wave = SessionShown['waves'][number];
type Seen = Pick<InvitationShown, 'revoked' | 'walkIn' | 'wave'>;

export const seatsOf = ({ venue, waves }: Plan, invitations: readonly Seen[]): Seats => {
  const asked = invitations.filter(wasAsked);
  const known = waves.map(({ id, label, capacity }) => ({
    id,
    label,
    invited: asked.filter(({ wave }) => wave === id).length,
    capacity: capacity ?? venue.capacity,
  }));
  const placed = known.reduce((sum, { invited }) => sum + invited, 0);
  return {
    invited: asked.length,
    capacity: venue.capacity,
    waves: known,
    unassigned: waves.length ? asked.length - placed : 0,
  };
};

/** More are asked at once than there are seats; with waves, that is for each wave to say. */
export const isCrowded = ({ invited, capacity, waves }: Seats): boolean =>
  waves.length === 0 && capacity !== undefined && invited > capacity;

export const overfull = ({ waves }: Seats): WaveSeats[] =>
  waves.filter(({ invited, capacity }) => capacity !== undefined && invited > capacity);
