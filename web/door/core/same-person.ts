/** The other offices of the person whose code was scanned: one scan, once confirmed, can check all of them in. */
import type { DoorListEntry, LogEntry, Target } from './door.ts';
import { inHall } from './in-hall.ts';

export interface OtherOffice {
  entry: DoorListEntry;
  /** OPEN: nobody is there for it yet. DELEGATED: somebody else is named for it, and is waited for. */
  state: 'OPEN' | 'PRESENT' | 'DELEGATED';
}

const stateOf = (entry: DoorListEntry): OtherOffice['state'] => {
  if (inHall(entry)) return 'PRESENT';
  return entry.delegated ? 'DELEGATED' : 'OPEN';
};

const isDelegate = ({ input, entry, verdict }: Pick<LogEntry, 'verdict' | 'input' | 'entry'>): boolean =>
  input.who === 'delegate' || (verdict.kind === 'ALREADY' && entry?.present?.who === 'delegate');

/**
 * Of somebody who was let in in person, now or before: whoever came in by the entrance's own code, or past an operator in a hurry, is
 * asked at the next scan. A delegate stands in for one office only. None where the list has no other.
 */
export const otherOffices = (
  scan: Pick<LogEntry, 'verdict' | 'undone' | 'input' | 'entry'>,
  entries: ReadonlyMap<string, DoorListEntry>,
): OtherOffice[] => {
  const isIn = scan.verdict.kind === 'ADMITTED' || scan.verdict.kind === 'ALREADY';
  if (!isIn || scan.undone || isDelegate(scan)) return [];
  return (scan.entry?.alsoHolds ?? []).flatMap((id) => {
    const other = entries.get(id);
    return other && !other.revoked ? [{ entry: other, state: stateOf(other) }] : [];
  });
};

/** What that person's other office is checked in by: the code that was scanned, or a name picked once more. */
export const targetOf = (
  { input, entry }: Pick<LogEntry, 'input' | 'entry'>,
  other: DoorListEntry,
): Extract<Target, { invitation: string }> => ({
  invitation: other.id,
  ...(entry && 'code' in input.target && { sameAs: entry.id }),
});

/** The scans here that recorded that person's other offices on the strength of this one, as far as they stand. */
export const recordedWith = (scan: Pick<LogEntry, 'input' | 'entry'>, log: readonly LogEntry[]): LogEntry[] =>
  log.filter(({ entry: other, input: { target }, verdict, undone }) => {
    if (!other || !scan.entry?.alsoHolds?.includes(other.id) || !('invitation' in target)) return false;
    return target.sameAs === targetOf(scan, other).sameAs && verdict.kind === 'ADMITTED' && undone === undefined;
  });
