/** An answer that somebody gives by telephone, while it is typed. */
import type { AnswerKind, AnswerRequest } from '../../../../functions/invitations/answer-schema.ts';
import { knownOf, type TypedDelegate } from '../../../shared/delegate.ts';
import type { InvitationShown } from '../invitation.ts';

export interface AnswerDraft {
  kind: AnswerKind | undefined;
  reason: string;
  delegate: TypedDelegate;
}

/** Begins with what is on record. */
export const draftOf = ({ answer, delegation }: Pick<InvitationShown, 'answer' | 'delegation'>): AnswerDraft => ({
  kind: answer?.kind,
  reason: answer?.reason ?? '',
  delegate: { ...delegation?.delegate },
});

/** The field that is missing: its id and its text's key. */
export const missingIn = ({
  kind,
  reason,
}: AnswerDraft): { id: string; text: 'needAnswer' | 'needReason' } | undefined => {
  if (kind === undefined) return { id: 'jawaban-telepon', text: 'needAnswer' };
  return kind === 'UNABLE' && !reason.trim() ? { id: 'alasan-berhalangan', text: 'needReason' } : undefined;
};

/** What is sent; undefined while something is missing. */
export const requestOf = (draft: AnswerDraft): AnswerRequest | undefined => {
  const { kind, reason, delegate } = draft;
  if (kind === undefined || missingIn(draft)) return undefined;
  if (kind === 'DELEGATED') return { kind, delegate: knownOf(delegate) ?? {} };
  return kind === 'UNABLE' ? { kind, reason: reason.trim() } : { kind };
};
