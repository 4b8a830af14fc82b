/** What the doors showed against what the server keeps: what is lost, accepted twice, in a conflict, changed. */
import type { TestApi } from '../support/api.ts';
import type { Overheard } from './doors-link.ts';

export interface Shown {
  nonce: string;
  invitation: string;
  admitted: boolean;
  saved: boolean;
  /** The door said that it is taken back. */
  undone?: boolean;
  /** Who came, as the door's operator said last. */
  who?: string;
}

/** What the server keeps of a session, by the nonce of its scan. */
export const readKept = async ({ engine: { stores } }: TestApi, session: string) => {
  const [invitations, conflicts, denials] = await Promise.all([
    stores.invitations.all(session, { consistent: true }),
    stores.conflicts.all(session, { consistent: true }),
    stores.checkIns.denials(session),
  ]);
  const records = new Map(invitations.flatMap(({ checkIn }) => (checkIn ? [[checkIn.nonce, checkIn]] : [])));
  const undone = new Map(
    invitations.flatMap((invitation) => (invitation.undone ?? []).map(({ checkIn }) => [checkIn.nonce, checkIn])),
  );
  const others = new Map(conflicts.map((conflict) => [conflict.other.nonce, conflict]));
  const denied = new Set(denials.map(({ nonce }) => nonce));
  return { records, undone, others, denied };
};
type Kept = Awaited<ReturnType<typeof readKept>>;

/** A scan that let somebody in is on record, was taken back, or stands in a conflict; any other one at least left a denial. */
export const isKept = ({ nonce, admitted }: Shown, { records, undone, others, denied }: Kept): boolean =>
  records.has(nonce) || undone.has(nonce) || others.has(nonce) || (!admitted && denied.has(nonce));

/** As the server has them: neither on record any more, or as the operator said last. */
export const isChanged = ({ nonce, undone: taken, who }: Shown, { records, undone, others }: Kept): boolean => {
  if (taken) return !records.has(nonce) && (undone.has(nonce) || others.get(nonce)?.decision === 'KEEP');
  const told = records.get(nonce) ?? undone.get(nonce) ?? others.get(nonce)?.other;
  return who === undefined || told?.who === who;
};

/**
 * The scans that must stand in a conflict: of an invitation that several doors let in all but the one that is on record. Where one of
 * them was taken back, which of the others met a record depends on when it came: those that were told "already".
 */
export const conflictsOf = (shown: readonly Shown[], { records }: Kept, told: ReadonlySet<string>): Set<string> => {
  const byInvitation = new Map<string, Shown[]>();
  for (const scan of shown)
    if (scan.admitted) byInvitation.set(scan.invitation, [...(byInvitation.get(scan.invitation) ?? []), scan]);
  const expected = [...byInvitation.values()].flatMap((scans) => {
    if (scans.some(({ undone }) => undone)) return scans.filter(({ nonce }) => told.has(nonce));
    return scans.filter(({ nonce }) => !records.has(nonce));
  });
  return new Set(expected.map(({ nonce }) => nonce));
};

export const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => !b.has(one)).length + [...b].filter((one) => !a.has(one)).length;

interface Heard {
  overhear: Overheard;
  /** Invitations that were accepted for two scans of which neither was taken back. */
  doubleAccepted: (kept: Kept) => number;
  /** Scans that were told that somebody is in already. */
  already: ReadonlySet<string>;
  /** Undos and corrections that were refused. */
  refused: ReadonlySet<string>;
}

/** Listens to what the server answers: an invitation may be accepted for one nonce only. */
export const listen = (): Heard => {
  const accepted = new Map<string, Set<string>>();
  const already = new Set<string>();
  const refused = new Set<string>();
  const heard: Record<string, Set<string>> = { already, problem: refused, invalid: refused };
  return {
    overhear: (call, body, answer) => {
      if (call !== 'batch') return;
      const { entries } = body as { entries: { nonce: string }[] };
      const { answers } = answer as { answers: { result: string; invitation?: { id: string } }[] };
      for (const [at, { result, invitation }] of answers.entries()) {
        const nonce = entries[at]?.nonce ?? '';
        heard[result]?.add(nonce);
        if (result === 'accepted' && invitation)
          accepted.set(invitation.id, (accepted.get(invitation.id) ?? new Set()).add(nonce));
      }
    },
    doubleAccepted: ({ undone }) =>
      [...accepted.values()].filter((nonces) => [...nonces].filter((nonce) => !undone.has(nonce)).length > 1).length,
    already,
    refused,
  };
};
