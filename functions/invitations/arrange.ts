/** Carries an arrangement out: each invitation moved only if it is still where it was read. */
import { sideBySide } from '../platform/side-by-side.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { type ArrangeBy, arrange, countWaves, type WaveCount } from './arrange-rules.ts';

const width = 32;

export interface Arranged {
  waves: WaveCount[];
  assigned: number;
  unplaced: number;
}

/** Who gets a wave by hand meanwhile keeps that one, so that a wave may then be one above its capacity: the counts show it. */
export const arrangeAll = async (
  { invitations: store }: Pick<Stores, 'invitations'>,
  session: Session,
  by: ArrangeBy,
  now: Date,
): Promise<Arranged> => {
  const read = await store.all(session.id, { consistent: true });
  const known = new Map(read.map((invitation) => [invitation.id, invitation]));
  const { assignments, unplaced } = arrange(session, read, by);
  const moved = await sideBySide(assignments, width, ({ id, wave }) => {
    const invitation = known.get(id);
    return invitation ? store.arrange(invitation, wave, now.toISOString()) : Promise.resolve(false);
  });
  const after = assignments.length > 0 ? await store.all(session.id, { consistent: true }) : read;
  return {
    waves: countWaves(session, after),
    assigned: moved.filter(Boolean).length,
    unplaced: unplaced.length,
  };
};
