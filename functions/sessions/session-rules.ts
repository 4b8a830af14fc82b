/**
 * The states of a session and the moves between them.
 *
 *            publish            open             close
 *   DRAFT ───────────▶ PUBLISHED ──────▶ OPEN ──────────▶ CLOSED
 *     │                    │
 *     └───────cancel───────┴─────▶ CANCELLED
 *
 * Opening freezes the roster (rule 5), so an open session cannot be cancelled: people were counted. It is closed, and the
 * record stands. DRAFT and PUBLISHED can be edited; OPEN and later cannot.
 */
import type { SessionState } from './session-schema.ts';

export type Move = 'publish' | 'open' | 'close' | 'cancel';

export const moves: Record<Move, { from: readonly SessionState[]; to: SessionState }> = {
  publish: { from: ['DRAFT'], to: 'PUBLISHED' },
  open: { from: ['PUBLISHED'], to: 'OPEN' },
  close: { from: ['OPEN'], to: 'CLOSED' },
  cancel: { from: ['DRAFT', 'PUBLISHED'], to: 'CANCELLED' },
};

export const editableStates: readonly SessionState[] = ['DRAFT', 'PUBLISHED'];
/** Late invitations are amendments of an open session; a finished one takes none. */
export const invitableStates: readonly SessionState[] = ['DRAFT', 'PUBLISHED', 'OPEN'];
/** Signing goes on after closing: a head who sent a delegate signs later by the same link (rule 3). */
export const signableStates: readonly SessionState[] = ['OPEN', 'CLOSED'];
export const readableAloudStates: readonly SessionState[] = ['OPEN', 'CLOSED'];
