/**
 * Up to thousands of entries that a device kept: each is read, decided and answered by itself. Entries about one invitation are
 * taken in their order (a scan, then its undo), the others side by side.
 */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Logger } from '../platform/log.ts';
import { type FieldError, Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { EngineUnavailable } from '../platform/table.ts';
import type { Actor } from './actor.ts';
import type { makeChanges } from './changes.ts';
import type { Gate, Outcome } from './check-in-rules.ts';
import { type BatchAnswer, BatchEntry, type BatchOutcome, type CheckInRequest } from './check-in-schema.ts';
import { doorListEntry } from './door-list.ts';
import { type Scans, targetOf } from './scans.ts';

export interface Batch {
  sentAt: string;
  clockOffsetMs?: number | undefined;
  entries: readonly unknown[];
}

interface Ports {
  scans: Scans;
  changes: ReturnType<typeof makeChanges>;
  tokenKeys: TokenKeys;
  log: Logger;
  newRequestId: () => string;
}

interface Place {
  session: string;
  actor: Actor;
  now: Date;
  gate: Gate;
}

interface Answered {
  answer: BatchOutcome;
  moved: boolean;
}

/** Chains of entries in flight: enough to hide the way to the engine, few enough that a batch does not crowd out single scans. */
const width = 8;

const pointerOf = (index: number, path: PropertyKey[]): string =>
  ['/body/entries', index, ...path].map((part) => String(part).replaceAll('~', '~0')).join('/');

type Read = { index: number } & ({ entry: BatchEntry } | { errors: FieldError[] });

const readEntry = (raw: unknown, index: number): Read => {
  const result = BatchEntry.safeParse(raw);
  if (result.success) return { index, entry: result.data };
  const errors = result.error.issues.map(({ path, code }) => ({ pointer: pointerOf(index, path), rule: code }));
  return { index, errors };
};

const problemCode = (error: unknown): Extract<BatchOutcome, { result: 'problem' }>['code'] | undefined => {
  if (!(error instanceof Problem)) return undefined;
  if (error.code === 'NOT_ALLOWED' || error.code === 'CHANGE_NOT_ALLOWED') return error.code;
  return error.code === 'CHECK_IN_UNKNOWN' || error.code === 'INVITATION_UNKNOWN' ? 'CHECK_IN_UNKNOWN' : undefined;
};

/** When an entry was sent, and by which clock: as it says itself, or as its batch says. */
const timesOf = (batch: Batch, { sentAt, clockOffsetMs }: Pick<BatchEntry, 'sentAt' | 'clockOffsetMs'>) => ({
  sentAt: sentAt ?? batch.sentAt,
  clockOffsetMs: clockOffsetMs ?? batch.clockOffsetMs,
});

export const makeTakeBatch = ({ scans, changes, tokenKeys, log, newRequestId }: Ports) => {
  /** What entries of the same invitation have in common; every other entry stands alone. */
  const chainOf = (session: string, entry: BatchEntry): string => {
    if (entry.kind === 'uncount') return `scan ${entry.of}`;
    if (entry.kind !== 'scan') return entry.invitation;
    if (entry.group) return `scan ${entry.nonce}`;
    const target = targetOf(tokenKeys, session, { ...entry, sentAt: entry.scannedAt });
    return typeof target === 'string' ? `scan ${entry.nonce}` : target.invitation;
  };

  const listed = (invitation: Invitation, { waves }: Gate) => doorListEntry(tokenKeys, invitation, waves);

  const answerOf = (outcome: Outcome, gate: Gate): BatchOutcome => {
    if (outcome.result === 'refused') return { result: 'refused', reason: outcome.reason };
    const { result, invitation } = outcome;
    const shown = { invitation: listed(invitation, gate), late: invitation.checkIn?.late === true };
    if (result !== 'already') return { result, ...shown };
    const { at, door } = outcome.first;
    return { result, ...shown, first: { at, door } };
  };

  const takeScan = async (
    place: Place,
    batch: Batch,
    entry: Extract<BatchEntry, { kind: 'scan' }>,
  ): Promise<Answered> => {
    const { kind: _, ...scan } = entry;
    const request: CheckInRequest = {
      ...scan,
      sentAt: entry.sentAt ?? batch.sentAt,
      clockOffsetMs: entry.clockOffsetMs ?? batch.clockOffsetMs,
    };
    const at = { ...place, gate: async () => place.gate };
    if (request.group) {
      const { outcome, moved } = await scans.group(at, { ...request, group: request.group });
      return { answer: outcome, moved };
    }
    const { outcome, moved } = await scans.person(at, request);
    return { answer: answerOf(outcome, place.gate), moved };
  };

  const take = async (place: Place, batch: Batch, entry: BatchEntry): Promise<Answered> => {
    if (entry.kind === 'scan') return takeScan(place, batch, entry);
    const { session, actor, now, gate } = place;
    if (entry.kind === 'uncount') {
      const at = { session, state: gate.state, actor, now };
      const { count } = await changes.uncount(at, { ...entry, ...timesOf(batch, entry) });
      return { answer: { result: 'uncounted', count }, moved: true };
    }
    const where = { session, invitation: entry.invitation, state: gate.state, actor, now };
    if (entry.kind === 'undo') {
      const invitation = await changes.undo(where, { ...entry, ...timesOf(batch, entry) });
      return { answer: { result: 'undone', invitation: listed(invitation, gate) }, moved: true };
    }
    const invitation = await changes.correct(where, { ...entry, ...timesOf(batch, entry) });
    return { answer: { result: 'corrected', invitation: listed(invitation, gate) }, moved: true };
  };

  /** One entry's failure is its own answer: `retry`, unless it is known that trying again is of no use. */
  const takeSafely = async (place: Place, batch: Batch, entry: BatchEntry): Promise<Answered> => {
    try {
      return await take(place, batch, entry);
    } catch (error) {
      const code = problemCode(error);
      if (code) return { answer: { result: 'problem', code }, moved: false };
      if (!(error instanceof EngineUnavailable)) log.fault('BATCH_ENTRY_FAILED', newRequestId(), error);
      return { answer: { result: 'retry' }, moved: false };
    }
  };

  const inOrder = async (place: Place, batch: Batch, chain: readonly { index: number; entry: BatchEntry }[]) => {
    const answers: (Answered & { index: number })[] = [];
    let waits = false;
    for (const { index, entry } of chain) {
      // What follows an entry that must be sent again waits for it: an undo would not find its scan.
      const answered: Answered = waits
        ? { answer: { result: 'retry' }, moved: false }
        : await takeSafely(place, batch, entry);
      waits ||= answered.answer.result === 'retry';
      answers.push({ index, ...answered });
    }
    return answers;
  };

  return async (place: Place, batch: Batch): Promise<{ answer: BatchAnswer; moved: boolean }> => {
    const answers = new Array<BatchOutcome>(batch.entries.length);
    const chains = new Map<string, { index: number; entry: BatchEntry }[]>();
    for (const read of batch.entries.map(readEntry)) {
      if ('errors' in read) {
        answers[read.index] = { result: 'invalid', errors: read.errors };
        continue;
      }
      const chain = chainOf(place.session, read.entry);
      chains.set(chain, [...(chains.get(chain) ?? []), read]);
    }
    const taken = (await sideBySide([...chains.values()], width, (chain) => inOrder(place, batch, chain))).flat();
    for (const { index, answer } of taken) answers[index] = answer;
    return {
      answer: { receivedAt: place.now.toISOString(), answers },
      moved: taken.some(({ moved }) => moved),
    };
  };
};
