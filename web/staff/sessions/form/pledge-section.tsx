/** The pledge of the session: which text, its blanks, who owes it; or none. */
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import { fill } from '../../../shared/i18n.ts';
import { type Choice, Choices, SelectField, TextField } from '../../../shared/ui/index.ts';
import { className } from '../../../shared/words.ts';
import { ClassWord } from '../../frame/class-word.tsx';
import { type PledgeText, whyNotFor } from '../../texts/eligible.ts';
import { groupsOf, titleOf } from '../../texts/text-draft.ts';
import { variableLabel } from './check.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

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

const reasons = { guest: 'notDue', 'not-asn': 'notAsn', 'not-named': 'notNamed' } as const;

/** Of these classes, those that the text is for. */
export const classesFor = (text: PledgeText, classes: readonly UnitClassCode[]): UnitClassCode[] =>
  classes.filter((code) => whyNotFor(text, code) === undefined);

const classChoice = (text: PledgeText, code: UnitClassCode): Choice => {
  const why = whyNotFor(text, code);
  const label = <ClassWord of={code} />;
  return why ? { value: code, label, disabled: true, hint: t(reasons[why]) } : { value: code, label };
};

const Owing = ({ draft, set, errorOf, text }: SectionProps & { text: PledgeText }) => (
  <>
    <Choices
      id="pledge-classes"
      label={t('pledgeClasses')}
      hint={t('pledgeClassesHint')}
      error={errorOf('pledge-classes')}
      chosen={classesFor(text, draft.pledgeClasses)}
      onChange={(classes) => set({ pledgeClasses: classes as UnitClassCode[] })}
      choices={className.codes.map((code) => classChoice(text, code))}
    />
    <label class="choice">
      <input
        type="checkbox"
        checked={draft.readFirst}
        onChange={(event) => set({ readFirst: event.currentTarget.checked })}
      />
      <span>
        {t('readFirst')}
        <span class="hint"> {t('readFirstHint')}</span>
      </span>
    </label>
  </>
);

export const PledgeSection = (props: SectionProps & { texts: readonly PledgeText[] }) => {
  const { draft, set, errorOf, texts } = props;
  const chosen = texts.find((text) => textKey(text) === draft.pledgeText);
  const choose = (pledgeText: string): void => {
    const text = texts.find((each) => textKey(each) === pledgeText);
    // Whoever is invited owes the pledge, unless told otherwise; an ikrar is pledged aloud first.
    const classes = draft.pledgeClasses.length ? draft.pledgeClasses : draft.classes;
    set(
      text
        ? { pledgeText, pledgeClasses: classesFor(text, classes), readFirst: text.form === 'IKRAR' }
        : { pledgeText },
    );
  };
  return (
    <section class="stack" aria-labelledby="bagian-ikrar">
      <h2 id="bagian-ikrar">{t('pledge')}</h2>
      <SelectField
        id="pledge-text"
        label={t('pledgeText')}
        empty={t('none')}
        error={errorOf('pledge-text')}
        value={draft.pledgeText}
        onChange={choose}
        options={groupsOf(texts).flatMap(({ versions }) =>
          versions.map((text) => ({
            value: textKey(text),
            label: t('version', { title: titleOf(text), version: text.version }),
          })),
        )}
      />
      {/* In a tab of its own: what is typed here is not saved yet. */}
      <a class="tap" href="/staf/naskah" target="_blank" rel="noopener">
        {t('manageTexts')}
      </a>
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
          <Owing {...props} text={chosen} />
        </>
      )}
    </section>
  );
};
