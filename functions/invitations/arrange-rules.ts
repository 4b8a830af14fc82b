/** Spreading invitations over the waves of a session: a whole district, or a whole class, together where it fits. */
import { classOrder, unitClasses } from '../roster/unit-class.ts';
import type { Session } from '../sessions/session-schema.ts';
import { isInvited } from './invitation-rules.ts';
import type { Invitation } from './invitation-schema.ts';

export type ArrangeBy = 'DISTRICT' | 'CLASS';
type Plan = Pick<Session, 'waves' | 'venue'>;
type Placed = Pick<Invitation, 'id' | 'name' | 'class' | 'district' | 'wave' | 'revokedAt' | 'checkIn' | 'walkIn'>;

/** The wave an invitation is asked to; none when the plan no longer has that wave. */
export const waveOf = ({ waves }: Pick<Plan, 'waves'>, { wave }: Pick<Invitation, 'wave'>): string | undefined =>
  waves.some(({ id }) => id === wave) ? wave : undefined;

/** How many a wave takes: its own capacity, or the hall's; undefined where neither is known. */
export const capacityOf = ({ capacity }: Plan['waves'][number], { venue }: Plan): number | undefined =>
  capacity ?? venue.capacity;

export interface WaveCount {
  wave: string;
  invited: number;
  capacity?: number;
}

/** How full the waves are; beyond a capacity is shown, not refused. */
export const countWaves = (plan: Plan, invitations: readonly Placed[]): WaveCount[] => {
  const counts = new Map<string | undefined, number>();
  for (const invitation of invitations.filter(isInvited)) {
    const wave = waveOf(plan, invitation);
    counts.set(wave, (counts.get(wave) ?? 0) + 1);
  }
  return plan.waves.map((wave) => {
    const capacity = capacityOf(wave, plan);
    return { wave: wave.id, invited: counts.get(wave.id) ?? 0, ...(capacity !== undefined && { capacity }) };
  });
};

/** A wave while it is filled. */
interface Room {
  wave: string;
  left: number;
  invited: number;
}

interface Group {
  key: string;
  waiting: Placed[];
  /** By wave, how many of the group are there already. */
  there: Map<string, number>;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Guests without a class stand together, behind all classes. */
const keyOf = ({ district, class: unitClass }: Placed, by: ArrangeBy): string => {
  if (by === 'DISTRICT' && district !== undefined) return `district ${district}`;
  const order = unitClass === undefined ? unitClasses.length : classOrder(unitClass);
  return `class ${String(order).padStart(2, '0')}`;
};

const groupsOf = (plan: Plan, invitations: readonly Placed[], by: ArrangeBy): Group[] => {
  const groups = new Map<string, Group>();
  for (const invitation of invitations.filter(isInvited)) {
    const key = keyOf(invitation, by);
    const group = groups.get(key) ?? { key, waiting: [], there: new Map<string, number>() };
    groups.set(key, group);
    const wave = waveOf(plan, invitation);
    if (wave !== undefined) group.there.set(wave, (group.there.get(wave) ?? 0) + 1);
    // Who is in already needs no wave.
    else if (invitation.checkIn === undefined) group.waiting.push(invitation);
  }
  for (const { waiting } of groups.values()) waiting.sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
  return [...groups.values()]
    .filter(({ waiting }) => waiting.length > 0)
    .sort((a, b) => b.waiting.length - a.waiting.length || byText(a.key, b.key));
};

/** Which of the rooms that a group fits into it takes first. */
type Preference = (a: Room, b: Room) => number;
/** As even as possible. */
const evenly: Preference = (a, b) => b.left - a.left || a.invited - b.invited;
/** As full as possible, which leaves the other waves whole for large groups. */
const tightly: Preference = (a, b) => a.left - b.left || a.invited - b.invited;

export interface Assignment {
  id: string;
  wave: string;
}
interface Arrangement {
  assignments: Assignment[];
  unplaced: string[];
  /** Groups that had to be divided. */
  divided: number;
}

const fill = (groups: readonly Group[], start: readonly Room[], prefer: Preference): Arrangement => {
  const rooms = start.map((room) => ({ ...room }));
  const assignments: Assignment[] = [];
  const put = (room: Room, { id }: Placed) => {
    assignments.push({ id, wave: room.wave });
    room.left -= 1;
    room.invited += 1;
  };
  const tooLarge: Group[] = [];
  for (const group of groups) {
    const mates = ({ wave }: Room): number => group.there.get(wave) ?? 0;
    const [room] = rooms
      .filter(({ left }) => left >= group.waiting.length)
      .sort((a, b) => mates(b) - mates(a) || prefer(a, b));
    if (room) for (const invitation of group.waiting) put(room, invitation);
    else tooLarge.push(group);
  }
  const unplaced: string[] = [];
  // Only when every group that fits has its place, so that a divided one takes none of them apart.
  for (const { waiting } of tooLarge) {
    for (const invitation of waiting) {
      const room = rooms.filter(({ left }) => left > 0).sort((a, b) => a.left - b.left || byText(a.wave, b.wave))[0];
      if (room) put(room, invitation);
      else unplaced.push(invitation.id);
    }
  }
  return { assignments, unplaced, divided: tooLarge.length };
};

/**
 * A wave for everybody who has none: nobody twice, no wave beyond its capacity, and nobody is left over while a wave has room. The
 * same invitations give the same answer in whatever order they come. Two ways are tried, evenly first; filling tightly counts where
 * it keeps more groups together.
 */
export const arrange = (plan: Plan, invitations: readonly Placed[], by: ArrangeBy): Arrangement => {
  const rooms = countWaves(plan, invitations).map(({ wave, invited, capacity }) => ({
    wave,
    invited,
    left: capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, capacity - invited),
  }));
  const groups = groupsOf(plan, invitations, by);
  const [even, tight] = [fill(groups, rooms, evenly), fill(groups, rooms, tightly)];
  return tight.divided < even.divided ? tight : even;
};
