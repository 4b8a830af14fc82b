/** The pledge of the session: which text, its blanks, who owes it; or none. */
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import type { ItemOf } from '../../../shared/api.ts';
import { fill } from '../../../shared/i18n.ts';
import { Choices, SelectField, TextField } from '../../../shared/ui/index.ts';
import { className } from '../../../shared/words.ts';
import { ClassWord } from '../../frame/class-word.tsx';
import { variableLabel } from './check.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

export type PledgeText = ItemOf<'GET /api/regencies/:regency/pledge-texts'>;
export const textKey = (text: PledgeText): string => `${text.id}@${text.version}`;

/** Values that were typed are filled in; the blanks that are left show as they are. */
const Preview = ({ text, variables }: { text: PledgeText; variables: Record<string, string> }) => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value.trim()));
  return (
    <details class="preview">
      <summary>{t('preview')}</summary>
      <div class="stack-tight pledge-text" lang="id">
        <p class="strong">{fill(text.title, given)}</p>
        <p>{fill(text.opening, given)}</p>
        <ol>
          {text.points.map((point) => (
            <li key={point}>{fill(point, given)}</li>
          ))}
        </ol>
        <p>{fill(text.closing, given)}</p>
      </div>
    </details>
  );
};

export const PledgeSection = ({ draft, set, errorOf, texts }: SectionProps & { texts: readonly PledgeText[] }) => {
  const chosen = texts.find((text) => textKey(text) === draft.pledgeText);
  const titleOf = (text: PledgeText): string => text.title.replace(/\s*\{\w+\}/g, '').trim();
  return (
    <section class="stack" aria-labelledby="bagian-ikrar">
      <h2 id="bagian-ikrar">{t('pledge')}</h2>
      <SelectField
        id="pledge-text"
        label={t('pledgeText')}
        empty={t('none')}
        error={errorOf('pledge-text')}
        value={draft.pledgeText}
        // Whoever is invited owes the pledge, unless told otherwise.
        onChange={(pledgeText) =>
          set({ pledgeText, pledgeClasses: draft.pledgeClasses.length ? draft.pledgeClasses : draft.classes })
        }
        options={texts.map((text) => ({
          value: textKey(text),
          label: t('version', { title: titleOf(text), version: text.version }),
        }))}
      />
      {chosen && (
        <>
          {chosen.variables.map((name) => (
            <TextField
              key={name}
              id={`pledge-variables-${name}`}
              label={variableLabel(name)}
              error={errorOf(`pledge-variables-${name}`)}
              value={draft.variables[name] ?? ''}
              onInput={(value) => set({ variables: { ...draft.variables, [name]: value } })}
            />
          ))}
          <Preview text={chosen} variables={draft.variables} />
          <Choices
            id="pledge-classes"
            label={t('pledgeClasses')}
            error={errorOf('pledge-classes')}
            chosen={draft.pledgeClasses}
            onChange={(classes) => set({ pledgeClasses: classes as UnitClassCode[] })}
            choices={className.codes.map((code) => ({ value: code, label: <ClassWord of={code} /> }))}
          />
        </>
      )}
    </section>
  );
};
