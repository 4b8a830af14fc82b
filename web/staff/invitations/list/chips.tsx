/** The answers as chips with their numbers: one press, and only those are listed. */
import { number } from '../../../shared/format.ts';
import { answerName } from '../answer-words.ts';
import type { InvitationShown } from '../invitation.ts';
import { type AnswerFilter, answerFilters, hasAnswer } from './filters.ts';
import { t } from './texts.ts';

const wordOf = (filter: AnswerFilter): string => {
  if (filter === '') return t('all');
  return filter === 'HELP' ? t('help') : answerName(filter);
};

interface Props {
  invitations: readonly InvitationShown[];
  chosen: AnswerFilter;
  onChoose: (filter: AnswerFilter) => void;
}

export const AnswerChips = ({ invitations, chosen, onChoose }: Props) => (
  <fieldset class="chips">
    <legend class="hidden-label">{t('chips')}</legend>
    {answerFilters.map((filter) => {
      const count = invitations.filter((each) => hasAnswer(each, filter)).length;
      // Nobody calls for help most of the time; what is chosen stays to be taken back.
      if (filter === 'HELP' && count === 0 && chosen !== 'HELP') return null;
      return (
        <button
          key={filter}
          type="button"
          class="chip"
          aria-pressed={chosen === filter}
          onClick={() => onChoose(filter)}
        >
          {wordOf(filter)} <span class="chip-count">{number(count)}</span>
        </button>
      );
    })}
  </fieldset>
);
