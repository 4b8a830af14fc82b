/** An answer that is being written: kept in the tab, so that a reload or a failed sending loses nothing. */
import type { AnswerKind } from '../../../functions/invitations/answer-schema.ts';
import type { TypedDelegate } from '../../shared/delegate.ts';
import type { OwnView } from '../attendee-view.ts';
import { tabStorage } from '../pledge/nonces.ts';

export interface Draft {
  kind: AnswerKind | undefined;
  reason: string;
  delegate: TypedDelegate;
}

export const emptyDraft: Draft = { kind: undefined, reason: '', delegate: {} };

const kinds: readonly unknown[] = ['ATTENDING', 'DELEGATED', 'UNABLE'];
const actings: readonly unknown[] = ['DEFINITIVE', 'PJ', 'PJS', 'PLT', 'PLH'];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Whatever the storage held, as a draft. */
export const readDraft = (value: unknown): Draft => {
  const { kind, reason, delegate } = fieldsOf(value);
  const { name, office, letter, acting } = fieldsOf(delegate);
  return {
    kind: kinds.includes(kind) ? (kind as AnswerKind) : undefined,
    reason: text(reason),
    delegate: {
      name: text(name),
      office: text(office),
      letter: text(letter),
      ...(actings.includes(acting) && { acting: acting as NonNullable<TypedDelegate['acting']> }),
    },
  };
};

/** An office's invitation has the same id in every session. */
type Of = Pick<OwnView['invitation'], 'session' | 'id'>;
const nameOf = ({ session, id }: Of): string => `hadir.jawaban.${session}.${id}`;

export const keptDraft = (invitation: Of): Draft | undefined => {
  try {
    const kept: unknown = JSON.parse(tabStorage().getItem(nameOf(invitation)) ?? 'null');
    return kept === null ? undefined : readDraft(kept);
  } catch {
    return undefined;
  }
};

export const keepDraft = (invitation: Of, draft: Draft): void => {
  try {
    tabStorage().setItem(nameOf(invitation), JSON.stringify(draft));
  } catch {
    // It lasts as long as the page.
  }
};

export const dropDraft = (invitation: Of): void => {
  try {
    tabStorage().removeItem(nameOf(invitation));
  } catch {
    // Nothing was kept.
  }
};
