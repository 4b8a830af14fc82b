/**
 * The states of a nil statement. It is never deleted: what was given to a supervisor can be asked about later.
 *
 *            sign               withdraw
 *   DRAFT ─────────▶ SIGNED ──────────────▶ WITHDRAWN
 *     └───────────────withdraw─────────────────▲
 */
import type * as z from 'zod';
import { maskNip } from '../roster/nip.ts';
import type { NilStatement, NilStatementMove, NilStatementShown } from './nil-statement-schema.ts';

export type State = NilStatement['state'];
export type Move = z.output<typeof NilStatementMove>;

export const moves: Record<Move['move'], { from: readonly State[]; to: State }> = {
  sign: { from: ['DRAFT'], to: 'SIGNED' },
  withdraw: { from: ['DRAFT', 'SIGNED'], to: 'WITHDRAWN' },
};

/** On screens a NIP is masked (rule 9); who of the staff did what is stripped by the answer's schema. */
export const showNilStatement = ({ signer: { nip, ...signer }, ...statement }: NilStatement): NilStatementShown => ({
  ...statement,
  signer: { ...signer, ...(nip !== undefined && { nipMasked: maskNip(nip) }) },
});

/** Whether what stands there is what the move, made at the version that it names, has left behind: then it is a repeat. */
export const hasMoved = ({ version, state, signed, withdrawn }: NilStatement, move: Move): boolean => {
  if (version !== move.version + 1 || state !== moves[move.move].to) return false;
  if (move.move === 'withdraw') return withdrawn?.reason === move.reason;
  return signed?.on === move.on && signed.method === move.method && signed.reference === move.reference;
};

/** Nobody signs on a day that has not come, nor for a period that is not over, nor before the day that the letter bears. */
export const isSignableOn = ({ to, dated }: Pick<NilStatement, 'to' | 'dated'>, on: string, today: string): boolean =>
  on >= to && on >= dated && on <= today;

/** So that a later day comes first. */
const latestFirst = (day: string): string => day.replace(/\d/g, (digit) => String(9 - Number(digit)));

/** The latest period first; of one period, whatever order keeps. */
export const orderOf = ({ to, from, id }: Pick<NilStatement, 'from' | 'to' | 'id'>): string =>
  `${latestFirst(to)} ${latestFirst(from)} ${id}`;

export const byOrder = (a: NilStatement, b: NilStatement): number => (orderOf(a) < orderOf(b) ? -1 : 1);
