/** What the server's answer makes of a log entry. */
import type { Verdict } from './door.ts';
import type { BatchOutcome } from './ports.ts';
import type { LogRecord } from './records.ts';

/** What the answer says; undefined where it says nothing yet (`retry`). */
export const verdictOf = (outcome: BatchOutcome): Verdict | undefined => {
  switch (outcome.result) {
    case 'accepted':
    case 'replayed':
      return { kind: 'ADMITTED', late: outcome.late };
    case 'counted':
      return { kind: 'ADMITTED', late: false };
    case 'already':
      return { kind: 'ALREADY', first: outcome.first };
    case 'refused':
      return { kind: 'REFUSED', reason: outcome.reason };
    case 'retry':
      return undefined;
    default:
      return { kind: 'FAILED' };
  }
};

/** A scan that this device could not decide is not contradicted by "yes" or "already". */
const differs = (shown: Verdict, told: Verdict): boolean =>
  shown.kind === 'UNDECIDED' ? !['ADMITTED', 'ALREADY'].includes(told.kind) : shown.kind !== told.kind;

/** Taken back here before its answer came: that the server calls it undone is no contradiction. */
const isOwnUndo = (log: LogRecord, told: Verdict): boolean =>
  log.undone !== undefined && told.kind === 'REFUSED' && told.reason === 'UNDONE';

export const afterScan = (log: LogRecord, outcome: BatchOutcome): LogRecord => {
  const told = verdictOf(outcome);
  if (!told) return log;
  const invitation = 'invitation' in outcome ? { invitation: outcome.invitation.id } : {};
  if (isOwnUndo(log, told)) return { ...log, ...invitation, state: 'confirmed' };
  if (!differs(log.verdict, told)) return { ...log, ...invitation, verdict: told, state: 'confirmed' };
  return { ...log, ...invitation, before: log.verdict, verdict: told, state: 'overruled', seen: false };
};

/** An undo or a correction: done, or the server keeps what it had, which the operator has to know. */
export const afterChange = (log: LogRecord, kind: 'undo' | 'correction', outcome: BatchOutcome): LogRecord => {
  if (outcome.result === 'retry') return log;
  const done =
    kind === 'undo' ? outcome.result === 'undone' || outcome.result === 'uncounted' : outcome.result === 'corrected';
  const how = { confirmed: done, ...(!done && { failed: true }) };
  const seen = done ? {} : { seen: false };
  if (kind === 'correction') return { ...log, corrected: how, ...seen };
  return { ...log, undone: { reason: log.undone?.reason ?? '', ...how }, ...seen };
};
