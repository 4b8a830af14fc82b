/** What the printed letter says beside the plan. Nothing of it is required: what is missing is printed as a dotted line. */
import { useState } from 'preact/hooks';
import type { ActingStatus } from '../../../../functions/platform/base-schema.ts';
import { SelectField, TextArea, TextField } from '../../../shared/ui/index.ts';
import { actingName } from '../../../shared/words.ts';
import type { LetterDraft } from './arrangement-draft.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

type Change = (change: Partial<LetterDraft>) => void;

const SignerFields = ({ signer, change }: { signer: LetterDraft['signer']; change: Change }) => {
  const text = (field: 'office' | 'name' | 'titlesBefore' | 'titlesAfter' | 'rank', label: string) => (
    <TextField
      id={`letter-signer-${field}`}
      label={label}
      optional
      value={signer[field]}
      onInput={(value) => change({ signer: { ...signer, [field]: value } })}
    />
  );
  return (
    <fieldset class="stack group">
      <legend>{t('letterSigner')}</legend>
      {text('office', t('office'))}
      <SelectField
        id="letter-signer-acting"
        label={t('acting')}
        short
        options={actingName.codes.map((code) => ({ value: code, label: actingName(code) }))}
        value={signer.acting}
        onChange={(acting) => change({ signer: { ...signer, acting: acting as ActingStatus } })}
      />
      {text('name', t('signerName'))}
      <div class="columns">
        {text('titlesBefore', t('titlesBefore'))}
        {text('titlesAfter', t('titlesAfter'))}
      </div>
      {text('rank', t('rank'))}
    </fieldset>
  );
};

/** What is folded away until there is something in it. */
const hasMore = ({ number: _, date: _date, place: _place, ...more }: LetterDraft): boolean =>
  [more.urgency, more.opening, more.closing, more.copies, more.signer.office, more.signer.name].some(
    (text) => text !== '',
  );

export const LetterSection = ({ draft, set, errorOf }: SectionProps) => {
  const { letter } = draft;
  // As the form began: what somebody empties while typing does not fold away under them.
  const [unfolded] = useState(() => hasMore(letter));
  const change: Change = (part) => set({ letter: { ...letter, ...part } });
  return (
    <section class="stack" aria-labelledby="bagian-surat">
      <h2 id="bagian-surat">{t('letter')}</h2>
      <p class="soft">{t('letterHint')}</p>
      <div class="columns">
        <TextField
          id="letter-number"
          label={t('letterNumber')}
          hint={t('letterNumberHint')}
          optional
          error={errorOf('letter-number')}
          maxLength={80}
          value={letter.number}
          onInput={(number) => change({ number })}
        />
        <TextField
          id="letter-date"
          type="date"
          label={t('letterDate')}
          optional
          error={errorOf('letter-date')}
          value={letter.date}
          onInput={(date) => change({ date })}
        />
      </div>
      <TextField
        id="letter-place"
        label={t('letterPlace')}
        hint={t('letterPlaceHint')}
        optional
        short
        maxLength={60}
        value={letter.place}
        onInput={(place) => change({ place })}
      />
      <details open={unfolded || errorOf('letter-signer-office') !== undefined}>
        <summary>{t('letterMore')}</summary>
        <div class="stack">
          <TextField
            id="letter-urgency"
            label={t('letterUrgency')}
            hint={t('letterUrgencyHint')}
            optional
            short
            maxLength={30}
            value={letter.urgency}
            onInput={(urgency) => change({ urgency })}
          />
          <TextArea
            id="letter-opening"
            label={t('letterOpening')}
            hint={t('letterOpeningHint')}
            optional
            error={errorOf('letter-opening')}
            value={letter.opening}
            onInput={(opening) => change({ opening })}
          />
          <TextArea
            id="letter-closing"
            label={t('letterClosing')}
            hint={t('letterClosingHint')}
            optional
            error={errorOf('letter-closing')}
            value={letter.closing}
            onInput={(closing) => change({ closing })}
          />
          <SignerFields signer={letter.signer} change={change} />
          <TextArea
            id="letter-copies"
            label={t('letterCopies')}
            hint={t('letterCopiesHint')}
            optional
            error={errorOf('letter-copies')}
            value={letter.copies}
            onInput={(copies) => change({ copies })}
          />
        </div>
      </details>
    </section>
  );
};
