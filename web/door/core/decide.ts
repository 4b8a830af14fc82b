/**
 * What a door says by itself, as a function of what it holds.
 *
 *   code ── not shaped like ours ───────────────▶ refused UNKNOWN
 *     ├──── of another session ─────────────────▶ refused OTHER_SESSION
 *     ├──── session cancelled / over / not open ▶ refused
 *     ├──── no list ────────────────────────────▶ undecided NO_LIST
 *     ├──── not on the list ────────────────────▶ undecided NOT_ON_LIST (invited after our list, or nobody)
 *     ├──── its hash is the head's own, and a delegate is named ▶ refused DELEGATED
 *     ├──── its hash unknown: older version ────▶ refused REVOKED (replaced); a delegate's that was taken back ▶ the same;
 *     │                       newer ▶ undecided; same ▶ refused UNKNOWN (forged)
 *     ├──── revoked ────────────────────────────▶ refused REVOKED
 *     ├──── present, not by video ──────────────▶ already
 *     └──── admitted
 */
import type { CodeContent } from './code.ts';
import type { DoorListEntry, DoorSession, RefusalReason, Verdict } from './door.ts';
import { inHall } from './in-hall.ts';

export interface Known {
  session: Pick<DoorSession, 'id' | 'state'>;
  /** The session's state was heard of so lately that it stands. */
  fresh: boolean;
  /** Undefined without a whole list. */
  entries: ReadonlyMap<string, DoorListEntry> | undefined;
}

/** What was read, after its code was taken apart and hashed. */
export type Asked =
  | { kind: 'code'; content: CodeContent | undefined; hash: string }
  | { kind: 'invitation'; id: string }
  /** A guest or a group: nothing to look up. */
  | { kind: 'uninvited' };

const refused = (reason: RefusalReason): Verdict => ({ kind: 'REFUSED', reason });

/** The session's own no; a door that has heard of no opening lets people in early, and the server decides. */
const sessionSays = ({ session: { state }, fresh }: Known): Verdict | undefined => {
  if (state === 'CANCELLED') return refused('SESSION_CANCELLED');
  if (state === 'CLOSED') return refused('SESSION_OVER');
  return state !== 'OPEN' && fresh ? refused('SESSION_NOT_OPEN') : undefined;
};

const unknownHash = (entry: DoorListEntry, version: number, hash: string): Verdict => {
  if (!entry.revoked && entry.delegated?.holderHashes.includes(hash)) return refused('DELEGATED');
  if (version === entry.version) return refused('UNKNOWN');
  const isOver = version <= (entry.lastVersion ?? entry.version);
  return isOver ? refused('REVOKED') : { kind: 'UNDECIDED', why: 'NOT_ON_LIST' };
};

const byEntry = (entry: DoorListEntry): Verdict => {
  if (entry.revoked) return refused('REVOKED');
  const present = inHall(entry);
  return present
    ? { kind: 'ALREADY', first: { at: present.at, door: present.door } }
    : { kind: 'ADMITTED', late: false };
};

const byList = (asked: Exclude<Asked, { kind: 'uninvited' }>, { entries }: Known): Verdict => {
  if (!entries) return { kind: 'UNDECIDED', why: 'NO_LIST' };
  const entry = entries.get(asked.kind === 'code' ? (asked.content?.invitation ?? '') : asked.id);
  if (!entry) return { kind: 'UNDECIDED', why: 'NOT_ON_LIST' };
  if (asked.kind === 'code' && !entry.hashes.includes(asked.hash))
    return unknownHash(entry, asked.content?.version ?? 0, asked.hash);
  return byEntry(entry);
};

/** What the code itself says, whatever this door holds. */
const byCode = (asked: Asked, { session }: Known): Verdict | undefined => {
  if (asked.kind !== 'code') return undefined;
  if (!asked.content) return refused('UNKNOWN');
  return asked.content.session === session.id ? undefined : refused('OTHER_SESSION');
};

export const decide = (asked: Asked, known: Known): Verdict => {
  const no = byCode(asked, known) ?? sessionSays(known);
  if (no) return no;
  return asked.kind === 'uninvited' ? { kind: 'ADMITTED', late: false } : byList(asked, known);
};
