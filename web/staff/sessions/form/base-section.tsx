/** Legal bases, picked from the versioned list, and the classes of units that are invited. */
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import type { Answer } from '../../../shared/api.ts';
import { Choices } from '../../../shared/ui/index.ts';
import { className } from '../../../shared/words.ts';
import { ClassWord } from '../../frame/class-word.tsx';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

export type LegalBases = Answer<'GET /api/legal-bases'>;

/** In force on the session's day; every base may be picked until a day is chosen. */
const inForce = (base: LegalBases['items'][number], day: string): boolean =>
  day === '' || (base.inForceFrom <= day && (base.inForceTo === null || day < base.inForceTo));

export const LegalSection = ({ draft, set, errorOf, laws }: SectionProps & { laws: LegalBases }) => {
  const day = draft.startsAt.slice(0, 10);
  return (
    <section class="stack" aria-labelledby="bagian-hukum">
      <h2 id="bagian-hukum">{t('legal')}</h2>
      <Choices
        id="legalBases"
        label={t('legal')}
        labelHidden
        hint={t('legalHint', { version: laws.version })}
        error={errorOf('legalBases')}
        chosen={draft.legalBases}
        onChange={(legalBases) => set({ legalBases })}
        choices={laws.items.map((base) => {
          const usable = inForce(base, day);
          const about = base.articles ? t('articles', { use: base.use, articles: base.articles }) : base.use;
          return {
            value: base.id,
            label: base.title,
            hint: usable ? about : `${about} – ${t('notInForce')}`,
            // One that was picked before the day moved can still be taken away.
            disabled: !usable && !draft.legalBases.includes(base.id),
          };
        })}
      />
    </section>
  );
};

export const ClassesSection = ({ draft, set, errorOf }: SectionProps) => (
  <section class="stack" aria-labelledby="bagian-undangan">
    <h2 id="bagian-undangan">{t('whom')}</h2>
    <Choices
      id="classes"
      label={t('classes')}
      hint={t('classesHint')}
      error={errorOf('classes')}
      chosen={draft.classes}
      onChange={(classes) => set({ classes: classes as UnitClassCode[] })}
      choices={className.codes.map((code) => ({ value: code, label: <ClassWord of={code} /> }))}
    />
  </section>
);
