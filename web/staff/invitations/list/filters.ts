/** Which invitations a filter lets through. The parts of a filter are combined; an empty part lets everything through. */
import type { AnswerKind } from '../../../../functions/invitations/answer-schema.ts';
import { matchesText } from '../../frame/search.ts';
import type { InvitationShown } from '../invitation.ts';
import { wasAsked } from '../overview/answers-by-class.ts';

export type AnswerFilter = '' | 'NOT_YET' | AnswerKind | 'HELP';
export type StateFilter = '' | 'here' | 'notHere' | 'online' | 'backEntered' | 'weak' | 'revoked';

export interface Filters {
  words: string;
  answer: AnswerFilter;
  /** A class of units, or `guests`. */
  class: string;
  /** A district's code. */
  district: string;
  /** A wave's id, or `none`. */
  wave: string;
  state: StateFilter;
}

export const noFilters: Filters = { words: '', answer: '', class: '', district: '', wave: '', state: '' };

export const answerFilters: readonly AnswerFilter[] = ['', 'NOT_YET', 'ATTENDING', 'DELEGATED', 'UNABLE', 'HELP'];

export const hasAnswer = (invitation: InvitationShown, filter: AnswerFilter): boolean => {
  if (filter === '') return true;
  if (!wasAsked(invitation)) return false;
  if (filter === 'HELP') return invitation.help !== undefined;
  return filter === 'NOT_YET' ? invitation.answer === undefined : invitation.answer?.kind === filter;
};

/** Online attendance never looks like presence. */
export const isInState = ({ checkIn, revoked }: InvitationShown, filter: StateFilter): boolean => {
  const states: Record<StateFilter, boolean> = {
    '': true,
    here: checkIn !== undefined && checkIn.mode !== 'ONLINE',
    notHere: checkIn === undefined && !revoked,
    online: checkIn?.mode === 'ONLINE',
    backEntered: checkIn?.mode === 'BACK_ENTERED',
    weak: checkIn?.evidence === 'VENUE_PRINT',
    revoked,
  };
  return states[filter];
};

/** A guest body is a class and a guest: it is found under both. */
const isOfClass = (invitation: InvitationShown, filter: string): boolean =>
  filter === '' || (filter === 'guests' ? invitation.kind === 'guest' : invitation.class === filter);

const isOfWave = ({ wave }: InvitationShown, filter: string): boolean =>
  filter === '' || (filter === 'none' ? wave === undefined : wave === filter);

export const passes = (invitation: InvitationShown, filters: Filters): boolean =>
  hasAnswer(invitation, filters.answer) &&
  isOfClass(invitation, filters.class) &&
  (filters.district === '' || invitation.district === filters.district) &&
  isOfWave(invitation, filters.wave) &&
  isInState(invitation, filters.state) &&
  matchesText(
    filters.words,
    invitation.office,
    invitation.name,
    invitation.holder?.name,
    invitation.districtName,
    invitation.delegation?.delegate.name,
  );
