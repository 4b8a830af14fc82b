/** The answers by class, with all units together and guests apart. A class leads to its rows in the list. */
import { number } from '../../../shared/format.ts';
import { className } from '../../../shared/words.ts';
import { useClassName } from '../../frame/class-name.ts';
import type { InvitationShown } from '../invitation.ts';
import { type AnswerFigures, answersOf } from './answers-by-class.ts';
import { t } from './texts.ts';

const fields = ['invited', 'attending', 'delegated', 'unable', 'notYet'] as const;

const Figures = ({ figures }: { figures: AnswerFigures }) => (
  <>
    {fields.map((field) => (
      <td key={field} class={`num${field === 'invited' ? ' wide-only' : ''}${figures[field] ? '' : ' soft'}`}>
        {number(figures[field])}
      </td>
    ))}
  </>
);

interface Props {
  invitations: readonly InvitationShown[];
  /** Shows a class, or the guests, in the list below. */
  onChoose: (unitClass: string) => void;
}

export const AnswersTable = ({ invitations, onChoose }: Props) => {
  const nameOf = useClassName();
  const { classes, units, guests } = answersOf(invitations, className.codes);
  const link = (value: string, label: string) => (
    <button type="button" class="as-link" onClick={() => onChoose(value)}>
      {label}
    </button>
  );
  return (
    <div class="fitted answers">
      <table>
        <caption class="hidden-label">{t('tableTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('class')}</th>
            {fields.map((field) => (
              <th key={field} scope="col" class={field === 'invited' ? 'num wide-only' : 'num'}>
                {t(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ class: code, ...figures }) => (
            <tr key={code}>
              <th scope="row">{link(code, nameOf(code))}</th>
              <Figures figures={figures} />
            </tr>
          ))}
          {classes.length > 1 && (
            <tr class="total">
              <th scope="row">{t('units')}</th>
              <Figures figures={units} />
            </tr>
          )}
          {guests.invited > 0 && (
            <tr>
              <th scope="row">{link('guests', t('guests'))}</th>
              <Figures figures={guests} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
};
