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
import { blanked, blankedConflict, scansOf } from './erase-rules.ts';
import { noContent, staffFields } from './record.ts';
import { partOf } from './seal-rules.ts';
import type { SealSession } from './seal-session.ts';
import type { HashPiece, LeafRun } from './seal-store.ts';

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
      await erasures.wipe(session, id, scansOf(read));
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

  /** Also of attempts that came to nothing: their leaves are under no head, and hold the same values. By attempt, where leaves of it lie. */
  const dropSalts = async (session: string, id: string): Promise<Map<string, Set<number>>> => {
    const mark = `"invitation":"${id}"`;
    const all = new Map<string, Set<number>>();
    // The erasure itself stays open to an authority: who did it, and why.
    const isAbout = (text: string): boolean => text.includes(mark) && !text.includes('"kind":"erasure"');
    const isOpen = (run: LeafRun, place: number): boolean =>
      run.openings[place]?.some(({ field }) => !staffFields.has(field)) ?? false;
    for await (const found of seals.allLeaves(session)) {
      const { attempt, from, texts } = found;
      const places = new Set(texts.flatMap((text, place) => (isAbout(text) ? [place] : [])));
      const indexes = all.get(attempt) ?? new Set();
      all.set(attempt, indexes);
      for (const place of places) indexes.add(from + place);
      let run: LeafRun | undefined = found;
      await tryAgain(async () => {
        if (!run) return true;
        const open = new Set([...places].filter((place) => isOpen(run as LeafRun, place)));
        if (open.size === 0 || (await seals.dropOpenings(session, run, open, staffFields))) return true;
        run = await seals.leaves(session, run.from, run.attempt);
        return undefined;
      });
    }
    return all;
  };

  /** Beside the tree too: with the secret that keys them, names could be tried against what these leaves said. */
  const dropContents = async (session: string, about: ReadonlyMap<string, ReadonlySet<number>>): Promise<void> => {
    for (const found of await seals.hashes(session)) {
      const { from, attempt } = found;
      let piece: HashPiece | undefined = found;
      await tryAgain(async () => {
        if (!piece) return true;
        const told = piece.contents.flatMap((content, place) => (content === noContent ? [] : [place]));
        const places = new Set(told.filter((place) => about.get(attempt)?.has(from + place)));
        if (places.size === 0 || (await seals.dropContents(session, piece, places))) return true;
        const pieces = await seals.hashesOfPart(session, partOf(from), { consistent: true });
        piece = pieces.find((one) => one.from === from && one.attempt === attempt);
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
    await dropContents(session.id, await dropSalts(session.id, id));
    return erasedAt ?? erased.at;
  };
};
