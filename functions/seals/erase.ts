/**
 * Erasing the personal data of an invitation on request (UU PDP 27/2022). Everything is sealed first, so that the record stands with its
 * commitments; then the values go from the invitation and what belongs to it, the erasure becomes a record of its own, and at last what
 * opens the commitments is dropped. Whoever stops in between repeats it: each step finds what is done already.
 */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { RosterRule } from '../invitations/roster-rule.ts';
import { Problem } from '../platform/problem.ts';
import { tryAgain } from '../platform/try-again.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { blanked, blankedConflict, noncesOf } from './erase-rules.ts';
import type { SealSession } from './seal-session.ts';
import type { LeafRun } from './seal-store.ts';

type Ports = Pick<Stores, 'invitations' | 'rosterRules' | 'conflicts' | 'erasures' | 'seals'>;

export const makeErase = (stores: Ports, sealSession: SealSession) => {
  const { invitations, rosterRules, conflicts, erasures, seals } = stores;

  /** A guest stands in the rule too by which the next session would ask them again. */
  const forgetGuest = async (session: string, { kind, name, office, holder }: Invitation): Promise<void> => {
    if (kind !== 'guest') return;
    const isIt = (guest: RosterRule['guests'][number]): boolean =>
      guest.office === office && (guest.institution ?? guest.office) === name && guest.name === holder?.name;
    await tryAgain(async () => {
      for (const rule of await rosterRules.all(session)) {
        const others = rule.guests.filter((guest) => !isIt(guest));
        const isSame = others.length === rule.guests.length;
        if (!isSame && !(await erasures.keepGuests(session, rule, others))) return undefined;
      }
      return true;
    });
  };

  const blankInvitation = (session: string, id: string, erased: { at: string; by: string; reason: string }) =>
    tryAgain(async () => {
      const read = await invitations.get(session, id, { consistent: true });
      if (!read) throw new Problem('INVITATION_UNKNOWN');
      const left = blanked(read);
      const clean = Object.entries(left).every(
        ([name, value]) => JSON.stringify(value) === JSON.stringify(read[name as keyof Invitation]),
      );
      if (clean && read.erasedAt !== undefined) return read;
      // Of what went with the invitation: while its nonces still lead there from the item.
      await erasures.wipe(session, id, noncesOf(read));
      await forgetGuest(session, read);
      return erasures.blank(read, left, erased);
    });

  const blankConflicts = async (session: string, id: string): Promise<void> => {
    const about = (await conflicts.all(session, { consistent: true })).filter(({ invitation }) => invitation === id);
    for (const { id: conflict } of about) {
      await tryAgain(async () => {
        const read = await conflicts.get(session, conflict);
        return !read || (await erasures.blankConflict(read, blankedConflict(read))) || undefined;
      });
    }
  };

  /** Also of attempts that came to nothing: their leaves are under no head, and hold the same values. */
  const dropSalts = async (session: string, id: string): Promise<void> => {
    const mark = `"invitation":"${id}"`;
    const placesIn = ({ texts, openings }: LeafRun): Set<number> =>
      new Set(texts.flatMap((text, place) => (text.includes(mark) && openings[place]?.length ? [place] : [])));
    for await (const found of seals.allLeaves(session)) {
      let run: LeafRun | undefined = found;
      await tryAgain(async () => {
        if (!run) return true;
        const places = placesIn(run);
        if (places.size === 0 || (await seals.dropOpenings(session, run, places))) return true;
        run = await seals.leaves(session, run.from, run.attempt);
        return undefined;
      });
    }
  };

  /** When it was erased: a repeat is told of the first time. */
  return async (session: Session, id: string, erased: { at: string; by: string; reason: string }): Promise<string> => {
    if (!(await invitations.get(session.id, id, { consistent: true }))) throw new Problem('INVITATION_UNKNOWN');
    await sealSession(session.id);
    const { erasedAt } = await blankInvitation(session.id, id, erased);
    await blankConflicts(session.id, id);
    await sealSession(session.id);
    await dropSalts(session.id, id);
    return erasedAt ?? erased.at;
  };
};
