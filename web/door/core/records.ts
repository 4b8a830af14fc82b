/** What is kept on the device, as it is written: the outbox's entries and the log's. Never a name from the door list. */
import { delegateLimits } from '../../shared/delegate.ts';
import type { Noted } from './clock-offset.ts';
import { longestCode, readCode } from './code.ts';
import type { Attendance, Delegate, LogEntry, ScanInput, Verdict } from './door.ts';

/** The present format of the outbox. */
export const outboxFormat = 2;

/** Something that the server does not have. `body` is an entry of a batch, short of what is only known when it is sent. */
export interface OutboxRecord {
  format: typeof outboxFormat;
  kind: 'scan' | 'undo' | 'correction';
  /** The scan that it is, or is about. */
  nonce: string;
  body: Record<string, unknown>;
  clock?: Noted;
}

/** In the outbox, or one that this version of the app cannot read: it is sent as it lies, and the server says what it is. */
export type Owed = OutboxRecord | { format: 'unreadable'; kind: 'scan'; nonce: string; body: unknown };
export interface Numbered {
  seq: number;
  owed: Owed;
}

/** A log entry as it is kept: whom it is about is an id, looked up in the list when it is shown. */
export interface LogRecord extends Omit<LogEntry, 'entry' | 'at'> {
  /** The order in which scans were made here. */
  seq: number;
  scannedAt: string;
  clock?: Noted;
  invitation?: string;
  /** The version of the code of the delegate whom the list named for it: who that is, is looked up there. */
  delegation?: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A field left empty is not known; it is not an empty text. Longer than the API takes is cut, not refused. */
const filled = <K extends string>(
  fields: Partial<Record<K, string | undefined>>,
  limits: Record<K, number>,
): Partial<Record<K, string>> => {
  const kept: Partial<Record<K, string>> = {};
  for (const field of Object.keys(limits) as K[]) {
    const text = fields[field]
      ?.replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, limits[field])
      .trim();
    if (text) kept[field] = text;
  }
  return kept;
};

const delegateOf = (who: Attendance, delegate: Delegate = {}): { delegate?: Delegate } => {
  const { acting, ...texts } = who === 'delegate' ? delegate : {};
  const kept: Delegate = { ...filled(texts, delegateLimits), ...(acting && { acting }) };
  return Object.keys(kept).length ? { delegate: kept } : {};
};

const mostPeople = 500;

const targetOf = ({ target }: ScanInput): Record<string, unknown> => {
  if ('code' in target) return { token: target.code.slice(0, longestCode) };
  if ('invitation' in target) return { invitation: target.invitation, ...(target.sameAs && { sameAs: target.sameAs }) };
  if ('guest' in target) {
    const guest = filled(target.guest, { name: 100, office: 120, institution: 120 });
    return { guest: { ...guest, office: guest.office ?? '-' } };
  }
  const { count, label = '' } = target.group;
  const whole = Math.min(mostPeople, Math.max(1, Math.round(count) || 1));
  return { group: { count: whole, ...filled({ label }, { label: 80 }) } };
};

const shownOf = ({ kind }: Verdict): string | undefined =>
  kind === 'NOT_SAVED' || kind === 'FAILED' ? undefined : kind;

/** `who` as the record says it: `roster` was settled from the list when the scan was made. */
export const scanRecord = (
  scan: Pick<LogRecord, 'nonce' | 'scannedAt' | 'input' | 'verdict'> & { clock: Noted },
  who: Attendance,
): OutboxRecord => ({
  format: outboxFormat,
  kind: 'scan',
  nonce: scan.nonce,
  clock: scan.clock,
  body: {
    kind: 'scan',
    ...targetOf(scan.input),
    nonce: scan.nonce,
    scannedAt: scan.scannedAt,
    who,
    ...delegateOf(who, scan.input.delegate),
    shown: shownOf(scan.verdict),
  },
});

/** Names a change and says when it was made, by this device's clock: it may be sent much later, and twice. */
export interface Made {
  nonce: string;
  madeAt: string;
  clock: Noted;
}

/** `invitation` is added when it is sent: a guest's is known from the server's answer only. */
/** `kind`: a scan of somebody is undone, a group without names is uncounted. */
export const undoRecord = (
  of: string,
  reason: string,
  { clock, ...made }: Made,
  kind: 'undo' | 'uncount' = 'undo',
): OutboxRecord => ({
  format: outboxFormat,
  kind: 'undo',
  nonce: of,
  clock,
  body: { kind, of, reason: filled({ reason }, { reason: 200 }).reason ?? '-', ...made },
});

export const correctionRecord = (
  of: string,
  who: Attendance,
  delegate: Delegate | undefined,
  { clock, ...made }: Made,
): OutboxRecord => ({
  format: outboxFormat,
  kind: 'correction',
  nonce: of,
  clock,
  body: { kind: 'correction', of, who, ...delegateOf(who, delegate), ...made },
});

/** What lies in the outbox, whichever version of the app wrote it. Nothing is dropped: what is of another format is kept as it is. */
export const readOwed = (value: unknown, seq: number): Owed =>
  isRecord(value) && value.format === outboxFormat && isRecord(value.body)
    ? (value as unknown as OutboxRecord)
    : { format: 'unreadable', kind: 'scan', nonce: `unreadable-${seq}`, body: value };

/** The invitation that an input names, as far as it names one. */
export const invitationIn = ({ target }: ScanInput): string | undefined => {
  if ('code' in target) return readCode(target.code)?.invitation;
  return 'invitation' in target ? target.invitation : undefined;
};

/** A log entry for something in the outbox that has none: what an older app left behind. */
export const logOfOwed = ({ seq, owed }: Numbered): LogRecord => {
  const body = (isRecord(owed.body) ? owed.body : {}) as { token?: string; invitation?: string; scannedAt?: string };
  const target = body.invitation ? { invitation: body.invitation } : { code: body.token ?? '' };
  const input: ScanInput = { target, who: 'roster' };
  const invitation = invitationIn(input);
  return {
    seq,
    nonce: owed.nonce,
    scannedAt: body.scannedAt ?? new Date(0).toISOString(),
    input,
    ...(invitation && { invitation }),
    verdict: { kind: 'UNDECIDED', why: 'NO_LIST' },
    state: 'saved',
    seen: false,
  };
};
