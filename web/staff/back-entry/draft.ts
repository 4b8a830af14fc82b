/**
 * A sheet of people entered afterwards, as it is typed, checked, sent and repeated. Every row has its nonce from the moment it
 * is added, so that whatever was sent may be sent again: the engine answers a repeat with its first answer.
 */
import type { Api } from '../../../functions/endpoints.ts';
import { type Answer, newKey } from '../../shared/api.ts';
import { instantFromLocal, localFromInstant } from '../../shared/format.ts';
import { type Coming, comingPart } from '../invitations/who-came.tsx';
import type { SessionShown } from '../sessions/use-session.ts';

export type Mode = 'BACK_ENTERED' | 'ONLINE';
export type Outcome = Answer<'POST /api/sessions/:session/check-in-batches'>['answers'][number];

export interface Row extends Coming {
  /** The invitation. */
  id: string;
  nonce: string;
}

export interface Draft {
  mode: Mode;
  reason: string;
  /** What the field holds: local time in the session's zone. */
  time: string;
  rows: Row[];
}

export const mostAtOnce = 200;
const longestAgoMs = 30 * 86_400_000;

const clamp = (instant: string, from: string | null, until: string | null): string => {
  if (from !== null && instant < from) return from;
  return until !== null && instant > until ? until : instant;
};

/** The session's start, or the nearest moment at which it took people. */
export const likelyTime = ({ zone, startsAt, openedAt, closedAt }: SessionShown, now: string): string => {
  const latest = closedAt !== null && closedAt < now ? closedAt : now;
  // The field shows whole minutes: the first of them that is not before the opening.
  const local = localFromInstant(zone, clamp(startsAt, openedAt, latest));
  const early = openedAt !== null && new Date(instantFromLocal(zone, local)).toISOString() < openedAt;
  if (!early) return local;
  const next = new Date(Date.parse(instantFromLocal(zone, local)) + 60_000).toISOString();
  return next <= latest ? localFromInstant(zone, next) : local;
};

export const emptyDraft = (session: SessionShown, now: string): Draft => ({
  mode: 'BACK_ENTERED',
  reason: '',
  time: likelyTime(session, now),
  rows: [],
});

export type Fault = 'needReason' | 'needTime' | 'timeAhead' | 'timeTooOld' | 'timeOutside' | 'needRows';

const timeFault = ({ zone, state, openedAt, closedAt }: SessionShown, time: string, now: string): Fault | undefined => {
  const at = Date.parse(instantFromLocal(zone, time));
  if (!time || Number.isNaN(at)) return 'needTime';
  if (at > Date.parse(now)) return 'timeAhead';
  if (at < Date.parse(now) - longestAgoMs) return 'timeTooOld';
  if (state !== 'CLOSED') return undefined;
  const inside = openedAt !== null && closedAt !== null && Date.parse(openedAt) <= at && at <= Date.parse(closedAt);
  return inside ? undefined : 'timeOutside';
};

/** What is missing or cannot be, by field. */
export const faultsOf = (draft: Draft, session: SessionShown, now: string): { field: string; fault: Fault }[] => {
  const time = timeFault(session, draft.time, now);
  return [
    ...(draft.reason.trim() ? [] : [{ field: 'alasan', fault: 'needReason' as const }]),
    ...(time ? [{ field: 'waktu', fault: time }] : []),
    ...(draft.rows.length ? [] : [{ field: 'cari-undangan', fault: 'needRows' as const }]),
  ];
};

export const withRow = (draft: Draft, id: string, coming: Coming): Draft =>
  draft.rows.some((row) => row.id === id)
    ? draft
    : { ...draft, rows: [...draft.rows, { id, nonce: newKey(), ...coming }] };

export type Results = Readonly<Record<string, Outcome>>;

/** What the engine has not answered for yet: never sent, answer lost, or put off. */
export const pending = (rows: readonly Row[], results: Results): Row[] =>
  rows.filter(({ nonce }) => results[nonce] === undefined || results[nonce].result === 'retry');

type Body = Api['POST /api/sessions/:session/check-in-batches']['body'];
export interface Batch {
  rows: readonly Row[];
  body: Body;
}

/**
 * The requests for these rows. The time is what stands on the paper, a true time and no device's: an offset of nothing says so,
 * whatever the clock of this computer shows.
 */
export const batchesOf = (
  { mode, reason, time }: Draft,
  rows: readonly Row[],
  zone: SessionShown['zone'],
  sentAt: string,
): Batch[] => {
  const scannedAt = new Date(instantFromLocal(zone, time)).toISOString();
  const entryOf = (row: Row) => ({
    kind: 'scan' as const,
    invitation: row.id,
    nonce: row.nonce,
    scannedAt,
    clockOffsetMs: 0,
    mode,
    reason: reason.trim(),
    ...comingPart(row),
  });
  const batches: Batch[] = [];
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    const part = rows.slice(from, from + mostAtOnce);
    batches.push({ rows: part, body: { sentAt, entries: part.map(entryOf) } });
  }
  return batches;
};

/** Answers stand at the index of their entry. */
export const withAnswers = (results: Results, rows: readonly Row[], answers: readonly Outcome[]): Results => ({
  ...results,
  ...Object.fromEntries(rows.flatMap(({ nonce }, index) => (answers[index] ? [[nonce, answers[index]]] : []))),
});

export const countResults = (rows: readonly Row[], results: Results) => {
  const counts = { taken: 0, already: 0, refused: 0, pending: 0 };
  for (const { nonce } of rows) {
    const result = results[nonce]?.result ?? 'retry';
    if (result === 'accepted' || result === 'replayed') counts.taken += 1;
    else if (result === 'already') counts.already += 1;
    else if (result === 'retry') counts.pending += 1;
    else counts.refused += 1;
  }
  return counts;
};
