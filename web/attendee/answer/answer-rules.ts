/** Small questions about an answer, as functions of values. */
import { isSameDelegate } from '../../../functions/invitations/answer-rules.ts';
import type { AnswerRequest } from '../../../functions/invitations/answer-schema.ts';
import { knownOf } from '../../shared/delegate.ts';
import type { FormError } from '../../shared/ui/error-summary.tsx';
import type { OwnView } from '../attendee-view.ts';
import type { Draft } from './draft.ts';

/** What the form sends; undefined while something that it needs is missing. */
export const requestOf = ({ kind, reason, delegate }: Draft): AnswerRequest | undefined => {
  if (kind === 'ATTENDING') return { kind };
  if (kind === 'DELEGATED') return { kind, delegate: knownOf(delegate) ?? {} };
  return kind === 'UNABLE' && reason.trim() ? { kind, reason: reason.trim() } : undefined;
};

/** How sending it would make the delegate's code die: somebody else is named, or nobody; undefined where it lives on. */
export const endingOf = (
  draft: Draft,
  { delegation }: Pick<OwnView['invitation'], 'delegation'>,
): 'REPLACED' | 'TAKEN_BACK' | undefined => {
  const request = requestOf(draft);
  if (!delegation || !request) return undefined;
  if (request.kind !== 'DELEGATED') return 'TAKEN_BACK';
  return isSameDelegate(delegation, request.delegate) ? undefined : 'REPLACED';
};

/** Whether a delegate's link that may have been sent has given way to another. */
export const isRenewed = (before: OwnView, after: OwnView): boolean => {
  const [was, is] = [before, after].map(({ invitation: { delegation } }) => delegation?.link);
  return was !== undefined && is !== undefined && was !== is;
};

/** The fields that are missing, with what to say about each. */
export const missingIn = ({ kind, reason }: Draft, texts: { choose: string; reason: string }): FormError[] => {
  if (kind === undefined) return [{ id: 'jawaban', text: texts.choose }];
  return kind === 'UNABLE' && !reason.trim() ? [{ id: 'alasan', text: texts.reason }] : [];
};

/** Why no answer is taken any more. */
export const whyTooLate = ({ session, invitation }: OwnView): 'latePresent' | 'lateCancelled' | 'lateOver' => {
  if (session.state === 'CANCELLED') return 'lateCancelled';
  return invitation.checkIn ? 'latePresent' : 'lateOver';
};

/** The page says so elsewhere already. */
export const isLateTold = ({ session, invitation }: OwnView): boolean =>
  session.state === 'CANCELLED' || session.state === 'CLOSED' || invitation.checkIn !== undefined;

/** WhatsApp with a message in it and nobody chosen: the head picks who gets it. */
export const whatsAppLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** What the form begins with when an answer is changed. */
export const draftOf = ({ answer, delegation }: OwnView['invitation']): Draft => ({
  kind: answer?.kind,
  reason: answer?.reason ?? '',
  delegate: { ...delegation?.delegate },
});
